import assert from "node:assert/strict";
import { agents } from "../../lib/agents/mod.ts";
import { ManualClock } from "../../lib/clock/mod.ts";
import { Journal } from "../../lib/journal/mod.ts";
import {
  type AgentFile,
  learn,
  readAgentFile,
  type Rule,
  updateAgentFile,
} from "../../lib/learner/mod.ts";
import { pathsOf } from "../../lib/paths/mod.ts";
import { setUpAgent } from "../../lib/team/mod.ts";
import { type CommandResult, orch } from "./command_line.ts";

/** When the household's clock starts. */
const start = Date.parse("2026-11-16T09:00:00Z");

/** A home with agents that have learned. */
export class Household implements AsyncDisposable {
  /** The time there. */
  readonly clock = new ManualClock(start);

  /**
   * Takes a folder for the home.
   *
   * @param home The folder. Absolute.
   */
  constructor(readonly home: string) {}

  /** Makes a home in a folder of its own. */
  static async make(): Promise<Household> {
    const made = await Deno.makeTempDir({ prefix: "orch-learned-" });
    return new Household(await Deno.realPath(made));
  }

  /** The folder of a project. */
  project(name: string): string {
    return `${this.home}/${name}`;
  }

  /** An agent's file. */
  file(name: string): string {
    return pathsOf({ HOME: this.home }).agentFile(name);
  }

  /** Sets an agent up, by itself for a project of its own name. */
  async setUp(name: string, project: string = name): Promise<void> {
    await Deno.mkdir(this.project(project), { recursive: true });
    const paths = pathsOf({ HOME: this.home });
    using journal = Journal.open(paths.journal, { clock: this.clock });
    await setUpAgent({
      journal,
      paths,
      project: this.project(project),
      agent: agents.claude,
      name,
      clock: this.clock,
    });
  }

  /** Answers for the agent, as a person would. */
  teach(
    name: string,
    commands: readonly string[],
    answer: "approved" | "denied" = "approved",
    project: string = name,
  ): Promise<AgentFile> {
    return updateAgentFile(this.file(name), name, (file) => {
      let { rules } = file;
      for (const command of commands) {
        ({ rules } = learn(
          { kind: "command", command, complete: true },
          answer,
          {
            project: this.project(project),
            home: this.home,
            autonomy: "supervised",
            rules,
            now: this.clock.now(),
          },
        ));
      }
      return { ...file, rules };
    });
  }

  /** Runs a command to its end. */
  run(...args: string[]): Promise<CommandResult> {
    return orch(args, { home: this.home, clock: this.clock });
  }

  /** Runs a command that succeeds; gives what it printed. */
  async done(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(...args);
    assert.equal(code, 0, stderr);
    return stdout;
  }

  /** The rules in an agent's file. */
  async rules(name: string): Promise<readonly Rule[]> {
    return (await readAgentFile(this.file(name)))!.rules;
  }

  /** What became of each rule in an agent's file, by title. */
  async statuses(name: string): Promise<Record<string, string>> {
    return Object.fromEntries(
      (await this.rules(name)).map(({ title, status }) => [title, status]),
    );
  }

  /** Removes the home. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.home, { recursive: true });
  }
}

/**
 * Checks that a command fails as commands should.
 *
 * @param result What became of it.
 * @param code The exit code.
 * @param message What stands on standard error.
 */
export function assertFails(
  result: CommandResult,
  code: number,
  message: RegExp,
): void {
  assert.equal(result.code, code, JSON.stringify(result));
  assert.match(result.stderr, message);
  assert.doesNotMatch(result.stderr, /\n +at /, "a stack is not for people");
}

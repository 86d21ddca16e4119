import assert from "node:assert/strict";
import { describeRule } from "./describe_rule.ts";
import { learn } from "../learning/mod.ts";
import { asked, contextWith } from "../testing.ts";

function described(...commands: string[]): string[] {
  const context = contextWith({ autonomy: "supervised" });
  let { rules } = context;
  for (const command of commands) {
    ({ rules } = learn(asked(command), "approved", { ...context, rules }));
  }
  return rules.map(describeRule);
}

Deno.test("describeRule() says what passes, on what, and where", () => {
  assert.deepEqual(described("go test -v ./...", "go test -race ./x"), [
    "`go test` with any of -race, -v, on files of the project, " +
    "anywhere in /home/dev/web",
  ]);
  assert.deepEqual(described("npm run lint"), [
    "`npm run lint` without flags, anywhere in /home/dev/web",
  ]);
  assert.deepEqual(described("curl -s http://localhost:3000/"), [
    "`curl` with or without -s, at localhost:3000, anywhere in /home/dev/web",
  ]);
  assert.deepEqual(described("frobnicate --all"), [
    "exactly `frobnicate --all`, in /home/dev/web",
  ]);
  const scope = "/srv/web";
  const reads = { program: "any-reader", operands: ["under:/var/log"] };
  assert.equal(
    describeRule({ pattern: reads, scope }),
    "any command that only reads, on files in /var/log, anywhere in /srv/web",
  );
  const calls = { program: "mcp tool", subcommand: ["github", "get_issue"] };
  assert.equal(
    describeRule({ pattern: calls, scope }),
    "calling `get_issue` of the server github, anywhere in /srv/web",
  );
  const code = {
    program: "python",
    subcommand: ["-c"],
    operands: ["=import idna", "project-path"],
  };
  assert.equal(
    describeRule({ pattern: code, scope }),
    "`python -c` with code whose text shows that it does no harm, " +
      "loading idna, on files of the project, anywhere in /srv/web",
  );
  const look = { program: "git", subcommand: ["-C", "/srv/api"] };
  assert.equal(
    describeRule({ pattern: look, scope, reach: "team" }),
    "looking at the repository in /srv/api with `git`, for every agent, " +
      "anywhere in /srv/web",
  );
});

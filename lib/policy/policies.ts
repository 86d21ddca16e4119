import { OrchError } from "../errors/mod.ts";
import { fileStamp } from "../files/mod.ts";
import { acceptedPath, readAccepted, writeAccepted } from "./accepted_text.ts";
import { type LaidDown, layDown } from "./laid_down.ts";
import type { PolicyFile } from "./policy_file.ts";
import { type ReadFile, readPolicyFile } from "./read_policy_file.ts";

/** Where policy files are. */
export interface PolicyPlaces {
  /** The person's own file. */
  readonly config: string;
  /** The folder that remembers what the person has accepted. */
  readonly accepted: string;
}

/** What people lay down, as it is known at one moment. */
export interface KnownPolicy extends LaidDown {
  /** Another one whenever any of the files is another one. */
  readonly stamp: string;
}

/**
 * What people lay down in files, read again when these change.
 *
 * A file that cannot be read lets nothing pass: what is denied may stand in it.
 *
 * @example Usage
 * ```ts
 * import { Policies } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * const policies = new Policies({
 *   config: `${folder}/config.yaml`,
 *   accepted: `${folder}/accepted`,
 * });
 * await Deno.writeTextFile(`${folder}/orch.yaml`, "allow:\n  - git push *\n");
 * const before = await policies.of(folder);
 * assert.deepEqual(before.policy.allow, []);
 * assert.equal(before.unaccepted, `${folder}/orch.yaml`);
 * await policies.accept(folder);
 * const after = await policies.of(folder);
 * assert.deepEqual(after.policy.allow, ["git push *"]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export class Policies {
  readonly #places: PolicyPlaces;
  readonly #known = new Map<string, KnownPolicy>();
  readonly #told = new Map<string, string>();

  /**
   * Creates the cache.
   *
   * @param places Where the files are.
   */
  constructor(places: PolicyPlaces) {
    this.#places = places;
  }

  /**
   * Gives what is laid down for a project.
   *
   * Requires `--allow-read` for the files.
   *
   * @param project The project's folder. Absolute.
   * @returns What counts, or why nothing may pass.
   */
  async of(project: string): Promise<KnownPolicy> {
    const accepted = await acceptedPath(this.#places.accepted, project);
    const paths = [this.#places.config, projectFile(project), accepted];
    const stamps = await Promise.all(paths.map(stampOf));
    const stamp = stamps.join("\n");
    const known = this.#known.get(project);
    if (known?.stamp === stamp) return known;
    const read = { stamp, ...await this.#read(project, accepted) };
    this.#known.set(project, read);
    return read;
  }

  /**
   * Gives what a person should be told of a project's policy, once for each
   * state of its files.
   *
   * Requires `--allow-read` for the files.
   *
   * @param project The project's folder. Absolute.
   * @returns What is wrong and what to do, `undefined` if nothing is new.
   */
  async news(
    project: string,
  ): Promise<{ message: string; hint: string | undefined } | undefined> {
    const known = await this.of(project);
    if (this.#told.get(project) === known.stamp) return undefined;
    this.#told.set(project, known.stamp);
    return troubleIn(known, project);
  }

  /**
   * Accepts a project's file as it is, so that what it allows counts.
   *
   * Requires `--allow-read` for the file, and `--allow-write` for the folder
   * of what was accepted.
   *
   * @param project The project's folder. Absolute.
   * @returns What was accepted; `undefined` if the project has no such file.
   * @throws {OrchError} When the file has a fault; then nothing is accepted.
   */
  async accept(project: string): Promise<PolicyFile | undefined> {
    const read = await readPolicyFile(projectFile(project), false);
    if (read === undefined) return undefined;
    const path = await acceptedPath(this.#places.accepted, project);
    await writeAccepted(path, { project, text: read.text });
    return read.file;
  }

  async #read(project: string, accepted: string): Promise<LaidDown> {
    const path = projectFile(project);
    let own: ReadFile | undefined;
    let theirs: ReadFile | undefined;
    let broken: OrchError | undefined;
    let text: string | undefined;
    try {
      own = await readPolicyFile(this.#places.config, true);
      theirs = await readPolicyFile(path, false);
      text = await readAccepted(accepted, project);
    } catch (error) {
      if (!(error instanceof OrchError)) throw error;
      broken = error;
    }
    const isAccepted = theirs !== undefined && theirs.text === text;
    return {
      ...layDown({
        own: own?.file,
        project: theirs?.file,
        accepted: text === undefined || isAccepted
          ? undefined
          : await parsed(text, path),
        isAccepted,
        path,
      }),
      broken,
    };
  }
}

/**
 * Says what is wrong with what is laid down for a project.
 *
 * @param known What is laid down.
 * @param project The project's folder. Absolute.
 * @returns What is wrong and what to do, `undefined` if nothing is.
 */
export function troubleIn(
  known: LaidDown,
  project: string,
): { message: string; hint: string | undefined } | undefined {
  const { broken, unaccepted } = known;
  if (broken) {
    const message = `Nothing passes without you: ${broken.message}`;
    return { message, hint: broken.hint };
  }
  if (unaccepted === undefined) return undefined;
  return {
    message: `What ${unaccepted} allows does not count before you accept it`,
    hint: `orch policy --accept --project ${project}`,
  };
}

function projectFile(project: string): string {
  return `${project}/orch.yaml`;
}

/** A file that cannot be looked at is there all the same. */
async function stampOf(path: string): Promise<string> {
  try {
    return await fileStamp(path);
  } catch {
    return "hidden";
  }
}

/** What was accepted may have been written for another orch. */
async function parsed(
  text: string,
  path: string,
): Promise<PolicyFile | undefined> {
  const { parsePolicy } = await import("./parse_policy.ts");
  try {
    return parsePolicy(text, path);
  } catch (error) {
    if (error instanceof OrchError) return undefined;
    throw error;
  }
}

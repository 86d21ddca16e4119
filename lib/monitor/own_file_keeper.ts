import { fileFacts, type TreeState, treeState } from "../files/mod.ts";
import type { Journal, RequestRecord } from "../journal/mod.ts";
import { type Decision, type JudgedRequest, OwnFiles } from "../learner/mod.ts";
import { looksSecret } from "../secrets/mod.ts";

/** Whose files they are. */
export interface OwnFilesOwner {
  /** The agent's name. */
  readonly agent: string;
  /** Its project. Absolute. */
  readonly project: string;
  /** The home directory of its person. Absolute. */
  readonly home: string;
}

/** What is known of something that the agent made, or is about to. */
interface Made {
  /** The request that makes it. */
  readonly request: number;
  /** What it was like when it was made; unset until then. */
  stamp?: string;
  /** The latest request since that names it, and may have changed it. */
  touched?: number;
}

/** What a request takes away, if it is carried out. */
interface Taken {
  readonly by: number;
  readonly made: Made;
}

/**
 * How long after its request was done a file may have been changed by it still,
 * in milliseconds.
 */
const settles = 60_000;

/** How much sooner than it is seen an answer at the pane is given. */
const seenWithin = 2000;

/** How coarsely files say when they were made. */
const coarse = 100;

/**
 * Keeps in the journal which files an agent made itself, and knows them only as
 * they were when it had made or last changed them: what anyone else has changed
 * since is not its own any more.
 *
 * A file counts once the request that makes it was approved and done, and only
 * if it was made after that approval.
 */
export class OwnFileKeeper {
  readonly #journal: Journal;
  readonly #owner: OwnFilesOwner;
  readonly #files: OwnFiles;
  readonly #made = new Map<string, Made>();
  readonly #built = new Map<string, Made>();
  readonly #taken = new Map<string, Taken>();
  readonly #noted = new Set<string>();

  /**
   * Starts with what the journal says; what was not done when its monitor ended
   * is forgotten.
   *
   * @param journal The journal.
   * @param owner Whose files they are.
   */
  constructor(journal: Journal, owner: OwnFilesOwner) {
    this.#journal = journal;
    this.#owner = owner;
    this.#files = new OwnFiles({ ...owner, ...fileFacts });
    for (const { path, ...made } of journal.ownFiles.of(owner.agent)) {
      if (!path.startsWith(`${owner.project}/`)) continue;
      this.#made.set(path, made);
      this.#files.restore(path);
      const row = journal.requests.find(made.request);
      if (made.stamp === undefined && !isApproved(row)) this.#forget(path);
    }
  }

  /**
   * Whether the agent made what is at a path, and nobody else has changed it.
   *
   * Requires `--allow-read` for the path.
   *
   * @param path The path. Absolute, its links followed.
   * @param request The request that is judged.
   * @returns Whether it did.
   */
  has(path: string, request: number): boolean {
    const taken = [...this.#taken].find(([root, { by }]) =>
      by === request && (path === root || path.startsWith(`${root}/`))
    );
    const root = taken?.[0] ?? this.#files.around(path);
    if (root === undefined) return this.#files.has(path);
    const { stamp } = taken?.[1].made ?? this.#made.get(root) ?? {};
    return stamp !== undefined && treeState(root)?.stamp === stamp;
  }

  /**
   * Whether the agent built a file since the monitor runs, and nobody else has
   * changed it.
   *
   * Requires `--allow-read` for the path.
   *
   * @param path The path. Absolute, its links followed.
   * @returns Whether it did.
   */
  hasBuilt(path: string): boolean {
    const { stamp } = this.#built.get(path) ?? {};
    return this.#files.hasBuilt(path) && stamp !== undefined &&
      treeState(path)?.stamp === stamp;
  }

  /**
   * Takes note of a request that was judged and is not carried out yet.
   *
   * @param id Its number.
   * @param request The request.
   * @param directory Where it runs, if not in the project. Absolute.
   * @param decision What was decided.
   */
  note(
    id: number,
    request: JudgedRequest,
    directory: string | undefined,
    decision: Decision,
  ): void {
    const key = JSON.stringify([id, request.complete, request.command]);
    if (this.#noted.has(key)) return;
    this.#noted.add(key);
    const before = [...this.#files.paths];
    const certain = decision !== "deny" && request.complete;
    this.#files.note(request, directory, certain);
    const { paths } = this.#files;
    for (const path of before) {
      const made = this.#made.get(path);
      if (paths.has(path) || made === undefined) continue;
      this.#taken.set(path, { by: id, made });
      this.#forget(path);
    }
    for (const [path, made] of this.#made) {
      if (names(request, path)) made.touched = id;
    }
    for (const path of paths) {
      if (!this.#made.has(path)) this.#put(path, { request: id });
    }
    const { built } = this.#files;
    for (const path of this.#built.keys()) {
      if (!built.has(path)) this.#built.delete(path);
    }
    for (const path of built) {
      if (!this.#built.has(path)) this.#built.set(path, { request: id });
      else if (names(request, path)) this.#built.get(path)!.touched = id;
    }
  }

  /**
   * Looks at what was made, as far as it is done. To be called whenever a call
   * of the agent has ended, and before its next one is judged.
   *
   * Requires `--allow-read` for the project.
   */
  refresh(): void {
    for (const [path, { by, made }] of this.#taken) {
      const outcome = this.#journal.requests.find(by)?.outcome;
      if (outcome === undefined || outcome === "unknown") continue;
      this.#taken.delete(path);
      if (outcome !== "denied" || this.#made.has(path)) continue;
      this.#files.restore(path);
      this.#put(path, made);
    }
    for (const [path, made] of this.#made) {
      if (made.stamp === undefined) this.#seal(path, made);
      else if (made.touched !== undefined) this.#follow(path, made);
    }
    for (const [path, made] of this.#built) this.#sealBuilt(path, made);
  }

  /** Says what a build left once it is done. */
  #sealBuilt(path: string, made: Made): void {
    const row = this.#journal.requests.find(made.touched ?? made.request);
    if (!isApproved(row)) return;
    const state = treeState(path);
    if (state === undefined || state.stamp === made.stamp) return;
    const own = state.changed >= startOf(row) &&
      state.changed <= row.closed! + settles;
    if (own && (made.stamp === undefined || made.touched !== undefined)) {
      const { request } = made;
      this.#built.set(path, { request, stamp: state.stamp });
    }
  }

  /** Says what a file is like once the request is done that makes it. */
  #seal(path: string, made: Made): void {
    const row = this.#journal.requests.find(made.request);
    if (row === undefined || row.outcome === "denied") {
      return this.#forget(path);
    }
    if (!isApproved(row)) return;
    const state = treeState(path);
    // Another call may still be at it.
    if (state === undefined) return;
    if (isMadeBy(row, state)) this.#put(path, { ...made, stamp: state.stamp });
    else this.#forget(path);
  }

  /** Follows what the agent itself has changed. */
  #follow(path: string, made: Made): void {
    const row = this.#journal.requests.find(made.touched!);
    if (row !== undefined && row.status !== "closed") return;
    const { touched: _, ...settled } = made;
    this.#made.set(path, settled);
    const state = treeState(path);
    if (state?.stamp === made.stamp) return;
    const own = isApproved(row) && state !== undefined &&
      state.changed >= startOf(row) && state.changed <= row.closed! + settles;
    if (own) this.#put(path, { ...settled, stamp: state.stamp });
    else this.#forget(path);
  }

  #put(path: string, made: Made): void {
    this.#made.set(path, made);
    const { request, stamp } = made;
    if (looksSecret(path)) return;
    this.#journal.ownFiles.put(this.#owner.agent, {
      path,
      request,
      ...(stamp !== undefined && { stamp }),
    });
  }

  #forget(path: string): void {
    this.#made.delete(path);
    this.#files.forget(path);
    this.#journal.ownFiles.forget(this.#owner.agent, path);
  }
}

function isApproved(row: RequestRecord | undefined): row is RequestRecord {
  return row?.status === "closed" && row.outcome === "approved";
}

/** When what a request does can have begun. */
function startOf({ claimed, closed, by }: RequestRecord): number {
  return by === "pane" || claimed === undefined
    ? closed! - seenWithin
    : claimed - coarse;
}

/** Whether a request, and nobody before or after it, made something. */
function isMadeBy(row: RequestRecord, { made, changed }: TreeState): boolean {
  // Without that time, nobody knows who was first where a person had to answer.
  const born = made ?? (row.by === "orch" ? Infinity : -Infinity);
  return born >= startOf(row) && changed <= row.closed! + settles;
}

/** Whether a request names the last part of a path anywhere. */
function names({ command, path }: JudgedRequest, of: string): boolean {
  const name = of.slice(of.lastIndexOf("/") + 1);
  return `${command ?? ""} ${path ?? ""}`.split(/[^\w.@+-]+/).includes(name);
}

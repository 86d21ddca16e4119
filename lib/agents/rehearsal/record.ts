import type { RecordedCall, RequestKind } from "../agent.ts";

/** One line of a rehearsal's own record. */
export type RecordEntry =
  | {
    /** When, ISO 8601. */
    readonly at: string;
    /** The id of the call. */
    readonly id: string;
    /** What kind of dialog it leads to. */
    readonly kind: RequestKind;
    /** The exact command. */
    readonly command?: string;
    /** The exact path. */
    readonly path?: string;
    /** Whether it was answered, and how. */
    readonly state: "pending" | "approved" | "denied" | "withdrawn";
  }
  | {
    /** When, ISO 8601. */
    readonly at: string;
    /** A turn began or ended. */
    readonly turn: "started" | "ended";
  }
  | {
    /** When, ISO 8601. */
    readonly at: string;
    /** So many of the script's steps are done. */
    readonly done: number;
  }
  | {
    /** When, ISO 8601. */
    readonly at: string;
    /** A message arrived, whole. */
    readonly message: string;
  };

type Distribute<Entry> = Entry extends unknown ? Omit<Entry, "at"> : never;

/** A {@linkcode RecordEntry} before its time is known. */
export type Noted = Distribute<RecordEntry>;

/**
 * Says where a rehearsal keeps its record.
 *
 * @param home The home directory of the person who runs it.
 * @param session The id it was launched with.
 * @returns The file.
 */
export function recordFileOf(home: string, session: string): string {
  const name = session.replace(/[^\w-]/g, "_");
  return `${home}/.local/state/orch/rehearsals/${name}.jsonl`;
}

/**
 * Reads the calls of a record, each as its last line has it.
 *
 * @param tail The end of a record; its first line may be cut.
 * @returns The calls, in the order they were asked for.
 */
export function recordedCalls(tail: string): RecordedCall[] {
  const calls = new Map<string, RecordedCall>();
  for (const line of tail.split("\n")) {
    const entry = entryOf(line);
    if (entry === undefined || !("id" in entry)) continue;
    const { id, kind, command, path, state } = entry;
    calls.set(id, {
      id,
      kind,
      ...(command === undefined ? {} : { command }),
      ...(path === undefined ? {} : { path }),
      ...(state === "pending"
        ? {}
        : { outcome: state === "withdrawn" ? "unknown" : state }),
    });
  }
  return [...calls.values()];
}

/**
 * Tells how far a rehearsal had come.
 *
 * @param record Its whole record.
 * @returns How many of the script's steps were done.
 */
export function stepsDone(record: string): number {
  const last = record.split("\n").map(entryOf)
    .findLast((entry) => entry !== undefined && "done" in entry);
  return last && "done" in last ? last.done : 0;
}

/** Lines that are cut or not understood are left out. */
function entryOf(line: string): RecordEntry | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === "object" && entry !== null
      ? entry as RecordEntry
      : undefined;
  } catch {
    return undefined;
  }
}

import type { SimpleCommand, Word } from "../../shell/mod.ts";
import { locate, type World } from "../places/mod.ts";
import { readSubstitution } from "../code/mod.ts";

/** What a command makes of the text of a file. */
export interface TextChange {
  /** The file. Absolute, its links followed. */
  readonly path: string;
  /** Whether what it held before does not matter. */
  readonly anew: boolean;
  /**
   * Gives what it holds after the command.
   *
   * @param before What it held before; nothing if there was no such file.
   * @returns What it holds then, `undefined` if that cannot be told.
   */
  readonly after: (before: string) => string | undefined;
}

/** In these, commands run once, in the order they stand in. */
const inOrder: ReadonlySet<string> = new Set([
  "top",
  "conditional",
  "subshell",
  "pipe",
]);

/**
 * Whether a command runs once, and only after those before it in its line.
 *
 * @param command The command.
 * @returns Whether it does.
 */
export function runsInOrder({ contexts }: SimpleCommand): boolean {
  return contexts.every((context) => inOrder.has(context));
}

/**
 * Finds out what a command makes of the text of a file, if that follows from
 * its words alone: `cat` and `tee` with a here-document, `echo` and `printf`
 * of a text, and `sed -i` with a plain substitution.
 *
 * @example Usage
 * ```ts
 * import { parse } from "../../shell/mod.ts";
 * import { textChange } from "./text_changes.ts";
 * import assert from "node:assert/strict";
 *
 * const place = { directory: "/web", home: "/home/dev" };
 * const { commands } = parse("echo 'print(1)' >> a.py", place);
 * const world = { project: "/web", home: "/home/dev", resolve: String };
 * const change = textChange(commands[0]!, world);
 * assert.equal(change?.path, "/web/a.py");
 * assert.equal(change?.after("x = 1\n"), "x = 1\nprint(1)\n");
 * ```
 *
 * @param command The command.
 * @param world The project, home and links.
 * @returns The file and what becomes of it.
 */
export function textChange(
  command: SimpleCommand,
  world: World,
): TextChange | undefined {
  const { assignments, wrappers, directories } = command;
  const plain = assignments.length === 0 && wrappers.length === 0 &&
    (directories?.length ?? 1) === 1 && runsInOrder(command) &&
    // What others write there as well is more than this.
    command.redirects.every(({ shared }) => !shared);
  if (!plain) return undefined;
  const found = command.name?.value === "sed"
    ? substituted(command)
    : written(command);
  const file = found?.file.value;
  if (found === undefined || file === undefined) return undefined;
  const located = locate(file, command.directory, world);
  return located &&
    { path: located.path, anew: found.anew, after: found.after };
}

interface Change extends Omit<TextChange, "path"> {
  readonly file: Word;
}

/** `cat <<'EOF' > file`, `tee file <<'EOF'`, `echo text >> file` */
function written(command: SimpleCommand): Change | undefined {
  const { name, arguments: words, redirects, contexts } = command;
  if (contexts.includes("pipe")) return undefined;
  const outs = redirects.filter(({ operator }) => operator.includes(">"));
  const rest = redirects.filter(({ operator }) => !operator.includes(">"));
  const [out, more] = outs;
  if (more !== undefined || !/^(>>?)?$/.test(out?.operator ?? "")) {
    return undefined;
  }
  if ((out?.descriptor ?? "1") !== "1") return undefined;
  const document = rest.length === 1 && rest[0]!.operator.startsWith("<<") &&
      (rest[0]!.descriptor ?? "0") === "0"
    ? rest[0]!.body?.value
    : undefined;
  const values = words.map(({ value }) => value);
  switch (name?.value) {
    case "cat":
      return words.length === 0 && out && document !== undefined
        ? change(out.target, out.operator === ">>", document)
        : undefined;
    case "tee": {
      const appends = values[0] === "-a";
      const files = appends ? words.slice(1) : words;
      const one = files.length === 1 && /^[^-]/.test(files[0]!.value ?? "");
      return one && document !== undefined &&
          (out === undefined || out.target.value === "/dev/null")
        ? change(files[0]!, appends, document)
        : undefined;
    }
    case "echo":
    case "printf": {
      if (rest.length > 0 || out === undefined) return undefined;
      const text = name.value === "echo" ? echoed(values) : printed(values);
      return text === undefined
        ? undefined
        : change(out.target, out.operator === ">>", text);
    }
    default:
      return undefined;
  }
}

function change(file: Word, appends: boolean, text: string): Change {
  return {
    file,
    anew: !appends,
    after: (before) => appends ? before + text : text,
  };
}

/** Shells differ about flags and backslashes. */
function echoed(values: readonly (string | undefined)[]): string | undefined {
  const odd = values.some((value, index) =>
    value === undefined || value.includes("\\") ||
    index === 0 && value.startsWith("-")
  );
  return odd ? undefined : `${values.join(" ")}\n`;
}

const escapes: Readonly<Record<string, string>> = {
  "\\n": "\n",
  "\\t": "\t",
  "\\\\": "\\",
  "%%": "%",
};

function printed(values: readonly (string | undefined)[]): string | undefined {
  const [format, ...given] = values;
  if (format === undefined || format.startsWith("-")) return undefined;
  if (given.length === 1 && /^%s(\\n)?$/.test(format)) {
    const [text] = given;
    return text === undefined
      ? undefined
      : text + (format === "%s" ? "" : "\n");
  }
  if (given.length > 0) return undefined;
  let known = true;
  const text = format.replace(/\\[\s\S]?|%[\s\S]?/g, (one) => {
    known &&= Object.hasOwn(escapes, one);
    return escapes[one] ?? "";
  });
  return known ? text : undefined;
}

/** `sed -i 's/a/b/' file` */
function substituted(
  { arguments: words, redirects }: SimpleCommand,
): Change | undefined {
  const values = words.map(({ value }) => value);
  const given = values[1] === "-e" ? words.slice(2) : words.slice(1);
  const plain = values[0] === "-i" && given.length === 2 &&
    redirects.length === 0 && /^[^-]/.test(given[1]!.value ?? "");
  if (!plain) return undefined;
  const after = readSubstitution(given[0]!.value ?? "");
  return after && { file: given[1]!, anew: false, after };
}

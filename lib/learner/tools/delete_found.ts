import type { SimpleCommand, Word } from "../../shell/mod.ts";
import type { Assessment, Scene } from "../assessment/mod.ts";
import { locate, madeAgain } from "../places/mod.ts";

/** Tests of find that only narrow what it finds. Source: find(1). */
const narrows = /^-(type [df]|(max|min)depth \d{1,2}|mtime \+?\d{1,4})$/;

/**
 * What find finds when it looks in folders of the project for one name that
 * nobody gives to what they wrote themselves, such as `__pycache__`.
 *
 * @param words The words after `find`, up to the action.
 * @param scene Where it runs.
 * @returns The name, `undefined` if it may find anything else.
 */
export function madeAgainBy(
  words: readonly Word[],
  scene: Scene,
): string | undefined {
  const values = words.map(({ value }) => value ?? "");
  const first = values.findIndex((value) => /^[-!(]/.test(value));
  const roots = first < 0 ? values : values.slice(0, first);
  const inside = (root: string) => {
    const located = locate(root, scene.directory, scene);
    return located?.place === "project" && located.guard === undefined;
  };
  if (!(roots.length === 0 ? ["."] : roots).every(inside)) return undefined;
  const rest = first < 0 ? [] : values.slice(first);
  let name: string | undefined;
  for (let at = 0; at < rest.length; at += 1) {
    const test = rest[at]!;
    if (test === "-prune" && name !== undefined) continue;
    const value = rest[at += 1] ?? "";
    if (test === "-name" && name === undefined) name = value;
    else if (!narrows.test(`${test} ${value}`)) return undefined;
  }
  return name !== undefined && madeAgain.has(name) ? name : undefined;
}

/**
 * The name of what a command deletes wherever find comes upon it, if that can
 * be made again: `find . -name __pycache__ -exec rm -rf {} +`.
 *
 * @param command The command.
 * @param before The commands before it in the line.
 * @param scene Where it runs.
 * @returns The name, `undefined` if it does anything else.
 */
export function foundAndDeleted(
  { name, arguments: words, wrappers }: SimpleCommand,
  before: readonly SimpleCommand[],
  scene: Scene,
): string | undefined {
  if (name?.value !== "rm" || wrappers.join(" ") !== "find") return undefined;
  const [flags, found, ...more] = words.length === 1
    ? [undefined, ...words]
    : words;
  const plain = (flags === undefined || /^-[rfRv]+$/.test(flags.value ?? "")) &&
    /^["']?\{\}["']?$/.test(found?.text ?? "") && more.length === 0;
  const finder = before.findLast((one) => one.name?.value === "find");
  if (!plain || finder === undefined) return undefined;
  const parts = finder.arguments;
  const at = parts.findIndex(({ value }) => value === "-exec");
  const end = parts.at(-1)?.value ?? "";
  // Another action of the same call would find something else.
  const last = /^[;+]$/.test(end) && at >= 0 &&
    parts.length === at + words.length + 3;
  return last ? madeAgainBy(parts.slice(0, at), scene) : undefined;
}

/**
 * Judges that everything of one name is deleted that can be made again.
 *
 * @param name The name.
 * @param found The assessment to add to.
 */
export function deleteFound(name: string, found: Assessment): void {
  const does = `deletes every ${name} in folders of the project`;
  found.operand(`every:${name}`);
  found.does("project", does);
  found.once(does);
}

import type { Word } from "../../shell/mod.ts";
import type { Assessment, Scene } from "../assessment/mod.ts";
import { locate } from "../places/mod.ts";

const publishes = /^(deploy|publish|release|upload|push|install)/i;

/**
 * Judges that what a program is given publishes nothing, and leads to nothing
 * that a person must see each time.
 *
 * @param words What it is given.
 * @param program The program as written.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @returns Whether it does not.
 */
export function isHarmlessScriptCall(
  words: readonly Word[],
  program: string,
  found: Assessment,
  scene: Scene,
): boolean {
  const refuse = (tier: "remote" | "critical", reason: string) => {
    found.never(tier, reason);
    return false;
  };
  const publishing = words.find(({ value }) => publishes.test(value ?? ""));
  if (publishing !== undefined) {
    return refuse("remote", `publishes something, by ${publishing.text}`);
  }
  if (words.some((word) => word.value === undefined)) {
    return refuse("critical", `gives ${program} what cannot be told`);
  }
  for (const { value } of words) {
    const given = value!.replace(/^-[^=]*=/, "");
    const located = locate(given, scene.directory, scene);
    if (located?.guard !== undefined) {
      return refuse("remote", `gives ${given} to ${program}`);
    }
    if (located?.place === "secret") {
      return refuse("critical", `gives ${given} to ${program}`);
    }
  }
  return true;
}

/**
 * Takes note of what a program of the project is given: what it is told to do,
 * flags, and the kinds of the rest. What these mean nobody but the program
 * knows, so more than the very words passes only after two approvals.
 *
 * @param words What it is given.
 * @param does What it does, as a clause.
 * @param found The assessment to add to, which holds what runs.
 * @param scene Where it runs.
 */
export function noteScriptWords(
  words: readonly Word[],
  does: string,
  found: Assessment,
  scene: Scene,
): void {
  found.needs = 2;
  if (asksForHelp(words) && !isShellScript(found.runs ?? "", scene)) {
    // What tells how one thing is used does so of the others, too.
    found.subcommand = [...found.subcommand, "--help"];
    return;
  }
  const [verb] = words;
  const rest = isBare(verb?.value) ? words.slice(1) : words;
  if (rest !== words) found.subcommand = [...found.subcommand, verb!.value!];
  for (const { value } of rest) {
    const kind = kindOf(value!, scene);
    if (kind === undefined) found.exactly(does);
    else if (kind === "flag") found.flag(value!);
    else found.operand(kind);
  }
}

/** A word that tells a program what to do. */
function isBare(value: string | undefined): boolean {
  return /^[a-z][a-z-]{0,30}$/.test(value ?? "");
}

/** Shell scripts look at their words one by one, and often at no flags. */
function isShellScript(path: string, scene: Scene): boolean {
  return /\.(ba|z|k|c)?sh$/.test(path) ||
    (scene.scriptTexts?.(path)?.some((text) => /^#!.*sh\b/.test(text)) ??
      false);
}

const destroys =
  /^(drop|delete|destroy|wipe|purge|erase|reset|remove|rm|kill|clean|prune)/;

function isFlag(value: string): boolean {
  return /^--?[A-Za-z][\w-]*(=[\w.,:-]*)?$/.test(value);
}

function asksForHelp(words: readonly Word[]): boolean {
  const values = words.map(({ value }) => value!);
  if (values.some((value) => destroys.test(value))) return false;
  const last = values.at(-1);
  return values.length === 1 && last === "--version" ||
    last === "--help" &&
      values.slice(0, -1).every((value) => isBare(value) || isFlag(value));
}

function kindOf(value: string, scene: Scene): string | undefined {
  if (isFlag(value)) return "flag";
  if (/^\d{1,9}$/.test(value)) return "number";
  if (/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) return "uuid";
  if (isBare(value)) return `=${value}`;
  const inside = /[./]/.test(value) &&
    locate(value, scene.directory, scene)?.place === "project";
  return inside ? "project-path" : undefined;
}

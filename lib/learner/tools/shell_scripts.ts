import type { Word } from "../../shell/mod.ts";
import type { Assessment, Scene } from "../assessment/mod.ts";
import { locate } from "../places/mod.ts";

/** Which shell runs a script; the first line says so where it is `undefined`. */
export type ScriptShell = "bash" | "sh" | undefined;

/**
 * Judges that a shell runs a script of which every text it may hold is known,
 * as if its lines stood in the command. It passes only where each of them
 * would pass; what a person approves is bound to the text.
 *
 * @param file The script.
 * @param words What it is given.
 * @param shell What runs it.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @returns Whether it was judged; if not, nothing was added.
 */
export function assessShellScript(
  file: Word,
  words: readonly Word[],
  shell: ScriptShell,
  found: Assessment,
  scene: Scene,
): boolean {
  const { judgeScript, directory } = scene;
  const plain = words.length === 0 && scene.input === "inherited" &&
    /^[\w./+@-]+$/.test(file.value ?? "") &&
    !/deploy|publish|release|upload/i.test(file.value!);
  if (!plain || !judgeScript || directory === undefined) return false;
  const located = locate(file.value!, scene.directory, scene);
  if (located?.place !== "project" || located.guard !== undefined) return false;
  const texts = scene.scriptTexts?.(located.path);
  if (texts?.every((text) => isReadAlike(text, shell)) !== true) return false;
  const judged = texts.flatMap((text) => judgeScript(text, directory));
  const own = located.path.toLowerCase();
  // A shell reads on in its script while that is changed.
  const passes = judged.every(({ familiar, tier, writes }) =>
    familiar && (tier === "read" || tier === "project") &&
    !writes.some((path) => path.toLowerCase() === own)
  );
  if (!passes) return false;
  const tier = judged.some((one) => one.tier === "project")
    ? "project"
    : "read";
  const reason = judged.find((one) => one.tier === tier)?.reason;
  found.does(tier, `runs ${located.inside}, which ${reason ?? "does nothing"}`);
  found.subcommand = [file.value!];
  found.learning = "exact";
  found.runs = located.path;
  found.proven = true;
  for (const { loads, loadsFrom, writes, builds } of judged) {
    found.loads ||= loads;
    found.loadsFrom ??= loadsFrom;
    found.writes.push(...writes);
    found.builds.push(...builds);
  }
  return true;
}

/** What other shells than Bash read in another way. */
const bashOnly =
  /&>|\|&|;&|<<<|\[\[|[<>]\(|\$['"]|\(\(|\bfunction\b|\bsource\b|\{[^}\s]*(,|\.\.)|\+=|\becho\s+-|\w\[|\$\{[^}]*[/^,@![]/;

/** Whether a script holds nothing that its shell reads in another way. */
function isReadAlike(text: string, shell: ScriptShell): boolean {
  // deno-lint-ignore no-control-regex
  if (/[\x00-\x08\x0b-\x1f\x7f\ufeff\ufffd]/.test(text)) return false;
  const [, named] =
    /^#! *\/(?:usr\/)?bin\/(?:env +)?(bash|sh|dash)(?: +-[eux]+)? *\n/.exec(
      text,
    ) ?? [];
  // Whoever runs it is handed a file that starts otherwise.
  if (shell === undefined && text.startsWith("#!") && named === undefined) {
    return false;
  }
  return (shell ?? named) === "bash" || !bashOnly.test(text);
}

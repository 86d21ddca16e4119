import type { Word } from "../../shell/mod.ts";
import type { Assessment, Scene } from "../assessment/mod.ts";
import { locate, type Located } from "../places/mod.ts";
import { assessForeignScript } from "./foreign_scripts.ts";
import { isHarmlessScriptCall, noteScriptWords } from "./script_words.ts";

/**
 * Judges that a script or program file runs: one of the project, and only as
 * it is, or as it was just built from the project's code.
 *
 * What its words mean nobody but the script knows, so they are learned as they
 * are, together with the file's content where that can be seen. Only after two
 * approvals may it be given others of the same kinds.
 *
 * @param file The script.
 * @param words What it is given.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param isKnown Whether the tables know a program by its name.
 */
export function assessScript(
  file: Word,
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  isKnown: (name: string) => boolean = () => false,
): void {
  const path = file.value;
  if (path === undefined || !/^[\w./+@-]+$/.test(path)) {
    return found.never("critical", `runs ${file.text}, which cannot be told`);
  }
  const located = locate(path, scene.directory, scene);
  if (located === undefined) {
    return found.never("critical", `runs ${path}, wherever that is`);
  }
  const inside = located.inside ?? located.path;
  if (/deploy|publish|release|upload/i.test(inside)) {
    return found.never("remote", `publishes something, by the name of ${path}`);
  }
  const built = isBuilt(located, scene);
  const own = located.guard === undefined &&
    (located.place === "project" || built && located.place === "scratch");
  if (!own) {
    return assessForeignScript(path, located, words, found, scene, isKnown);
  }
  found.runs = located.path;
  found.built = built;
  if (!isHarmlessScriptCall(words, path, found, scene)) return;
  nameIt(path, located, found);
  const does = `runs ${inside}, a program of the project`;
  found.does("project", does);
  found.once(does);
  const here = locate(scene.directory ?? "", undefined, scene);
  if (here === undefined || here.place === "secret") {
    return found.never("critical", `runs ${path} where that cannot be told`);
  }
  const elsewhere = here.inside === undefined;
  if (words.length === 0 && !elsewhere) return found.exactly(does);
  noteScriptWords(words, does, found, scene);
  if (elsewhere) found.operand(`in:${here.path}`);
  if (scene.input !== "inherited") found.operand("fed");
}

/** Whether it is what the project's code was built to, and nothing else. */
function isBuilt({ path, inside }: Located, scene: Scene): boolean {
  return scene.built?.(path) === true ||
    /(^|\/)target\/(debug|release)\/[\w.-]+$/.test(inside ?? "");
}

/** However its path is written, it is the same program. */
function nameIt(path: string, located: Located, found: Assessment): void {
  const { inside } = located;
  if (found.subcommand.at(-1) === path) {
    found.subcommand = [
      ...found.subcommand.slice(0, -1),
      inside ?? located.path,
    ];
  } else {
    found.goesBy = inside === undefined ? located.path : `./${inside}`;
  }
}

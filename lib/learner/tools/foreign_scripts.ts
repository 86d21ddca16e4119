import type { Word } from "../../shell/mod.ts";
import type { Assessment, Scene } from "../assessment/mod.ts";
import { type Located, scratchFolders } from "../places/mod.ts";
import { isHarmlessScriptCall, noteScriptWords } from "./script_words.ts";

/**
 * Judges that a program runs that is none of the project's own, or that acts
 * by itself: after a person has let it run, only the very same file, and
 * after two approvals for the same with other words of the same kinds.
 *
 * @param path The program as written.
 * @param located Where it is.
 * @param words What it is given.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param isKnown Whether the tables know a program by its name.
 */
export function assessForeignScript(
  path: string,
  located: Located,
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  isKnown: (name: string) => boolean,
): void {
  const { place, guard } = located;
  const does = place === "project"
    ? `runs ${path}, which acts by itself`
    : `runs ${path}, outside the project`;
  const name = located.path.slice(located.path.lastIndexOf("/") + 1);
  const stays = place === "project"
    ? !/(^|\/)\.(git|hg|svn|jj)(\/|$)/.test(located.path)
    // Anyone may write into the folders of scratch files.
    : (place === "outside" || place === "hidden") &&
      !scratchFolders.some((folder) => located.path.startsWith(`${folder}/`));
  // The same program elsewhere may do what is never learned of it.
  if (!stays || isKnown(name)) return found.never("critical", does);
  found.runs = located.path;
  if (!isHarmlessScriptCall(words, path, found, scene)) return;
  const said = guard === undefined ? does : `${does}, hidden`;
  found.does("project", said);
  found.once(said);
  // Nobody knows of a program without words what it would do with some.
  if (words.length === 0) found.exactly(said);
  else noteScriptWords(words, said, found, scene);
}

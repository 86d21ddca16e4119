import type { Word } from "../../shell/mod.ts";
import { assessOperands } from "../facts.ts";
import type { Assessment } from "../assessment.ts";
import { locate } from "../place.ts";
import type { Scene } from "../scene.ts";

/**
 * Judges that a script file runs: only one of the project, and only as it is.
 *
 * What its words mean nobody but the script knows, so they are learned as they
 * are, together with the file's content where that can be seen.
 *
 * @param file The script.
 * @param words What it is given.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessScript(
  file: Word,
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const path = file.value;
  if (path === undefined || !/^[\w./+@-]+$/.test(path)) {
    return found.never("critical", `runs ${file.text}, which cannot be told`);
  }
  const located = locate(path, scene.directory, scene);
  if (located === undefined || located.place !== "project") {
    return found.never("critical", `runs ${path}, outside the project`);
  }
  if (located.guard !== undefined) {
    return found.never("critical", `runs ${path}, which acts by itself`);
  }
  if (/deploy|publish|release|upload/i.test(located.inside ?? "")) {
    return found.never("remote", `publishes something, by the name of ${path}`);
  }
  found.runs = located.path;
  assessOperands(words, ["text*"], found, scene);
  if (words.some((word) => word.value === undefined)) {
    return found.never("critical", `gives ${path} what cannot be told`);
  }
  found.does("project", `runs ${located.inside}`);
  found.exactly(`runs ${located.inside}, a program of the project`);
}

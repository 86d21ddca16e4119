import type { Word } from "../../shell/mod.ts";
import type { Assessment } from "../assessment.ts";
import { locate } from "../place.ts";
import type { Scene } from "../scene.ts";

/**
 * Judges that a script file runs: only one of the project, and only as it is.
 *
 * What its words mean nobody but the script knows, so they are learned as they
 * are, together with the file's content where that can be seen. Only after two
 * approvals with different files of the project may it be given any of them.
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
  const publishing = words.find(({ value }) =>
    /^(deploy|publish|release|upload|push|install)/i.test(value ?? "")
  );
  if (publishing !== undefined) {
    return found.never("remote", `publishes something, by ${publishing.text}`);
  }
  found.runs = located.path;
  if (words.some((word) => word.value === undefined)) {
    return found.never("critical", `gives ${path} what cannot be told`);
  }
  const does = `runs ${located.inside}, a program of the project`;
  found.does("project", does);
  found.once(does);
  if (words.length === 0) return found.exactly(does);
  found.needs = 2;
  for (const { value } of words) {
    const given = value!.replace(/^-[^=]*=/, "");
    if (locate(given, scene.directory, scene)?.guard !== undefined) {
      return found.never("remote", `gives ${given} to ${path}`);
    }
    if (/^--?[A-Za-z][\w-]*(=[\w.,:-]*)?$/.test(value!)) {
      found.flag(value!);
    } else if (
      /[./]/.test(value!) &&
      locate(value!, scene.directory, scene)?.place === "project"
    ) {
      found.operand("project-path");
    } else {
      found.exactly(does);
    }
  }
}

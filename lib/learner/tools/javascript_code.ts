import type { Word } from "../../shell/mod.ts";
import {
  type Assessment,
  assessReadPath,
  assessWritePath,
  type Scene,
} from "../assessment/mod.ts";
import { readJavaScript } from "../code/mod.ts";
import { normalisePath } from "../places/mod.ts";

/**
 * Judges that Node.js or Deno runs JavaScript that stands in the command: as
 * {@linkcode assessPythonCode} does, except that it may use no packages.
 *
 * @param text The code.
 * @param words What it is given.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessJavaScriptCode(
  text: Word | undefined,
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  if (text?.value === undefined) {
    return found.never("critical", "runs code that cannot be told");
  }
  const findings = readJavaScript(text.value, {
    home: scene.home,
    arguments: words.map(({ value }) => value),
  });
  if (findings.refused !== undefined) {
    return found.never("critical", `runs code that ${findings.refused}`);
  }
  found.does("read", "runs code that only calculates and prints");
  for (const path of findings.writes) {
    const located = assessWritePath(path, found, scene);
    if (located !== undefined) found.operand(`${located.place}-path`);
  }
  for (const { path, how } of findings.reads) {
    found.looks("runs code that looks at files");
    assessReadPath(path, found, scene, how);
  }
  if (findings.asksMachine) found.looks("runs code that asks this machine");
  for (const path of findings.documents) {
    found.looks("runs code that looks at files");
    assessReadPath(path, found, scene);
    assessDocument(path, found, scene);
  }
}

/** Where a document is missing, Node.js runs what is called like it. */
function assessDocument(
  path: string,
  found: Assessment,
  scene: Scene,
): void {
  const whole = path.startsWith("/") ? path : `${scene.directory}/${path}`;
  const file = normalisePath(whole);
  const folder = file.slice(0, file.lastIndexOf("/")) || "/";
  const name = file.slice(file.lastIndexOf("/") + 1);
  const beside = scene.entries?.(folder);
  const inside = scene.entries?.(file);
  const plain = beside !== undefined && inside?.length === 0 &&
    !beside.some((one) => one.startsWith(`${name}.`));
  if (!plain) {
    found.never("critical", `loads ${path}, which may be code`);
  }
}

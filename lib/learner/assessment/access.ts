import type { Word } from "../../shell/mod.ts";
import type { Assessment } from "./assessment.ts";
import {
  agentScratch,
  buildFolders,
  fitsSecret,
  locate,
  type Located,
  namesSecret,
  normalisePath,
  plainHidden,
} from "../places/mod.ts";
import { placeElsewhere } from "./elsewhere.ts";
import { numberedPaths } from "./fitting_names.ts";
import { mayBeCut } from "./named_files.ts";
import { linksThatFit } from "./links_that_fit.ts";
import type { Scene } from "./scene.ts";
import { pathText } from "./words.ts";

/**
 * Judges that a command reads a file or folder.
 *
 * @param word The path.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 * @param how Whether it reads the content, or looks at names and sizes only.
 */
export function assessRead(
  word: Word,
  found: Assessment,
  scene: Scene,
  how: "content" | "names" = "content",
): void {
  if (word.glob) return assessGlob(word, found, scene, how);
  if (scene.named && /^(\{\}|"\{\}"|…)$/.test(word.text)) {
    return found.operand("found-path");
  }
  // What is inside is a command of its own.
  if (/^<\(.*\)$/s.test(word.text)) return found.operand("input");
  const path = pathText(word, scene);
  if (path === "-") return found.operand("input");
  const pattern = word.like?.pattern;
  const cut = word.like?.kind === "files" &&
    !mayBeCut(found.program, word, scene);
  if (pattern !== undefined && !cut) {
    return assessGlob({ ...word, text: pattern }, found, scene, how);
  }
  if (path === undefined) {
    return found.never("critical", `reads ${word.text}, which cannot be told`);
  }
  // No file has an empty name; what takes one all the same takes this folder.
  assessReadPath(path || scene.directory || "", found, scene, how);
}

/**
 * Judges that a command reads a path.
 *
 * @param path The path as the program receives it.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 * @param how Whether it reads the content, or looks at names and sizes only.
 */
export function assessReadPath(
  path: string,
  found: Assessment,
  scene: Scene,
  how: "content" | "names" = "content",
): void {
  const located = locate(path, scene.directory, scene);
  if (located === undefined) {
    return found.never("critical", `reads ${path || "''"}, wherever that is`);
  }
  switch (located.place) {
    case "nothing":
      if (/zero|random/.test(located.path) && found.program === "cat") {
        found.exactly(`reads ${located.path}, which has no end`);
      }
      return;
    case "project":
    case "scratch":
    case "system":
      return found.operand(`${located.place}-path`);
    case "outside":
      if (how === "content" && holdsHomes(located.path, scene)) {
        return found.never("critical", `reads all of ${located.path}`);
      }
      return found.readsElsewhere(
        placeElsewhere(located.path, scene),
        `reads ${located.path}, outside the project`,
        true,
      );
    case "hidden": {
      const folder = hiddenFolder(located.path);
      return found.readsElsewhere(
        `under:${folder}`,
        `reads ${located.path}, hidden outside the project`,
        false,
      );
    }
    case "device":
      return found.never("critical", `reads the device ${located.path}`);
    case "secret":
      return how === "names"
        ? found.never("remote", `looks at ${path}, where secrets are kept`)
        : found.never("critical", `reads ${path}, where secrets are kept`);
  }
}

/**
 * Judges that a command writes, replaces or removes a file or folder.
 *
 * @param word The path.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 * @returns Where it is, if that can be told and it may be written.
 */
export function assessWrite(
  word: Word,
  found: Assessment,
  scene: Scene,
): Located | undefined {
  const path = pathText(word, scene);
  if (path !== undefined) return assessWritePath(path, found, scene);
  const paths = numberedPaths(word, scene);
  for (const one of paths ?? []) {
    const located = assessWritePath(one, found, scene);
    if (one === paths!.at(-1)) return located;
  }
  found.never("critical", `writes to ${word.text}, which cannot be told`);
  return undefined;
}

/**
 * Judges that a command writes to a path.
 *
 * @param path The path as the program receives it.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 * @returns Where it is, if that can be told and it may be written.
 */
export function assessWritePath(
  path: string,
  found: Assessment,
  scene: Scene,
): Located | undefined {
  const located = locate(path, scene.directory, scene);
  const refuse = (reason: string, tier: "remote" | "critical" = "critical") => {
    found.never(tier, reason);
    return undefined;
  };
  if (located === undefined) {
    return refuse(`writes to ${path || "''"}, wherever that is`);
  }
  switch (located.place) {
    case "nothing":
      return located;
    case "project":
    case "scratch":
      break;
    case "secret":
      return refuse(`writes to ${path}, where secrets are kept`);
    case "device":
      return refuse(`writes to the device ${located.path}`);
    default:
      return refuse(`writes to ${located.path}, outside the project`);
  }
  if (located.guard === "acts by itself") {
    return refuse(`writes to ${path}, which runs without being asked`);
  }
  if (located.guard === "defines commands") {
    return refuse(`changes ${path}, which says what commands do`, "remote");
  }
  if (/\\|^[A-Za-z]:|[\p{Cc}\p{Cf}\u2028\u2029]/u.test(path)) {
    return refuse(`writes to ${path}, which may be another place`);
  }
  if (/\/-/.test(located.path.replace(agentScratch, ""))) {
    return refuse(`writes ${path}, which a later command takes for an option`);
  }
  found.writes.push(located.path);
  const hidden = located.inside?.split("/").find((part) =>
    part.startsWith(".") && !plainHidden.has(part) && !buildFolders.has(part)
  );
  if (hidden !== undefined) {
    // Tools keep what steers them in such places, and new ones every month.
    found.once(`writes ${located.inside}, where a tool may keep its settings`);
    found.operand(`under:${hidden}`);
  }
  found.does(
    "project",
    located.place === "project"
      ? `writes ${located.inside || "the project folder"} in the project`
      : `writes ${located.path}, a scratch file`,
  );
  return located;
}

/**
 * Judges that a command works in its directory.
 *
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 * @returns Whether that is inside the project.
 */
export function isInProject(found: Assessment, scene: Scene): boolean {
  found.bound = true;
  const { directory } = scene;
  if (directory === undefined) {
    found.never("critical", "runs in a folder that cannot be told");
    return false;
  }
  const located = locate(directory, undefined, scene);
  if (located?.inside === undefined || /\\/.test(directory)) {
    found.displaced = true;
    found.never("critical", `runs in ${directory}, outside the project`);
    return false;
  }
  if (located.guard !== undefined || located.place !== "project") {
    found.never("critical", `runs in ${directory}, which acts by itself`);
    return false;
  }
  return true;
}

/**
 * Whether a folder holds someone's home, and so every secret in it.
 *
 * @param path The folder.
 * @param scene Where the person's own home is.
 * @returns Whether reading all of it reads secrets.
 */
export function holdsHomes(
  path: string,
  scene: Pick<Scene, "home">,
): boolean {
  return /^\/((home|Users|export|mnt|Volumes|var|root)(\/[^/]+)?)?$/.test(
    path,
  ) ||
    scene.home === path || scene.home.startsWith(`${path}/`);
}

/** Judges a path with an unquoted glob, by its part before the glob. */
function assessGlob(
  word: Word,
  found: Assessment,
  scene: Scene,
  how: "content" | "names",
): void {
  const parts = word.text.split("/");
  const first = parts.findIndex((part) => /[*?[\]]/.test(part));
  const plain = /^[\w.@+,=~/*?[\]!^:-]*$/.test(word.text);
  const hidden = parts.slice(first).some((part) =>
    part === ".." || /^\.+[*?[]|^[[?*].*\*\./.test(part)
  );
  if (!plain || first < 0 || hidden || /^~[^/]/.test(word.text)) {
    return found.never("critical", `reads ${word.text}, which cannot be told`);
  }
  const before = parts.slice(0, first).join("/");
  const base = word.text.startsWith("/") && before === "" ? "/" : before || ".";
  const text = base === "~" || base.startsWith("~/")
    ? `${scene.home}${base.slice(1)}`
    : base;
  const whole = locate(text, scene.directory, scene);
  // A bare `*` in the project reads no more than a recursive search does.
  const tame = whole?.place === "project";
  // What programs find under `**` may be hidden as well.
  const deep = parts.includes("**");
  if (deep && whole !== undefined && holdsHomes(whole.path, scene)) {
    return found.never("critical", `goes through all of ${whole.path}`);
  }
  const digits = word.like?.kind === "number" || word.like?.kind === "job";
  const fits = (part: string) =>
    part !== "**" && !(tame && part === "*") &&
    fitsSecret(part, { hidden: deep, digits });
  const secret = how === "content" &&
    parts.slice(first).some((part) => namesSecret(part) || fits(part));
  const glob = [whole?.path, ...parts.slice(first)].join("/");
  if (secret || scene.secrets?.mayHold(glob)) {
    return found.never(
      "critical",
      `reads ${word.text}, which may stand for a secret`,
    );
  }
  if (parts.slice(first).some((part) => namesSecret(part))) {
    return found.never(
      "remote",
      `looks at ${word.text}, where secrets are kept`,
    );
  }
  assessReadPath(text, found, scene, how);
  // A name that fits may be a link to anywhere.
  const last = first === parts.length - 1 ? parts[first]! : undefined;
  if (whole === undefined || last === undefined) return;
  for (const link of linksThatFit(whole, last, scene)) {
    assessReadPath(link, found, scene, how);
  }
}

/** The folder that an approval of one hidden path stands for. */
function hiddenFolder(path: string): string {
  const parts = normalisePath(path).split("/");
  const hidden = parts.findIndex((part) => part.startsWith("."));
  return parts.slice(0, hidden + 2).join("/");
}

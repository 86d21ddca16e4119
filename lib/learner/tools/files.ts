import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  assessRead,
  assessWrite,
  assessWritePath,
  flagTable,
  numberedPaths,
  pathText,
  readArguments,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import {
  buildFolders,
  locate,
  type Located,
  mayBeLost,
} from "../places/mod.ts";
import { assessMktemp } from "./mktemp.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

const mkdir: ToolFacts = {
  tier: "project",
  does: "makes folders",
  flags: "-p -v --parents --verbose",
  operands: "write*",
};

const touch: ToolFacts = {
  tier: "project",
  does: "makes files",
  flags: "-a -m -c -t:number -d: -r:read --no-create --date: --reference:read",
  operands: "write*",
};

const tee: ToolFacts = {
  tier: "project",
  does: "writes what it reads",
  flags: "-a -i --append --ignore-interrupts",
  operands: "write*",
};

/** Programs that make, move and remove files. */
export const fileTools: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ["mkdir", (words, found, scene) => assessByFacts(words, mkdir, found, scene)],
  ["touch", (words, found, scene) => assessByFacts(words, touch, found, scene)],
  ["tee", (words, found, scene) => assessByFacts(words, tee, found, scene)],
  ["mktemp", assessMktemp],
  ["cp", copy],
  ["mv", move],
  ["rm", remove],
  ["unlink", remove],
  ["rmdir", removeFolder],
  ["ln", link],
  ["chmod", changeMode],
]);

const copyFlags = flagTable(
  "-r -R -a -p -f -n -v -u -i -L -P --recursive --archive --preserve? --force --no-clobber --verbose --update?",
);

function copy(words: readonly Word[], found: Assessment, scene: Scene): void {
  found.does("project", "copies files");
  const read = readArguments(words, copyFlags);
  if (!noteFlags(read.flags, found)) return;
  const target = read.operands.at(-1);
  const sources = read.operands.slice(0, -1);
  if (target === undefined || sources.length === 0) {
    return found.exactly("copies nothing");
  }
  for (const source of sources) assessRead(source, found, scene);
  intoTarget(sources, target, found, scene);
  if (sources.some(({ value }) => value?.startsWith("/dev/"))) {
    return found.never("remote", `empties ${target.text}`);
  }
  if (
    read.flags.some(({ name }) => /^(-[rRa]|--recursive|--archive)$/.test(name))
  ) {
    found.exactly("copies a whole folder, whatever it holds");
  }
}

const moveFlags = flagTable("-f -n -v -u -i --force --no-clobber --verbose");

function move(words: readonly Word[], found: Assessment, scene: Scene): void {
  found.does("project", "moves files");
  const read = readArguments(words, moveFlags);
  if (!noteFlags(read.flags, found)) return;
  const target = read.operands.at(-1);
  const sources = read.operands.slice(0, -1);
  if (target === undefined || sources.length === 0) {
    return found.exactly("moves nothing");
  }
  const from = sources.map((source) => writes(source, found, scene));
  intoTarget(sources, target, found, scene);
  // What lies there is deleted without a second thought.
  const to = locate(pathText(target, scene) ?? "", scene.directory, scene);
  const lost = to !== undefined && mayBeLost(to) &&
    from.some((source) => source !== undefined && !mayBeLost(source));
  if (lost) found.never("remote", `moves files to ${target.text}, to be lost`);
}

/** Judges the target, as a file and as a folder that the sources go into. */
function intoTarget(
  sources: readonly Word[],
  target: Word,
  found: Assessment,
  scene: Scene,
): void {
  writes(target, found, scene);
  const path = pathText(target, scene);
  const folders = path === undefined
    ? target.glob ? [] : numberedPaths(target, scene) ?? []
    : [path];
  if (folders.length === 0) {
    return found.never("critical", `takes files to ${target.text}`);
  }
  for (const folder of folders) intoFolder(sources, folder, found, scene);
}

function intoFolder(
  sources: readonly Word[],
  folder: string,
  found: Assessment,
  scene: Scene,
): void {
  for (const source of sources) {
    const path = source.glob ? source.text : pathText(source, scene);
    if (path === undefined) {
      return found.never("critical", `takes ${source.text} along`);
    }
    const name = path.replace(/\/+$/, "").split("/").at(-1)!;
    if (source.glob && !/^[\w-]*\*[\w-]*\.\w+$/.test(name)) {
      return found.never("critical", `takes ${source.text} along`);
    }
    // Its content goes along: `.` and `..` name a folder, not a file.
    if (/^\.{0,2}$/.test(name)) {
      found.exactly("takes a whole folder along, whatever it holds");
    } else {
      assessWritePath(`${folder}/${name}`, found, scene);
    }
  }
}

const removeFlags = flagTable(
  "-f -r -R -v -d --force --recursive --verbose --dir",
);

function remove(words: readonly Word[], found: Assessment, scene: Scene): void {
  const read = readArguments(words, removeFlags);
  const recursive = read.flags.some(({ name }) =>
    /^(-[rR]|--recursive)$/.test(name)
  );
  if (!noteFlags(read.flags, found)) return;
  found.does("project", "deletes files");
  if (read.operands.length === 0) found.exactly("deletes nothing");
  let own = read.operands.length > 0;
  const does = `deletes ${words.map((word) => word.value).join(" ")}`;
  for (const operand of read.operands) {
    if (operand.value === undefined) {
      return found.never("critical", `deletes ${operand.text}`);
    }
    const located = assessWrite(operand, found, scene);
    if (located === undefined) return;
    const lost = recursive ? mayGo(located) : mayBeLost(located);
    if (!lost && located.inside && scene.made?.(located.path)) {
      found.operand(recursive ? "own-folder" : "own-path");
      continue;
    }
    own = false;
    if (!lost) {
      const what = recursive ? "the folder " : "";
      return found.never("remote", `deletes ${what}${operand.value}`);
    }
    if (located.inside === "" || /^\/[^/]*(\/tmp)?$/.test(located.path)) {
      return found.never("critical", `deletes ${located.path} whole`);
    }
    const kind = disposable(located, recursive);
    if (kind === undefined) {
      found.operand(`${located.place}-path`);
      found.exactly(does);
    } else {
      found.operand(kind);
    }
  }
  if (own) return found.once("deletes what the agent made itself");
  found.needs = 2;
  found.once(does);
}

/** What a person who lets it be deleted lets be deleted anywhere else. */
function disposable(located: Located, recursive: boolean): string | undefined {
  // A whole folder there may be someone else's.
  if (located.place === "scratch") {
    return recursive ? undefined : "scratch-path";
  }
  const name = located.path.split("/").at(-1)!;
  // By these names people keep what they wrote themselves, too.
  const own = /^(build|out)$/.test(name);
  return recursive && buildFolders.has(name) && !own
    ? `folder:${name}`
    : undefined;
}

/** Whether a folder may be deleted with everything in it. */
function mayGo(located: Located): boolean {
  if (located.place === "scratch") return true;
  const name = located.path.split("/").at(-1)!;
  return located.inside !== undefined &&
    (buildFolders.has(name) || /\.egg-info$/.test(name));
}

function removeFolder(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const facts: ToolFacts = {
    tier: "project",
    does: "removes empty folders",
    flags: "-v --verbose",
    operands: "write*",
  };
  assessByFacts(words, facts, found, scene);
}

function link(words: readonly Word[], found: Assessment, scene: Scene): void {
  found.does("project", "makes a link");
  const read = readArguments(
    words,
    flagTable("-s -f -n -v --symbolic --force"),
  );
  if (!noteFlags(read.flags, found)) return;
  for (const operand of read.operands) {
    assessRead(operand, found, scene);
    if (writes(operand, found, scene) === undefined) return;
  }
  found.exactly("makes a link, and what is written through it goes elsewhere");
}

function changeMode(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const [mode, ...files] = words;
  const plain =
    /^([ugoa]*[+-][rwx]+|[0-7]?[0-7]{3})$/.test(mode?.value ?? "") &&
    !/s|^[1-7][0-7]{3}$/.test(mode!.value!);
  found.does("project", "changes who may use files");
  if (!plain || files.length === 0) {
    return found.never("remote", "changes who may use files");
  }
  for (const file of files) {
    if (file.value?.startsWith("-")) {
      return found.never("remote", "changes modes");
    }
    writes(file, found, scene);
  }
  found.operand(`=${mode!.value}`);
  found.once("changes who may use files");
}

function writes(
  word: Word,
  found: Assessment,
  scene: Scene,
): Located | undefined {
  if (word.glob) {
    found.never("critical", `changes ${word.text}`);
    return undefined;
  }
  const located = assessWrite(word, found, scene);
  if (located !== undefined) found.operand(`${located.place}-path`);
  return located;
}

function noteFlags(
  flags: readonly { name: string; fact: unknown }[],
  found: Assessment,
): boolean {
  for (const { name, fact } of flags) {
    if (fact === undefined) {
      found.never(
        "remote",
        `uses ${found.program} ${name}, which is not known`,
      );
      return false;
    }
    found.flag(name);
  }
  return true;
}

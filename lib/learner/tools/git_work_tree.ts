import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  assessWrite,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import { locate, type Located } from "../places/mod.ts";
import { branchName, gitSubcommands } from "../tables/git.ts";
import { isNewName, isRevision } from "./git_names.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/** Git's subcommands that change files, branches, or the next commit. */
export const workTreeJudges: readonly (readonly [string, Judge])[] = [
  ["checkout", checkout],
  ["switch", switchBranch],
  ["restore", restore],
  ["reset", reset],
  ["rm", remove],
  ["clean", clean],
  ["branch", branch],
];

const discards = "may throw away changes that were not committed";

function checkout(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const values = words.map((word) => word.value);
  const [first, second, third] = values;
  if (first === "-b" && isNewName(second) && values.length <= 3) {
    if (values.length === 3 && !isRevision(third)) {
      return found.never("remote", discards);
    }
    found.flag("-b");
    found.operand("new-branch");
    return found.does("project", "starts a branch");
  }
  // Git takes a name that is no branch for a file, and throws its changes away.
  if (values.includes("--") || values.some((value) => isFile(value))) {
    return takeBack(words, found, scene);
  }
  toBranch(values.filter((value) => value !== "-q"), found);
}

/** Whether a text is the name of a file, and of no branch. */
function isFile(value: string | undefined): boolean {
  return /\.[A-Za-z]\w{0,4}$/.test(value ?? "");
}

/**
 * Judges that files get back what was committed of them: to overwrite a file
 * that is named, and to overwrite no more than that.
 */
function takeBack(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const start = words.findIndex((word) => word.value === "--");
  const files = start >= 0
    ? words.slice(start + 1)
    : isFile(words[0]?.value)
    ? words
    : words.slice(1);
  const before = words.slice(
    0,
    start >= 0 ? start : words.length - files.length,
  );
  const versioned = before.length === 0 ||
    before.length === 1 && isRevision(before[0]!.value);
  if (!versioned || files.length === 0) return found.never("remote", discards);
  for (const file of files) {
    if (!isFile(file.value) || !/^[\w@+-][\w./@+-]*$/.test(file.value!)) {
      return found.never("remote", discards);
    }
    const located = writesBack(file, before.length === 0, found, scene);
    // Of a folder it would be every file in it.
    const names = located && scene.entries?.(located.path);
    if (
      located?.place !== "project" || names !== undefined && names.length > 0
    ) {
      return found.never("remote", discards);
    }
  }
  found.needs = 2;
  found.operand("project-path");
  found.once("takes back changes of a file that were not committed");
}

/** Judges that a file is written that was committed before. */
function writesBack(
  file: Word,
  asItWas: boolean,
  found: Assessment,
  scene: Scene,
): Located | undefined {
  const located = locate(file.value!, scene.directory, scene);
  const defines = located?.place === "project" &&
    located.guard === "defines commands";
  // What commands do is again what it was, if it comes from no other version.
  if (!asItWas || !defines) return assessWrite(file, found, scene);
  found.writes.push(located.path);
  found.operand("defining-path");
  found.does("project", "takes back changes");
  return located;
}

function switchBranch(words: readonly Word[], found: Assessment): void {
  const values = words.map((word) => word.value);
  if (
    (values[0] === "-c" || values[0] === "--create") && isNewName(values[1]) &&
    (values.length === 2 || values.length === 3 && isRevision(values[2]))
  ) {
    found.flag("-c");
    found.operand("new-branch");
    return found.does("project", "starts a branch");
  }
  toBranch(values, found);
}

function toBranch(
  values: readonly (string | undefined)[],
  found: Assessment,
): void {
  const [name] = values;
  if (values.length !== 1 || name === undefined || !branchName.test(name)) {
    return found.never("remote", discards);
  }
  found.does("project", `changes to the branch ${name}`);
  found.once(`changes to the branch ${name}`);
  found.operand(`=${name}`);
}

function restore(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const values = words.map((word) => word.value);
  const staged = values.some((value) => value === "--staged" || value === "-S");
  const flags = values.filter((value) => value?.startsWith("-") ?? true);
  if (!staged && flags.length === 0) return takeBack(words, found, scene);
  if (
    !staged || flags.some((flag) => !/^(--staged|-S|-q|--)$/.test(flag ?? ""))
  ) {
    return found.never("remote", discards);
  }
  const facts: ToolFacts = {
    tier: "project",
    does: "takes files out of the next commit",
    flags: "--staged -S -q",
    operands: "names*",
  };
  assessByFacts(words, facts, found, scene);
}

function reset(words: readonly Word[], found: Assessment, scene: Scene): void {
  const values = words.map((word) => word.value);
  const plain = values.every((value, index) =>
    value === "-q" || value === "--" || (value === "HEAD" && index <= 1) ||
    // Before the dashes stands a commit that the branch is moved to.
    (value !== undefined && !value.startsWith("-") &&
      values.slice(0, index).includes("--"))
  );
  if (!plain) return found.never("remote", discards);
  const facts: ToolFacts = {
    tier: "project",
    does: "takes files out of the next commit",
    once: true,
    flags: "-q",
    operands: "names*",
  };
  const paths = words.filter((word) => word.value !== "HEAD");
  assessByFacts(paths, facts, found, scene);
}

function remove(words: readonly Word[], found: Assessment, scene: Scene): void {
  if (!words.some((word) => word.value === "--cached")) {
    return found.never("remote", "deletes files");
  }
  const facts: ToolFacts = {
    tier: "project",
    does: "stops tracking files and keeps them",
    once: true,
    flags: "--cached -r -q -n",
    operands: "names*",
  };
  assessByFacts(words, facts, found, scene);
}

function clean(words: readonly Word[], found: Assessment): void {
  const dry = words.length > 0 &&
    words.every((word) =>
      /^(-n|--dry-run|-nd|-dn|-d|-ndx)$/.test(word.value ?? "")
    ) && words.some((word) => /n/.test(word.value ?? ""));
  if (!dry) return found.never("remote", "deletes files that are not tracked");
  found.flag("-n");
  found.once("lists files that are not tracked");
}

function branch(words: readonly Word[], found: Assessment, scene: Scene): void {
  if (words.length === 1 && isNewName(words[0]?.value)) {
    found.operand("new-branch");
    return found.does("project", "starts a branch");
  }
  assessByFacts(words, gitSubcommands["branch"]!, found, scene);
}

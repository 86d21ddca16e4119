import type { Word } from "../../shell/mod.ts";
import { holdsHomes, isInProject } from "../access.ts";
import { Assessment } from "../assessment.ts";
import { assessByFacts, type ToolFacts } from "../facts.ts";
import type { Scene } from "../scene.ts";
import {
  branchName,
  configReading,
  gitSubcommands,
  harmlessOverride,
  harmlessSetting,
  knownRemotes,
  otherSubcommand,
} from "../tables/git.ts";
import { locate, normalisePath } from "../place.ts";

const git: ToolFacts = {
  tier: "read",
  does: "works on the repository",
  flags: "--version",
  subcommands: gitSubcommands,
  otherwise: otherSubcommand,
};

const harmlessGlobals = new Set([
  "--no-pager",
  "-P",
  "--no-optional-locks",
  "--literal-pathspecs",
  "--no-replace-objects",
]);

/**
 * Judges a call of git.
 *
 * A repository's own configuration can run programs, so git passes only in
 * the project's repository, whose configuration nobody writes unseen.
 *
 * @param words The words after `git`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessGit(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const rest = [...words];
  let directory = scene.directory;
  while (rest[0]?.value?.startsWith("-")) {
    const flag = rest.shift()!.value!;
    if (/^(--version|-v|--help|-h)$/.test(flag) && rest.length === 0) {
      return found.does("read", "shows its version or how it is used");
    }
    if (flag === "-c" && harmlessOverride.test(rest[0]?.value ?? "")) {
      found.flag(`-c ${rest.shift()!.value!}`);
    } else if (flag === "-C") {
      const path = rest.shift()?.value;
      directory = path === undefined
        ? undefined
        : locate(path, directory, scene)?.path;
      found.flag("-C");
    } else if (!harmlessGlobals.has(flag)) {
      return found.never(
        "critical",
        `uses git ${flag}, which can run or write`,
      );
    }
  }
  const inside = { ...scene, directory };
  if (rest.some((word) => runsTransport.test(word.value ?? word.text))) {
    return found.never("critical", "names a program for git to run");
  }
  if (isElsewhere(inside)) return elsewhere(rest, found, inside);
  if (!isInProject(found, inside)) return;
  assessSubcommand(rest, found, inside);
}

/** Whether it is about a repository of the person's beside the project. */
function isElsewhere(scene: Scene): boolean {
  const located = scene.directory === undefined
    ? undefined
    : locate(scene.directory, undefined, scene);
  return located?.place === "outside" && located.guard === undefined &&
    !holdsHomes(located.path, scene);
}

/**
 * Judges a look at another repository. Its configuration may run programs, so
 * a person sees each such repository once.
 */
function elsewhere(
  rest: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const directory = normalisePath(scene.directory!);
  const inner = new Assessment("git");
  assessSubcommand(rest, inner, { ...scene, project: directory });
  if (inner.tier !== "read" || inner.learning === "never") {
    return found.never("critical", `runs in ${directory}, outside the project`);
  }
  found.adopt(inner, []);
  found.operand(`in:${directory}`);
  found.once(`looks at the repository in ${directory}, outside the project`);
}

function assessSubcommand(
  rest: readonly Word[],
  found: Assessment,
  inside: Scene,
): void {
  const name = rest[0]?.value;
  const judge = name === undefined ? undefined : judges.get(name);
  const known = judge !== undefined ||
    Object.hasOwn(gitSubcommands, name ?? "");
  if (known && rest.length === 2 && rest[1]?.value === "-h") {
    found.subcommand = [name!, "-h"];
    return found.does("read", "shows how it is used");
  }
  if (judge === undefined) return assessByFacts(rest, git, found, inside);
  found.subcommand = [name!];
  judge(rest.slice(1), found, inside);
}

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

const judges: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ["checkout", checkout],
  ["switch", switchBranch],
  ["restore", restore],
  ["reset", reset],
  ["rm", remove],
  ["clean", clean],
  ["branch", branch],
  ["config", config],
  ["remote", remote],
  ["fetch", exchange],
  ["pull", exchange],
  ["ls-remote", exchange],
]);

/** With these even a push that people allowed runs any program. */
const runsTransport =
  /^(ext|fd)::|^--(e|ex|exe|exec|rec|rece|recei|receiv|receive.*|upl|uplo|uploa|upload|upload-.*)(=|$)/;

const discards = "may throw away changes that were not committed";

function checkout(words: readonly Word[], found: Assessment): void {
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
  if (values.some((value) => /\.[A-Za-z]\w{0,4}$|\/$/.test(value ?? ""))) {
    return found.never("remote", discards);
  }
  toBranch(values.filter((value) => value !== "-q"), found);
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

function config(words: readonly Word[], found: Assessment): void {
  const values = words.map((word) => word.value);
  const key = values.at(-1);
  const reads = values.slice(0, -1).every((value) =>
    configReading.test(value ?? "?")
  );
  if (!reads || key === undefined || !harmlessSetting.test(key)) {
    return found.never(
      "critical",
      "reads or changes git's configuration, which can run programs",
    );
  }
  found.operand(`=${key}`);
  found.does("read", "reads a setting of git");
}

function remote(words: readonly Word[], found: Assessment, scene: Scene): void {
  const [name, ...values] = words.map((word) => word.value);
  if (name !== "show") {
    return assessByFacts(words, gitSubcommands["remote"]!, found, scene);
  }
  const names = values.filter((value) => value !== "-n");
  // Any other name may be an address, or a program that opens one.
  if (!names.every((value) => knownRemotes.includes(value ?? "?"))) {
    return found.never("remote", "asks a repository named in the line");
  }
  found.subcommand = ["remote", "show"];
  found.does("read", "asks the project's own remote");
}

function exchange(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const name = found.subcommand[0]!;
  const [remote, ...refs] = words.map((word) => word.value)
    .filter((value) => !value?.startsWith("-"));
  const facts: ToolFacts = {
    tier: name === "ls-remote" ? "read" : "fetch",
    does: name === "ls-remote"
      ? "asks the project's own remote"
      : "fetches commits from the project's own remote",
    once: name === "pull",
    flags: name === "fetch"
      ? "-q -v -p -t --all --prune --tags --no-tags --quiet --verbose --dry-run"
      : name === "pull"
      ? "-q -v --ff-only --no-rebase --quiet --verbose"
      : "-h -t -q --heads --tags --refs --quiet --exit-code --symref --branches",
    refuses:
      "--upload-pack --exec -u -o --server-option --receive-pack --recurse-submodules --submodule-prefix --set-upstream --refmap --negotiation-tip",
    operands: "word*",
  };
  const known = (words.length === 0 || remote === undefined ||
    knownRemotes.includes(remote)) && refs.every(isRevision);
  if (!known) {
    return found.never("remote", "fetches from a repository named in the line");
  }
  assessByFacts(words, facts, found, scene);
  if (facts.tier === "fetch") found.host = `git ${remote ?? "origin"}`;
}

function isNewName(value: string | undefined): boolean {
  return value !== undefined && /^[A-Za-z0-9][\w./-]*$/.test(value) &&
    !value.includes("..");
}

function isRevision(value: string | undefined): boolean {
  return value !== undefined && /^[A-Za-z0-9@][\w./@^~{}-]*$/.test(value);
}

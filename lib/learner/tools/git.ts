import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  Assessment,
  holdsHomes,
  isInProject,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import { gitSubcommands, otherSubcommand } from "../tables/git.ts";
import { harmlessOverride } from "../tables/git_settings.ts";
import { remoteJudges } from "./git_remotes.ts";
import { workTreeJudges } from "./git_work_tree.ts";
import { locate, normalisePath } from "../places/mod.ts";

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
  let moved = false;
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
      moved = true;
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
  if (moved) found.flag("-C");
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
 * a person sees each such repository once; how it is looked at does not matter.
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
  found.subcommand = ["-C", directory];
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

const judges = new Map([...workTreeJudges, ...remoteJudges]);

/** With these even a push that people allowed runs any program. */
const runsTransport =
  /^(ext|fd)::|^--(e|ex|exe|exec|rec|rece|recei|receiv|receive.*|upl|uplo|uploa|upload|upload-.*)(=|$)/;

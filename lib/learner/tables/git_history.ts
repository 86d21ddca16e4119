import type { ToolFacts } from "../assessment/mod.ts";
import { log, logged, reads, runs, shown } from "./git_kinds.ts";

/**
 * Git's subcommands that read files and history, or pack them. Source: git's
 * manual pages.
 */
export const gitHistory: Readonly<Record<string, ToolFacts>> = {
  status: {
    tier: "read",
    does: "looks at the state of the repository",
    flags:
      "-s -b -v -u? -z --short --branch --porcelain? --long --verbose --untracked-files? --ignored? --show-stash --ahead-behind --no-ahead-behind --renames --no-renames --column? -uno -uall -unormal",
    operands: "names*",
  },
  log,
  whatchanged: log,
  show: log,
  shortlog: reads(
    "reads the history",
    `${logged} -n -s -e -w? --summary --numbered --email --group:word --committer`,
  ),
  diff: reads(
    "compares versions",
    `${shown} --cached --staged --merge-base --base --ours --theirs`,
  ),
  "diff-tree": reads(
    "compares versions",
    `${shown} -r -t --root --no-commit-id --stdin`,
  ),
  "diff-index": reads("compares versions", `${shown} --cached`),
  "diff-files": reads("compares versions", shown),
  "range-diff": reads("compares versions", shown),
  blame: reads(
    "reads who changed what",
    "-L: -w -C -M -e -s -l -t -n -f -p --date:word --porcelain --line-porcelain --show-email --root --color-lines --since: --abbrev? --ignore-rev:",
  ),
  annotate: reads("reads who changed what", "-L: -w"),
  grep: {
    tier: "read",
    does: "searches the repository",
    flags:
      "-n -i -l -L -c -w -v -E -F -G -P -h -H -p -q -I -a -o -z -W -e: -A:number -B:number -C:number -m:number --cached --untracked --line-number --column --ignore-case --files-with-matches --name-only --count --word-regexp --invert-match --extended-regexp --fixed-strings --perl-regexp --heading --break --show-function --function-context --all-match --and --or --not --max-depth:number --color? --no-color --recursive --text --only-matching --max-count:number",
    operands: "text ref*",
    movedBy: "-e",
    moved: "ref*",
    refuses: runs,
  },
  "ls-files": reads(
    "lists files",
    "-c -d -m -o -i -s -u -k -z -t -v -x: --cached --deleted --modified --others --ignored --stage --unmerged --killed --exclude: --exclude-standard --full-name --error-unmatch --eol --directory --no-empty-directory --recurse-submodules --deduplicate --abbrev?",
  ),
  "ls-tree": reads(
    "lists files",
    "-r -t -d -l -z --name-only --name-status --long --full-name --full-tree --abbrev? --object-only --format:",
  ),
  "cat-file": {
    ...reads(
      "reads the history",
      "-p -t -s -e --batch-check? --batch-all-objects --unordered",
    ),
    refuses: `${runs} --filters`,
  },
  "rev-parse": reads(
    "reads names of versions",
    "-q --abbrev-ref? --short? --verify --show-toplevel --show-prefix --show-cdup --git-dir --git-common-dir --absolute-git-dir --is-inside-work-tree --is-inside-git-dir --is-bare-repository --is-shallow-repository --symbolic-full-name --symbolic --all --branches? --tags? --remotes? --show-current --quiet --show-superproject-working-tree --show-object-format --path-format:word --git-path:",
  ),
  "rev-list": reads(
    "reads the history",
    `${logged} --count --objects --not --left-right --timestamp --disk-usage`,
  ),
  "merge-base": reads(
    "compares versions",
    "-a --all --is-ancestor --fork-point --octopus --independent",
  ),
  "name-rev": reads(
    "reads names of versions",
    "--name-only --tags --refs: --all --always",
  ),
  describe: reads(
    "reads names of versions",
    "--tags --always --all --long --dirty? --abbrev? --match: --exclude: --exact-match --contains --first-parent --candidates:number --broken?",
  ),
  "for-each-ref": reads(
    "lists branches",
    "--format: --sort: --count:number --merged? --no-merged? --contains? --points-at: --ignore-case --exclude:",
  ),
  "show-ref": reads(
    "lists branches",
    "-q -s -d --heads --tags --hash? --verify --quiet --branches --abbrev? --dereference",
  ),
  "show-branch": reads(
    "lists branches",
    "-a -r --all --remotes --list --current --sha1-name --no-name",
  ),
  "count-objects": reads(
    "measures the repository",
    "-v -H --verbose --human-readable",
  ),
  "check-ignore": reads(
    "looks at what is ignored",
    "-v -q -n --verbose --quiet --non-matching",
  ),
  "check-attr": reads("looks at attributes", "-a --all --cached"),
  "verify-commit": reads("reads the history", "-v --raw"),
  cherry: reads("compares branches", "-v --abbrev?"),
  fsck: reads(
    "checks the repository",
    "--full --no-full --strict --dangling --no-dangling --unreachable --connectivity-only --no-reflogs --root --tags --cache --verbose --progress --no-progress --name-objects",
  ),
  "hash-object": {
    ...reads("calculates a hash", "--stdin -t:word"),
    operands: "read*",
    refuses: "-w --path --filters --stdin-paths --literally",
  },
  version: reads("prints a version", "--build-options"),
  help: {
    ...reads("shows how git is used", "-a -g -c --all --guides"),
    operands: "",
  },
  var: { ...reads("reads a setting of git", ""), operands: "name" },
  "check-mailmap": { ...reads("looks up a name", ""), operands: "text*" },
  "check-ref-format": {
    ...reads("checks a name", "--branch --normalize --allow-onelevel"),
    operands: "text",
  },
  "merge-tree": reads(
    "tries a merge",
    "--write-tree --name-only --messages --no-messages -z --merge-base:",
  ),
  "verify-tag": reads("reads the history", "-v --raw"),
  archive: {
    ...reads(
      "packs a version",
      "-v -l -o:write --list --verbose --output:write --format:name --prefix:word -0 -1 -9",
    ),
    refuses: "--remote --exec --add-file --add-virtual-file",
  },
  "format-patch": {
    tier: "project",
    does: "writes patches into files",
    flags:
      `${shown} -n -N -k -v:number -o:write --stdout --numbered --no-numbered --start-number:number --signoff --subject-prefix: --cover-letter --output-directory:write -#`,
    refuses: runs,
    operands: "ref*",
    modes: [{
      with: "--stdout",
      tier: "read",
      does: "prints versions as patches",
    }],
  },
  "verify-pack": {
    ...reads("checks the repository", "-v -s --verbose --stat-only"),
    operands: "read*",
  },
  "patch-id": reads("calculates a hash", "--stable --unstable --verbatim"),
  stripspace: reads("tidies a text", "-s -c --strip-comments --comment-lines"),
};

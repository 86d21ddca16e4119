import type { ToolFacts } from "../facts.ts";
import { gitChanges } from "./git_changes.ts";

/**
 * Git's subcommands. Flags are those of its manual pages that neither run
 * programs, nor write outside the repository, nor lose work.
 */

const shown =
  "-p -u -s -U:number -w -b -M? -C? -D -R -a -z -i -S: -G: -# --stat? --numstat --shortstat --name-only --name-status --patch --no-patch --raw --unified:number --color? --no-color --word-diff? --color-words? --check --full-index --binary --abbrev? --find-renames? --find-copies? --diff-filter:word --ignore-all-space --ignore-space-change --ignore-space-at-eol --ignore-blank-lines --function-context -W --summary --dirstat? --compact-summary --minimal --patience --histogram --diff-algorithm:word --no-renames --no-ext-diff --no-textconv --pickaxe-regex --relative? --patch-with-stat --pickaxe-all --output-indicator-new: --output-indicator-old: --output-indicator-context: --ita-visible-in-index --anchored: --break-rewrites? --irreversible-delete --find-copies-harder --no-indent-heuristic --indent-heuristic --ws-error-highlight:word --line-prefix: --src-prefix:word --dst-prefix:word --default-prefix --no-relative --rotate-to: --skip-to: --no-color-moved --color-moved? --color-moved-ws:word --text --diff-merges:word --combined-all-paths -t --inter-hunk-context:number --submodule? --no-prefix --quiet -q --exit-code --ignore-submodules?";

const logged =
  "-n:number -g -L: --oneline --graph --all --since: --until: --after: --before: --author: --committer: --grep: --format: --pretty? --abbrev-commit --no-abbrev-commit --decorate? --no-decorate --follow --no-merges --merges --first-parent --reverse --date: --bisect --ignore-missing --max-age:number --min-age:number --since-as-filter: --reflog --grep-reflog: --remove-empty --show-pulls --exclude-first-parent-only --dense --sparse --cherry --alternate-refs --single-worktree --log-size --graph-lane-limit:number --no-graph --show-linear-break? --decorate-refs-exclude: --default:word --in-commit-order --expand-tabs? --no-expand-tabs --no-commit-id --max-count:number --skip:number --branches? --tags? --remotes? --left-right --cherry-pick --cherry-mark --left-only --right-only --topo-order --date-order --author-date-order --full-history --simplify-merges --simplify-by-decoration --ancestry-path --walk-reflogs --show-signature --source --boundary --invert-grep --regexp-ignore-case --extended-regexp -E --fixed-strings -F --perl-regexp --all-match --parents --children --no-walk --cc -c -m --no-notes --notes? --encoding:word --relative-date --mailmap --no-mailmap --max-parents:number --min-parents:number --merge-base --not --no-stat --clear-decorations --decorate-refs: --exclude:";

const runs =
  "--ext-diff --textconv --output -O --no-index --open-files-in-pager";

const reads = (does: string, flags: string): ToolFacts => ({
  tier: "read",
  does,
  flags,
  operands: "ref*",
  refuses: runs,
});

const log = reads("reads the history", `${logged} ${shown}`);

const otherRemote = "changes history, other branches, or other machines";

const remoteReads = "origin upstream";

/** Names of remotes that may be read from. */
export const knownRemotes: readonly string[] = remoteReads.split(" ");

/** Names of branches, so that a branch is not taken for a file. */
export const branchName: RegExp =
  /^(main|master|develop|development|dev|trunk|staging|next|-|((feature|feat|fix|bugfix|hotfix|chore|release|docs|refactor|test|perf|ci|build|agent|claude|codex|orch|wip)\/[\w./-]+))$/;

/** Git's subcommands by name. */
export const gitSubcommands: Readonly<Record<string, ToolFacts>> = {
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
  reflog: {
    ...log,
    subcommands: {
      show: log,
      exists: reads("reads the history", ""),
      expire: { tier: "remote", does: otherRemote },
      delete: { tier: "remote", does: otherRemote },
    },
    otherwise: { tier: "remote", does: otherRemote },
  },
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
  notes: {
    tier: "read",
    does: "reads notes",
    subcommands: {
      list: reads("reads notes", ""),
      show: reads("reads notes", ""),
    },
    otherwise: { tier: "remote", does: otherRemote },
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
  bisect: {
    tier: "read",
    does: "reads what was tried",
    subcommands: {
      log: reads("reads what was tried", ""),
      terms: reads("reads what was tried", ""),
    },
    otherwise: { tier: "remote", does: otherRemote },
  },
  "sparse-checkout": {
    tier: "read",
    does: "lists what is checked out",
    subcommands: { list: reads("lists what is checked out", "") },
    otherwise: { tier: "remote", does: otherRemote },
  },
  bundle: {
    tier: "read",
    does: "looks at a bundle",
    subcommands: {
      verify: { ...reads("looks at a bundle", "-q --quiet"), operands: "read" },
      "list-heads": {
        ...reads("looks at a bundle", ""),
        operands: "read ref*",
      },
    },
    otherwise: { tier: "remote", does: otherRemote },
  },
  rerere: {
    tier: "read",
    does: "reads how conflicts were solved",
    subcommands: {
      status: reads("reads how conflicts were solved", ""),
      diff: reads("reads how conflicts were solved", ""),
      remaining: reads("reads how conflicts were solved", ""),
    },
    otherwise: { tier: "remote", does: otherRemote },
  },
  lfs: {
    tier: "read",
    does: "looks at large files",
    subcommands: {
      status: reads("looks at large files", "-p -j --porcelain --json"),
      "ls-files": reads(
        "looks at large files",
        "-l -s -d -a -n --long --size --debug --all --name-only --json",
      ),
      version: reads("prints a version", ""),
      env: reads("shows how large files are fetched", ""),
      locks: reads(
        "asks who works on large files",
        "--json --limit:number -l:number --path:word -p:word --local --cached --verify",
      ),
    },
    otherwise: { tier: "remote", does: otherRemote },
  },
  branch: {
    tier: "read",
    does: "lists branches",
    flags:
      "-a -r -v -vv -l -q -i --all --remotes --list --verbose --show-current --merged? --no-merged? --contains? --no-contains? --sort: --format: --color? --no-color --column? --no-column --points-at? --abbrev? --no-abbrev --ignore-case",
    destroys:
      "-d -D -m -M -c -C -f -u -t --delete --move --copy --force --set-upstream-to --unset-upstream --track --edit-description",
    operands: "",
    moved: "text*",
    movedBy:
      "-l --list --merged --no-merged --contains --no-contains --points-at",
  },
  tag: {
    tier: "read",
    does: "lists tags",
    flags:
      "-l -n? -i -v --verify --list --sort: --format: --contains? --no-contains? --merged? --no-merged? --points-at? --column? --no-column --color? --ignore-case",
    destroys:
      "-d -f -a -s -m -u -F --delete --force --sign --annotate --message --file --local-user",
    operands: "",
    moved: "text*",
    movedBy:
      "-l -n -v --list --verify --merged --no-merged --contains --no-contains --points-at",
  },
  "symbolic-ref": {
    ...reads("reads names of versions", "--short -q --quiet --no-recurse"),
    operands: "ref",
    surplus: { tier: "remote", does: otherRemote },
    refuses: "-d --delete -m",
  },
  replace: {
    ...reads("lists what stands in for what", "-l --list --format:word"),
    refuses:
      "-d -f -e --delete --force --edit --raw --graft --convert-graft-file",
    surplus: { tier: "remote", does: otherRemote },
    operands: "",
  },
  "verify-pack": {
    ...reads("checks the repository", "-v -s --verbose --stat-only"),
    operands: "read*",
  },
  "patch-id": reads("calculates a hash", "--stable --unstable --verbatim"),
  stripspace: reads("tidies a text", "-s -c --strip-comments --comment-lines"),
  remote: {
    tier: "read",
    does: "lists remotes",
    flags: "-v --verbose",
    subcommands: {
      "get-url": {
        tier: "read",
        does: "lists remotes",
        flags: "--all --push",
        operands: "word",
      },
    },
    otherwise: { tier: "remote", does: "changes where the repository is sent" },
  },
  stash: {
    tier: "project",
    does: "puts changes aside",
    once: true,
    flags:
      "-u -k -q -m: --include-untracked --keep-index --quiet --message: -S --staged",
    subcommands: {
      push: {
        tier: "project",
        does: "puts changes aside",
        once: true,
        flags:
          "-u -k -q -m: --include-untracked --keep-index --quiet --message: -S --staged",
        operands: "names*",
      },
      list: log,
      show: reads("reads what was put aside", shown),
      pop: {
        tier: "project",
        does: "brings changes back",
        once: true,
        flags: "-q --index --quiet",
        operands: "ref",
      },
      apply: {
        tier: "project",
        does: "brings changes back",
        once: true,
        flags: "-q --index --quiet",
        operands: "ref",
      },
    },
    otherwise: { tier: "remote", does: "throws away changes put aside" },
  },
  worktree: {
    tier: "read",
    does: "lists work trees",
    subcommands: {
      list: {
        tier: "read",
        does: "lists work trees",
        flags: "-v -z --porcelain --verbose",
      },
    },
    otherwise: { tier: "remote", does: otherRemote },
  },
  submodule: {
    tier: "read",
    does: "looks at submodules",
    subcommands: {
      status: {
        tier: "read",
        does: "looks at submodules",
        flags: "--recursive --cached",
        operands: "names*",
      },
      summary: reads(
        "looks at submodules",
        "--cached --files -n:number --summary-limit:number",
      ),
    },
    otherwise: {
      tier: "critical",
      does: "fetches or runs code of other repositories",
    },
  },
  ...gitChanges,
};

/** What any other subcommand counts as. */
export const otherSubcommand: { tier: "remote"; does: string } = {
  tier: "remote",
  does: otherRemote,
};

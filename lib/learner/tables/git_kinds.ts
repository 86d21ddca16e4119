import type { ToolFacts } from "../assessment/mod.ts";

/**
 * Flags that many of git's subcommands have, and what only reads. Flags are
 * those of its manual pages that neither run programs, nor write outside the
 * repository, nor lose work.
 */

/** Flags of what shows differences. */
export const shown: string =
  "-p -u -s -U:number -w -b -M? -C? -D -R -a -z -i -S: -G: -# --stat? --numstat --shortstat --name-only --name-status --patch --no-patch --raw --unified:number --color? --no-color --word-diff? --color-words? --check --full-index --binary --abbrev? --find-renames? --find-copies? --diff-filter:word --ignore-all-space --ignore-space-change --ignore-space-at-eol --ignore-blank-lines --function-context -W --summary --dirstat? --compact-summary --minimal --patience --histogram --diff-algorithm:word --no-renames --no-ext-diff --no-textconv --pickaxe-regex --relative? --patch-with-stat --pickaxe-all --output-indicator-new: --output-indicator-old: --output-indicator-context: --ita-visible-in-index --anchored: --break-rewrites? --irreversible-delete --find-copies-harder --no-indent-heuristic --indent-heuristic --ws-error-highlight:word --line-prefix: --src-prefix:word --dst-prefix:word --default-prefix --no-relative --rotate-to: --skip-to: --no-color-moved --color-moved? --color-moved-ws:word --text --diff-merges:word --combined-all-paths -t --inter-hunk-context:number --submodule? --no-prefix --quiet -q --exit-code --ignore-submodules?";

/** Flags of what goes through the history. */
export const logged: string =
  "-n:number -g -L:lines --oneline --graph --all --since: --until: --after: --before: --author: --committer: --grep: --format: --pretty? --abbrev-commit --no-abbrev-commit --decorate? --no-decorate --follow --no-merges --merges --first-parent --reverse --date: --bisect --ignore-missing --max-age:number --min-age:number --since-as-filter: --reflog --grep-reflog: --remove-empty --show-pulls --exclude-first-parent-only --dense --sparse --cherry --alternate-refs --single-worktree --log-size --graph-lane-limit:number --no-graph --show-linear-break? --decorate-refs-exclude: --default:word --in-commit-order --expand-tabs? --no-expand-tabs --no-commit-id --max-count:number --skip:number --branches? --tags? --remotes? --left-right --cherry-pick --cherry-mark --left-only --right-only --topo-order --date-order --author-date-order --full-history --simplify-merges --simplify-by-decoration --ancestry-path --walk-reflogs --show-signature --source --boundary --invert-grep --regexp-ignore-case --extended-regexp -E --fixed-strings -F --perl-regexp --all-match --parents --children --no-walk --cc -c -m --no-notes --notes? --encoding:word --relative-date --mailmap --no-mailmap --max-parents:number --min-parents:number --merge-base --not --no-stat --clear-decorations --decorate-refs: --exclude:";

/** Flags that run programs, or write or read elsewhere. */
export const runs: string =
  "--ext-diff --textconv --output -O --no-index --open-files-in-pager";

/**
 * A subcommand that reads the repository.
 *
 * @param does What it does, in words.
 * @param flags Its flags.
 * @returns What is known of it.
 */
export const reads = (does: string, flags: string): ToolFacts => ({
  tier: "read",
  does,
  flags,
  operands: "ref*",
  refuses: runs,
});

/** `git log`, and what takes the same flags. */
export const log: ToolFacts = reads("reads the history", `${logged} ${shown}`);

/** What a subcommand does that nobody lets pass. */
export const otherRemote: string =
  "changes history, other branches, or other machines";

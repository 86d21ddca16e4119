import type { ToolFacts } from "../assessment/mod.ts";
import { log, reads, shown } from "./git_kinds.ts";

/**
 * Git's subcommands that change the work tree or add to the history. What they
 * cannot undo goes to a person. Source: git's manual pages.
 */
export const gitChanges: Readonly<Record<string, ToolFacts>> = {
  add: {
    tier: "project",
    does: "stages changes",
    flags:
      "-A -u -v -n -N --all --update --verbose --dry-run --intent-to-add --no-all --ignore-errors --renormalize",
    operands: "names*",
  },
  commit: {
    tier: "project",
    does: "commits staged changes",
    flags:
      "-m: -a -q -s -v -F:read --message: --all --signoff --quiet --verbose --allow-empty --date: --file:read --no-edit --dry-run --short --status --no-status --cleanup:word --author: --no-gpg-sign",
    destroys: "--amend --fixup --squash -C -c --reuse-message --reedit-message",
    refuses: "-t --template -e --edit -p --patch --interactive -S --gpg-sign",
    operands: "names*",
  },
  mv: {
    tier: "project",
    does: "renames files",
    flags: "-v -n -k --verbose --dry-run",
    operands: "write*",
    destroys: "-f --force",
  },
  init: {
    tier: "project",
    does: "makes a repository",
    once: true,
    flags: "-q -b:word --quiet --initial-branch:word",
    refuses: "--template --separate-git-dir --shared",
  },
  revert: {
    tier: "project",
    does: "takes a commit back with a new one",
    once: true,
    flags: "-n --no-edit --no-commit -m:number",
    operands: "ref*",
    destroys: "--abort --quit --skip",
  },
  merge: {
    tier: "project",
    does: "merges another branch",
    once: true,
    flags: "--ff-only --no-ff --no-edit -m: --no-commit --squash -q",
    operands: "word",
    destroys: "--abort --quit -s -X --strategy",
  },
  "cherry-pick": {
    tier: "project",
    does: "copies a commit",
    once: true,
    flags: "-x -n --no-commit",
    operands: "ref*",
    destroys: "--abort --quit --skip",
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
};

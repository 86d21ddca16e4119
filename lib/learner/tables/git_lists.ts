import type { ToolFacts } from "../assessment/mod.ts";
import { log, otherRemote, reads } from "./git_kinds.ts";

/** `git bisect view`, which takes a word for any other command of git. */
const viewed: ToolFacts = {
  ...log,
  operands: "",
  surplus: { tier: "remote", does: "runs another command of git" },
};

/**
 * Git's subcommands that list something as long as no flag or word makes them
 * change it. Source: git's manual pages.
 */
export const gitLists: Readonly<Record<string, ToolFacts>> = {
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
  notes: {
    tier: "read",
    does: "reads notes",
    subcommands: {
      list: reads("reads notes", ""),
      show: reads("reads notes", ""),
    },
    otherwise: { tier: "remote", does: otherRemote },
  },
  bisect: {
    tier: "read",
    does: "reads what was tried",
    subcommands: {
      log: reads("reads what was tried", ""),
      terms: reads("reads what was tried", ""),
      visualize: viewed,
      view: viewed,
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
};

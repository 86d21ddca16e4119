import type { ToolFacts } from "../assessment/mod.ts";
import { gitChanges } from "./git_changes.ts";
import { gitHistory } from "./git_history.ts";
import { otherRemote } from "./git_kinds.ts";
import { gitLists } from "./git_lists.ts";

const remoteReads = "origin upstream";

/** Names of remotes that may be read from. */
export const knownRemotes: readonly string[] = remoteReads.split(" ");

/** Names of branches, so that a branch is not taken for a file. */
export const branchName: RegExp =
  /^(main|master|develop|development|dev|trunk|staging|next|-|((feature|feat|fix|bugfix|hotfix|chore|release|docs|refactor|test|perf|ci|build|agent|claude|codex|orch|wip)\/[\w./-]+))$/;

/** Git's subcommands by name. */
export const gitSubcommands: Readonly<Record<string, ToolFacts>> = {
  ...gitHistory,
  ...gitLists,
  ...gitChanges,
};

/** What any other subcommand counts as. */
export const otherSubcommand: { tier: "remote"; does: string } = {
  tier: "remote",
  does: otherRemote,
};

import type { ToolFacts } from "../assessment/mod.ts";
import { group, json, limit, looks } from "./github_kinds.ts";

/** Filters of searches. Source: the manual of gh, and its code. */
const searched =
  `${json} ${limit} --sort:word --order:word --match:word --visibility:word --language: --created: --updated: --archived? --owner: --topic: --license: --stars: --forks: --size: --followers: --include-forks:word --number-topics: --good-first-issues: --help-wanted-issues:`;

const searchedIssues =
  `${searched} -R:word --repo:word --app:word --assignee: --author: --closed: --commenter: --comments: --interactions: --involves: --label: --locked --mentions: --milestone: --no-assignee --no-label --no-milestone --no-project --project: --reactions: --state:word --team-mentions:`;

/** What is known of `gh search`. */
export const search: ToolFacts = group("search results", {
  repos: looks("search results", searched),
  issues: looks("search results", `${searchedIssues} --include-prs`),
  prs: looks(
    "search results",
    `${searchedIssues} -B:word --base:word -H: --head: --draft --merged --merged-at: --review:word --review-requested: --reviewed-by: --checks:word`,
  ),
  code: looks(
    "search results",
    `${json} ${limit} -R:word --repo:word --owner: --language: --extension:word --filename: --match:word --size:`,
  ),
  commits: looks(
    "search results",
    `${json} ${limit} -R:word --repo:word --owner: --sort:word --order:word --visibility:word --author: --author-date: --author-email: --author-name: --committer: --committer-date: --committer-email: --committer-name: --hash:word --merge --parent:word --tree:word`,
  ),
});

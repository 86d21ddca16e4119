import type { ToolFacts } from "../assessment/mod.ts";
import {
  format,
  group,
  json,
  limit,
  looks,
  repository,
} from "./github_kinds.ts";
import { search } from "./github_search.ts";

/**
 * What the GitHub command line only looks at. Source: the manual of gh, and
 * its code for the flags of each command.
 *
 * Nothing here opens a browser, asks another host, or shows a token.
 */

const pulls = "pull requests";

const pr = group(
  pulls,
  {
    list: looks(
      pulls,
      `${repository} ${json} ${limit} -s:word --state:word -B:word --base:word -H: --head: -l: --label: -A:word --author:word --app:word -a:word --assignee:word -S: --search: -d --draft`,
      "",
    ),
    ls: looks(pulls, `${repository} ${json} ${limit} -s:word --state:word`, ""),
    view: looks(pulls, `${repository} ${json} -c --comments`),
    status: looks(pulls, `${repository} ${json} -c --conflict-status`, ""),
    diff: looks(
      pulls,
      `${repository} --color:word --patch --name-only -e: --exclude:`,
    ),
    checks: looks(
      pulls,
      `${repository} ${json} --watch --fail-fast -i:number --interval:number --required`,
    ),
  },
  "create checkout close comment edit lock merge ready reopen revert review unlock update-branch",
);

const issue = group(
  "issues",
  {
    list: looks(
      "issues",
      `${repository} ${json} ${limit} -s:word --state:word -l: --label: -A:word --author:word --app:word -a:word --assignee:word --mention:word -m: --milestone: -S: --search: --type:`,
      "",
    ),
    ls: looks(
      "issues",
      `${repository} ${json} ${limit} -s:word --state:word`,
      "",
    ),
    view: looks("issues", `${repository} ${json} -c --comments`),
    status: looks("issues", `${repository} ${json}`, ""),
  },
  "create close comment delete develop edit lock pin reopen transfer unlock unpin",
);

const run = group("workflow runs", {
  list: looks(
    "workflow runs",
    `${repository} ${json} ${limit} -w: --workflow: -b: --branch: -u:word --user:word -e:word --event:word --created: -s:word --status:word -c:word --commit:word -a --all`,
    "",
  ),
  view: looks(
    "workflow runs",
    `${repository} ${json} -v --verbose --exit-status -j:word --job:word --log --log-failed -a:number --attempt:number`,
  ),
  watch: looks(
    "workflow runs",
    `${repository} --exit-status -i:number --interval:number --compact`,
  ),
}, "cancel delete download rerun");

const release = group("releases", {
  list: looks(
    "releases",
    `${repository} ${json} ${limit} --exclude-drafts --exclude-pre-releases -O:word --order:word`,
    "",
  ),
  view: looks("releases", `${repository} ${json}`),
  verify: looks("releases", `${repository} ${format}`),
  "verify-asset": looks("releases", `${repository} ${format}`, "inside*"),
}, "create delete delete-asset download edit upload");

const repo = group("repositories", {
  list: looks(
    "repositories",
    `${json} ${limit} --source --fork -l: --language: --topic:word --archived --no-archived --visibility:word`,
    "name",
  ),
  view: looks("repositories", `${json} -b: --branch:`, "word"),
  "deploy-key": group("deploy keys", {
    list: looks("deploy keys", `${repository} ${json}`, ""),
  }),
  autolink: group("autolinks", {
    list: looks("autolinks", `${repository} ${json}`, ""),
    view: looks("autolinks", `${repository} ${json}`, "name"),
  }),
  gitignore: group("templates", {
    list: looks("templates", "", ""),
    view: looks("templates", "", "name"),
  }),
  license: group("licences", {
    list: looks("licences", "", ""),
    view: looks("licences", "", "name"),
  }),
}, "archive clone create delete edit fork rename set-default sync unarchive");

const scope = "-o:word --org:word -e: --env: -u --user -a:word --app:word";

const ruleset = group("rulesets", {
  list: looks(
    "rulesets",
    `${repository} ${limit} -o:word --org:word -p --parents`,
    "",
  ),
  view: looks(
    "rulesets",
    `${repository} -o:word --org:word -p --parents`,
    "name",
  ),
  check: looks("rulesets", `${repository} --default`),
});

const codespace = group("codespaces", {
  list: looks(
    "codespaces",
    `${json} ${limit} -R:word --repo:word -o:word --org:word -u:word --user:word`,
    "",
  ),
  view: looks(
    "codespaces",
    `${json} -c:word --codespace:word -R:word --repo:word --repo-owner:word`,
    "",
  ),
  logs: looks(
    "codespaces",
    "-c:word --codespace:word -R:word --repo:word --repo-owner:word --follow",
    "",
  ),
}, "code cp create delete edit jupyter ports rebuild ssh stop");

const extension = group("extensions", {
  list: looks("extensions", "", ""),
  search: looks(
    "extensions",
    `${json} ${limit} --license: --owner: --order:word --sort:word`,
  ),
}, "browse create exec install remove upgrade");

const attestation = group("attestations", {
  verify: looks(
    "attestations",
    `${format} -o:word --owner:word -R:word --repo:word ${limit} -d:word --digest-alg:word --predicate-type: --no-public-good --deny-self-hosted-runners --cert-identity: -i: --cert-identity-regex: --signer-repo:word --signer-workflow: --signer-digest:word --source-ref: --source-digest:word -b:inside --bundle:inside`,
    "inside",
  ),
}, "download trusted-root");

const project = group(
  "projects",
  {
    list: looks("projects", `${format} ${limit} --owner:word --closed`, ""),
    view: looks("projects", `${format} --owner:word`, "number"),
    "field-list": looks(
      "projects",
      `${format} ${limit} --owner:word`,
      "number",
    ),
    "item-list": looks(
      "projects",
      `${format} ${limit} --owner:word --query:`,
      "number",
    ),
  },
  "close copy create delete edit field-create field-delete item-add item-archive item-create item-delete item-edit link mark-template unlink",
);

/** What is known of `gh`, but for `gh api`. */
export const github: ToolFacts = {
  tier: "read",
  does: "asks GitHub",
  flags: repository,
  help: "-h --help",
  helpOf: "api browse completion",
  subcommands: {
    pr,
    issue,
    run,
    release,
    repo,
    search,
    ruleset,
    rs: ruleset,
    codespace,
    cs: codespace,
    extension,
    extensions: extension,
    ext: extension,
    attestation,
    at: attestation,
    project,
    workflow: group("workflows", {
      list: looks("workflows", `${repository} ${json} ${limit} -a --all`, ""),
      view: looks("workflows", `${repository} -y --yaml -r: --ref:`),
    }, "disable enable run"),
    gist: group("gists", {
      list: looks(
        "gists",
        `${limit} --public --secret --filter: --include-content`,
        "",
      ),
      view: looks("gists", "-r --raw --files -f:word --filename:word"),
    }, "clone create delete edit rename"),
    org: group("organisations", { list: looks("organisations", limit, "") }),
    cache: group("caches", {
      list: looks(
        "caches",
        `${repository} ${json} ${limit} -O:word --order:word -S:word --sort:word -k: --key: -r: --ref:`,
        "",
      ),
    }, "delete"),
    secret: group("the names of secrets", {
      list: looks("the names of secrets", `${repository} ${json} ${scope}`, ""),
    }, "set delete"),
    variable: group("variables", {
      list: looks("variables", `${repository} ${json} ${scope}`, ""),
      get: looks("variables", `${repository} ${json} ${scope}`, "name"),
    }, "set delete"),
    label: group("labels", {
      list: looks(
        "labels",
        `${repository} ${json} ${limit} -S: --search: --order:word --sort:word`,
        "",
      ),
    }, "clone create delete edit"),
    "ssh-key": group(
      "public keys",
      { list: looks("public keys", "", "") },
      "add delete",
    ),
    "gpg-key": group(
      "public keys",
      { list: looks("public keys", "", "") },
      "add delete",
    ),
    alias: group(
      "aliases",
      { list: looks("aliases", "", "") },
      "set delete import",
    ),
    config: group("settings", {
      list: looks("settings", "--host:word -h:word", ""),
      get: looks("settings", "--host:word -h:word", "name"),
    }, "set clear-cache"),
    auth: {
      ...group("who is logged in", {
        status: looks(
          "who is logged in",
          `-a --active --hostname:word ${json}`,
          "",
        ),
      }, "login logout refresh setup-git switch token"),
      otherwise: { tier: "critical", does: "shows or changes a token" },
    },
    status: looks("what is new", "-o:word --org:word -e: --exclude:", ""),
    browse: {
      ...looks(
        "an address",
        `${repository} -n --no-browser -p --projects -r --releases --wiki -s --settings -a --actions --blame -b: --branch: -c? --commit?`,
      ),
      tier: "remote",
      does: "opens a browser",
      refuses: "",
      modes: [{
        with: "-n --no-browser",
        tier: "read",
        does: "prints an address",
      }],
    },
    completion: {
      ...looks("nothing", "-s:word --shell:word", ""),
      does: "prints completions",
    },
    version: { ...looks("nothing", "", ""), does: "prints a version" },
  },
  otherwise: {
    tier: "remote",
    does: "changes something on GitHub, or shows a token",
  },
};

/** Settings of gh that hold no token. */
export const plainSettings: ReadonlySet<string> = new Set([
  "git_protocol",
  "editor",
  "prompt",
  "prefer_editor_prompt",
  "pager",
  "http_unix_socket",
  "browser",
  "color_labels",
  "accessible_colors",
  "accessible_prompter",
  "spinner",
]);

/** Flags of `gh api` that ask and show, and none that sends. */
export const apiFlags =
  "-X:word --method:word -f: --raw-field: -F: --field: -H: --header: -q: --jq: -t: --template: -p: --preview: --paginate --slurp -i --include --silent --cache:word";

/** Headers that say in what form an answer is wanted, and no more. */
export const apiHeaders: RegExp =
  /^(accept|x-github-api-version) ?: ?[\w.+/;=, -]+$/i;

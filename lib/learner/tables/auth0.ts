import type { ToolFacts } from "../assessment/mod.ts";

/**
 * What the Auth0 command line only looks at. Source: the documentation of
 * auth0-cli, and its code for the other names of each command.
 */

const everywhere =
  "--tenant:word -t:word --no-color --no-input --agent-mode --json --json-compact --csv";

const refused = "--reveal-secrets -r --debug --data -d --force";

const looks = (flags = "", operands = "word*"): ToolFacts => ({
  tier: "read",
  does: "looks into the tenant",
  flags: `${everywhere} ${flags}`,
  refuses: refused,
  operands,
  host: "the tenant",
});

const changes = { tier: "remote", does: "changes the tenant" } as const;

const group = (
  subcommands: Readonly<Record<string, ToolFacts>>,
): ToolFacts => ({ ...looks(), subcommands, otherwise: changes });

const listed = looks("-n:number --number:number", "word*");
const lists = { list: listed, ls: listed };
const shows = { show: looks() };
const both = { ...lists, ...shows };

const searches = looks(
  "-n:number --number:number -q: --query: -s: --sort: -p --picker",
  "text*",
);

const actions = group({
  ...both,
  diff: looks(),
  modules: group({ ...both, versions: group(both), actions: group(lists) }),
});
const apps = group({ ...both, "session-transfer": group(shows) });
const apis = group({ ...both, scopes: group(lists) });
const roles = group({
  ...both,
  permissions: group(lists),
  perms: group(lists),
});
const organisations = group({
  ...both,
  members: group(lists),
  roles: group({ ...lists, members: group(lists) }),
});
const throttling = group({
  ...shows,
  ips: group({ check: looks() }),
});
const protection = group({
  "bot-detection": group(shows),
  bd: group(shows),
  "breached-password-detection": group(shows),
  bpd: group(shows),
  "brute-force-protection": group(shows),
  bfp: group(shows),
  "suspicious-ip-throttling": throttling,
  sit: throttling,
});
const login = group({
  ...shows,
  templates: group(shows),
  prompts: group({ show: looks("-l:word --language:word") }),
});
const domains = group({
  list: looks("--filter: --sort:"),
  ls: looks("--filter: --sort:"),
  ...shows,
  default: group(shows),
});
const logs = group({
  list: looks("-n:number --number:number -f: --filter: -p --picker", ""),
  ls: looks("-n:number --number:number -f: --filter: -p --picker", ""),
  tail: looks("-n:number --number:number -f: --filter:", ""),
});
const quickstarts = group(lists);

/** What is known of `auth0`, but for `auth0 api`. */
export const auth0: ToolFacts = {
  tier: "read",
  does: "looks into the tenant",
  flags: everywhere,
  help: "-h --help",
  helpOf: "login logout test api terraform",
  subcommands: {
    actions,
    apps,
    clients: apps,
    apis,
    "resource-servers": apis,
    roles,
    orgs: organisations,
    organizations: organisations,
    protection,
    "attack-protection": protection,
    ap: protection,
    "universal-login": login,
    ul: login,
    domains,
    logs,
    quickstarts,
    qs: quickstarts,
    rules: group(both),
    tenants: group(lists),
    "tenant-settings": group(shows),
    "network-acl": group(both),
    "client-grants": group(both),
    grants: group(both),
    email: group({ templates: group(shows), provider: group(shows) }),
    "event-streams": group({
      ...lists,
      stats: looks("-f: --from: --to:"),
      deliveries: group(lists),
    }),
    users: group({
      ...shows,
      search: searches,
      "search-by-email": searches,
      roles: group(shows),
      blocks: group(lists),
    }),
  },
  otherwise: changes,
};

/** Flags of `auth0 api` that ask, and none that sends. */
export const apiFlags =
  "--tenant:word -t:word --no-color --no-input --agent-mode -q: --query:";

/** What of the Management API tells nothing that lets others in. */
export const plainEndpoints: RegExp =
  /^\/?(tenants\/settings|stats\/(daily|active-users)|users(\/[\w|.@%-]+(\/(roles|permissions|logs|organizations))?)?|roles(\/\w+(\/(permissions|users))?)?|logs(\/\w+)?|organizations(\/\w+(\/members)?)?|attack-protection\/[a-z-]+|branding|prompts)$/;

import type { ToolFacts } from "../assessment/mod.ts";
import {
  asking,
  install,
  installsOrPublishes,
  listing,
  task,
  version,
} from "./manager_kinds.ts";
import { looks } from "./tool_kinds.ts";

/**
 * What the package managers of Node do by themselves. Sources: the
 * documentation of npm, pnpm, yarn and Bun.
 *
 * Questions to the registry hold names of packages only and go to the registry
 * that the person chose, so that they count as looking. npm shows no password
 * that it keeps; yarn does.
 */

/** What is known of a package manager of Node. */
export interface NodeManager extends ToolFacts {
  /** Subcommands that are no names of scripts. */
  readonly reserved: RegExp;
}

/** Asks for something that belongs to an account or a package. */
const account = looks(
  "asks the registry",
  "--json --parseable -p",
  "package word*",
);

/** Things of which only some subcommands look. */
const parts = (
  does: string,
  subcommands: Readonly<Record<string, ToolFacts>>,
): ToolFacts => ({
  tier: "read",
  does,
  subcommands,
  otherwise: installsOrPublishes,
});

const setting = looks(
  "reads a setting of npm",
  "-g --global --json -l --long",
  "name*",
);
const settings = { ...setting, operands: "" };

const used = looks("shows how it is used", "", "name*");

const audit: ToolFacts = {
  ...parts("asks the registry for known faults", {
    signatures: { ...asking, operands: "" },
  }),
  flags: asking.flags!,
  refuses: `${asking.refuses} --fix`,
  surplus: installsOrPublishes,
};

const npm: Readonly<Record<string, ToolFacts>> = {
  test: task("runs the project's tests"),
  t: task("runs the project's tests"),
  tst: task("runs the project's tests"),
  start: task("starts the project", true),
  stop: task("stops the project", true),
  restart: task("restarts the project", true),
  ci: install(),
  "clean-install": install(),
  install: install(),
  i: install(),
  ls: listing,
  list: listing,
  ll: listing,
  la: listing,
  why: listing,
  explain: listing,
  root: { ...listing, operands: "" },
  prefix: { ...listing, operands: "" },
  bin: { ...listing, operands: "" },
  query: { ...listing, operands: "text" },
  "find-dupes": { ...listing, operands: "" },
  sbom: {
    ...listing,
    flags: `${listing.flags} --sbom-format:name --sbom-type:name`,
    operands: "",
  },
  outdated: { ...asking, operands: "package*" },
  view: asking,
  info: asking,
  show: asking,
  v: asking,
  search: { ...asking, operands: "word*" },
  find: { ...asking, operands: "word*" },
  s: { ...asking, operands: "word*" },
  audit,
  fund: { ...asking, operands: "" },
  ping: { ...asking, operands: "" },
  doctor: { ...asking, operands: "name*" },
  whoami: { ...account, operands: "" },
  stars: { ...account, operands: "name" },
  owner: parts("asks who owns a package", { ls: account, list: account }),
  author: parts("asks who owns a package", { ls: account, list: account }),
  "dist-tag": parts("asks for tags", { ls: account, list: account }),
  "dist-tags": parts("asks for tags", { ls: account, list: account }),
  access: parts("asks who may do what", {
    list: { ...account, operands: "name word word" },
    get: { ...account, operands: "name package" },
    "ls-packages": account,
    "ls-collaborators": account,
  }),
  hook: parts("lists hooks of packages", { ls: account, list: account }),
  team: parts("asks for teams", {
    ls: { ...account, operands: "word" },
    list: { ...account, operands: "word" },
  }),
  org: parts("asks for members", { ls: account, list: account }),
  profile: parts("asks for the person's profile", {
    get: { ...account, operands: "name" },
  }),
  config: parts("reads settings of npm", {
    get: setting,
    list: settings,
    ls: settings,
  }),
  c: parts("reads settings of npm", {
    get: setting,
    list: settings,
    ls: settings,
  }),
  get: setting,
  cache: parts("lists what was fetched before", {
    ls: { ...listing, operands: "package*" },
    list: { ...listing, operands: "package*" },
  }),
  pkg: parts("reads package.json", {
    get: { ...listing, operands: "word*" },
  }),
  completion: looks("prints a script for the shell"),
  help: used,
  "help-search": used,
  version: { ...version, flags: "--json" },
  pack: {
    tier: "project",
    does: "packs the project, after running its scripts",
    flags: "--dry-run --json -s --silent --ignore-scripts",
    refuses: "--pack-destination --prefix -C --registry",
    inProject: true,
    once: true,
  },
};

const licenses = parts("lists licences", {
  list: looks(
    "lists licences",
    "--json --long --prod -P --dev -D --no-optional -r --recursive",
  ),
  ls: looks("lists licences", "--json --long --prod -P --dev -D"),
});

const pnpm: Readonly<Record<string, ToolFacts>> = {
  test: task("runs the project's tests"),
  t: task("runs the project's tests"),
  start: task("starts the project", true),
  install: install(),
  i: install(),
  ls: listing,
  list: listing,
  la: listing,
  ll: listing,
  why: listing,
  root: { ...listing, operands: "" },
  bin: { ...listing, operands: "" },
  licenses,
  outdated: { ...asking, operands: "package*" },
  audit,
  view: asking,
  info: asking,
  show: asking,
  search: { ...asking, operands: "word*" },
  doctor: { ...asking, operands: "" },
  config: parts("reads settings of pnpm", { get: setting }),
  store: parts("looks at what was fetched before", {
    path: version,
    status: version,
  }),
  env: parts("lists versions of Node", {
    list: looks("lists versions of Node", "--remote"),
    ls: looks("lists versions of Node", "--remote"),
  }),
  help: used,
};

const yarn: Readonly<Record<string, ToolFacts>> = {
  test: task("runs the project's tests"),
  start: task("starts the project", true),
  install: install(),
  list: listing,
  why: listing,
  licenses,
  outdated: { ...asking, operands: "package*" },
  info: asking,
  audit: {
    ...audit,
    flags: `${audit.flags} --summary`,
  },
  bin: { ...listing, operands: "name" },
  help: used,
  versions: version,
  check: looks("checks what is installed", "--integrity --verify-tree"),
  npm: parts("asks the registry", { info: asking, audit }),
  owner: parts("asks who owns a package", { list: account }),
  team: parts("asks for teams", { list: { ...account, operands: "word" } }),
  tag: parts("asks for tags", { list: account }),
  cache: parts("looks at what was fetched before", {
    list: looks("lists what was fetched before", "--pattern:name"),
    dir: version,
  }),
  global: parts("looks at what is installed for all projects", {
    list: listing,
    bin: version,
    dir: version,
  }),
  workspaces: parts("lists parts of the project", {
    info: looks("lists parts of the project", "--json"),
    list: looks("lists parts of the project", "--json -R -v --no-private"),
  }),
};

/** The package managers of Node by name. */
export const nodeManagers: Readonly<Record<string, NodeManager>> = {
  npm: {
    tier: "read",
    does: "asks npm",
    flags: "--version -v",
    help: "--help -h",
    helpOf:
      "install i ci add uninstall remove rm update upgrade run run-script exec x publish unpublish link rebuild init create dedupe prune deprecate adduser login logout token star unstar edit explore docs bugs repo shrinkwrap version pack set hook",
    reserved: /^/,
    subcommands: npm,
    otherwise: installsOrPublishes,
  },
  pnpm: {
    tier: "read",
    does: "asks pnpm",
    flags: "--version -v",
    help: "--help -h",
    helpOf:
      "add remove update install run exec dlx publish pack import prune link unlink rebuild deploy create init setup patch",
    reserved:
      /^(add|remove|rm|uninstall|un|update|up|upgrade|import|rebuild|rb|prune|link|ln|unlink|fetch|patch.*|publish|pack|dlx|create|init|deploy|config|c|store|server|env|setup|login|logout|exec|approve-builds|self-update|root|bin|licenses|doctor|x|dedupe|cat-.*|find-hash)$/,
    subcommands: pnpm,
  },
  yarn: {
    ...install(),
    reserved:
      /^(add|remove|upgrade.*|up|publish|pack|npm|dlx|create|init|config|link|unlink|global|cache|set|plugin|exec|import|policies|login|logout|owner|tag|team|version|versions|node|self-update|workspace|workspaces|patch.*|rebuild|unplug|stage|autoclean|generate-lock-entry|dedupe|constraints|search|bin|check|licenses|help)$/,
    subcommands: yarn,
  },
  bun: {
    tier: "read",
    does: "asks Bun",
    flags: "--version -v --revision",
    help: "--help -h",
    helpOf: "run install add remove update link unlink create init build x",
    reserved:
      /^(add|remove|rm|update|upgrade|link|unlink|publish|pack|x|create|init|exec|repl|pm|patch.*|a|r|audit|info|why|c)$/,
    subcommands: {
      test: {
        ...task("runs the project's tests"),
        flags:
          "--watch --coverage --bail? -t: --test-name-pattern: --timeout:number --only --todo -u --update-snapshots",
        operands: "inside*",
      },
      install: install(),
      i: install(),
      outdated: asking,
      info: asking,
      why: listing,
      audit,
      pm: {
        ...parts("looks at packages", {
          ls: listing,
          list: listing,
          bin: looks("shows where something is kept", "-g"),
          hash: version,
          "hash-string": version,
        }),
      },
    },
  },
};

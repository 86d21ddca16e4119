import type { ToolFacts } from "../facts.ts";

/**
 * What package managers and task runners do by themselves. Sources: the
 * documentation of npm, pnpm, yarn, bun, deno, pip, uv, Poetry, Pipenv and
 * Bundler.
 */

/** Names under which projects keep their builds, tests and checks. */
export const familiarTarget: RegExp =
  /^(test|tests|unit|unittest|spec|build|compile|lint|check|checks|typecheck|type-check|types|tsc|format|fmt|prettier|eslint|coverage|cov|validate|verify|vet|mypy|ruff|pytest|jest|vitest)([:_.-](unit|all|ci|watch|fix|check|cov|coverage|quick|fast|types?|js|ts|css|prod|dev|client|server|web|api|app|docs|lib|core|src|integration|write|once|run|debug))*$/;

/** Names that say that something leaves the machine or is taken away. */
export const publishingTarget: RegExp =
  /deploy|publish|release|upload|push|ship|prod|migrat|seed|drop|reset|destroy|delete|clean-all|nuke|wipe|install|uninstall|bootstrap|setup|provision|rollback|promote|send|notify|login|auth|token|secret|key|sudo|root|docker|terraform|kube|k8s|helm|ssh|tunnel|ngrok/i;

/** What is known of a package manager of Node. */
export interface NodeManager extends ToolFacts {
  /** Subcommands that are no names of scripts. */
  readonly reserved: RegExp;
}

const remote = {
  tier: "remote",
  does: "installs, publishes or runs code of others",
} as const;

const task = (does: string, once = false): ToolFacts => ({
  tier: "project",
  does,
  flags:
    "-s --silent --if-present --workspaces --include-workspace-root -w:word --workspace:word",
  refuses:
    "--prefix -C --script-shell --node-options --userconfig --globalconfig --registry --cwd --dir --use-yarnrc --config --import --preload -r",
  operands: "inside*",
  inProject: true,
  ...(once && { once }),
});

const install = (flags: string): ToolFacts => ({
  tier: "fetch",
  does: "installs what the project's lock file names",
  flags:
    `${flags} --frozen-lockfile --ignore-scripts --no-audit --no-fund --silent -s --quiet --prefer-offline --offline --production --prod --omit:word --include:word --no-progress --loglevel:word --verbose --no-optional --immutable --legacy-peer-deps --engine-strict --ci --prefer-frozen-lockfile`,
  refuses:
    "-g --global --prefix -C --dir --cwd --registry --userconfig --globalconfig --location --script-shell --node-options --use-yarnrc --force -f --unsafe-perm --config --save --save-dev -D --no-save",
  host: "npm registry",
  inProject: true,
  once: true,
  surplus: { tier: "remote", does: "installs packages that the line names" },
});

const listing: ToolFacts = {
  tier: "read",
  does: "lists what is installed",
  flags:
    "--depth? -a --all -g --global --json --long -l --prod --dev --production --parseable -r --omit:word",
  refuses: "--prefix -C --userconfig",
  operands: "word*",
};

const asking: ToolFacts = {
  tier: "fetch",
  does: "asks the registry",
  flags:
    "--json --long -l --all -a --depth? --production --prod --omit:word --audit-level:word",
  refuses: "--registry --userconfig --prefix -C",
  operands: "word*",
  host: "npm registry",
};

const version: ToolFacts = { tier: "read", does: "prints a version" };

/** The package managers of Node by name. */
export const nodeManagers: Readonly<Record<string, NodeManager>> = {
  npm: {
    tier: "read",
    does: "asks npm",
    flags: "--version -v",
    reserved: /^/,
    subcommands: {
      test: task("runs the project's tests"),
      t: task("runs the project's tests"),
      tst: task("runs the project's tests"),
      start: task("starts the project", true),
      stop: task("stops the project", true),
      restart: task("restarts the project", true),
      ci: install(""),
      install: install(""),
      i: install(""),
      ls: listing,
      list: listing,
      ll: listing,
      root: { ...listing, operands: "" },
      prefix: { ...listing, operands: "" },
      outdated: asking,
      view: asking,
      info: asking,
      show: asking,
      search: asking,
      audit: { ...asking, operands: "" },
      why: listing,
      explain: listing,
      la: listing,
      fund: { ...asking, operands: "" },
      ping: { ...asking, operands: "" },
      query: { ...listing, operands: "text" },
      find: asking,
      pkg: {
        tier: "read",
        does: "reads package.json",
        subcommands: { get: listing },
        otherwise: remote,
      },
      version: { ...version, operands: "" },
    },
    otherwise: remote,
  },
  pnpm: {
    tier: "read",
    does: "asks pnpm",
    flags: "--version -v",
    reserved:
      /^(add|remove|rm|uninstall|un|update|up|upgrade|import|rebuild|rb|prune|link|ln|unlink|fetch|patch.*|publish|pack|dlx|create|init|deploy|config|c|store|server|env|setup|login|logout|exec|approve-builds|self-update|root|bin|licenses|doctor|x|dedupe|cat-.*|find-hash)$/,
    subcommands: {
      test: task("runs the project's tests"),
      t: task("runs the project's tests"),
      start: task("starts the project", true),
      install: install(""),
      i: install(""),
      ls: listing,
      list: listing,
      ll: listing,
      why: listing,
      outdated: asking,
      audit: { ...asking, operands: "" },
      view: asking,
    },
  },
  yarn: {
    ...install(""),
    reserved:
      /^(add|remove|upgrade.*|up|publish|pack|npm|dlx|create|init|config|link|unlink|global|cache|set|plugin|exec|import|policies|login|logout|owner|tag|team|version|versions|node|self-update|workspace|workspaces|patch.*|rebuild|unplug|stage|autoclean|generate-lock-entry|dedupe|constraints|search|bin|check|licenses|help)$/,
    subcommands: {
      test: task("runs the project's tests"),
      start: task("starts the project", true),
      install: install(""),
      list: listing,
      why: listing,
      outdated: asking,
      info: asking,
      audit: { ...asking, operands: "" },
    },
  },
  bun: {
    tier: "read",
    does: "asks Bun",
    flags: "--version -v --revision",
    reserved:
      /^(add|remove|rm|update|upgrade|link|unlink|publish|pack|x|create|init|exec|repl|pm|patch.*|a|r|audit|info|why|c)$/,
    subcommands: {
      test: {
        ...task("runs the project's tests"),
        flags:
          "--watch --coverage --bail? -t: --test-name-pattern: --timeout:number --only --todo -u --update-snapshots",
      },
      install: install(""),
      i: install(""),
      outdated: asking,
    },
  },
};

const poetryLike: ToolFacts = {
  tier: "read",
  does: "asks the package manager",
  flags: "--version -V",
  subcommands: {
    show: listing,
    list: listing,
    check: { ...listing, operands: "" },
    tree: { ...listing, operands: "" },
    install: {
      ...install(
        "--no-root --with:word --without:word --only:word --all-extras --sync --dev -v -q --no-interaction -n",
      ),
      host: "pypi.org",
    },
    sync: {
      ...install(
        "--all-extras --dev --no-dev --extra:word --group:word --frozen --locked -q -v --all-groups",
      ),
      host: "pypi.org",
    },
    version: { ...version, operands: "" },
  },
  otherwise: remote,
};

/** Runners of projects in other languages, by name. */
export const runners: Readonly<Record<string, ToolFacts>> = {
  uv: poetryLike,
  poetry: poetryLike,
  pipenv: { ...poetryLike, subcommands: { graph: listing, check: version } },
  rye: poetryLike,
  pdm: poetryLike,
  hatch: { ...poetryLike, subcommands: { version } },
  bundle: {
    ...poetryLike,
    subcommands: {
      list: listing,
      show: listing,
      info: listing,
      check: version,
      outdated: { ...asking, host: "rubygems.org" },
      install: { ...install("--jobs:number --quiet"), host: "rubygems.org" },
    },
  },
  deno: {
    tier: "read",
    does: "asks Deno",
    flags: "--version -V -v",
    subcommands: {
      test: {
        ...task("runs the project's tests"),
        flags:
          "-A --allow-all -q --quiet --filter: --parallel --fail-fast? --no-check --watch --coverage --doc --trace-leaks --permit-no-files --shuffle? --allow-read? --allow-write? --allow-env? --allow-net? --allow-run? --allow-sys? -R -W -E -N --unstable-kv",
        refuses:
          "--config -c --import-map --preload --cert --junit-path --inspect --inspect-brk --reload -r --lock --unsafely-ignore-certificate-errors --allow-ffi --allow-scripts",
      },
      check: {
        ...task("checks the project's code"),
        flags: "-q --quiet --all --doc --no-lock",
        refuses: "--config -c --import-map --cert --reload -r",
      },
      lint: {
        ...task("checks the project's code"),
        flags:
          "-q --quiet --fix --rules --json --compact --ignore? --rules-tags? --rules-include? --rules-exclude?",
        refuses: "--config -c",
      },
      fmt: {
        ...task("formats the project's code"),
        flags:
          "-q --quiet --check --ext:word --ignore? --line-width? --indent-width? --use-tabs? --single-quote? --no-semicolons?",
        refuses: "--config -c",
      },
      bench: {
        ...task("runs the project's benchmarks"),
        flags: "-A --allow-all -q --filter: --no-check --json --no-run",
        refuses: "--config -c --import-map --cert --reload -r",
      },
      doc: {
        ...task("shows documentation"),
        flags: "--lint --json --filter: --private",
        refuses: "--html --output --import-map",
      },
      info: {
        ...task("lists what the project is built from"),
        flags: "--json",
        refuses: "--import-map --config -c --cert --reload -r",
      },
    },
    otherwise: remote,
  },
};

/** What pip does besides installing. */
export const pip: ToolFacts = {
  tier: "read",
  does: "asks pip",
  flags: "--version -V",
  subcommands: {
    list: {
      ...listing,
      flags:
        "--format:word --not-required --user --local -l --format? --exclude:word",
    },
    show: { ...listing, flags: "-f --files -v --verbose" },
    freeze: {
      ...listing,
      flags: "--all --local -l --user --exclude-editable",
      operands: "",
    },
    check: { ...listing, flags: "", operands: "" },
    index: { ...asking, host: "pypi.org" },
  },
  otherwise: remote,
};

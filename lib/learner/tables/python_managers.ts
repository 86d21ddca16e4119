import type { ToolFacts } from "../assessment/mod.ts";
import {
  asking,
  install,
  installsOrPublishes,
  listing,
  version,
} from "./manager_kinds.ts";
import { looks } from "./tool_kinds.ts";

/**
 * What the package managers of Python do besides running programs. Sources:
 * the documentation of pip, uv, Poetry, Pipenv, PDM, Rye and Hatch.
 *
 * Left out is what names another Python to run, another index to ask, and
 * settings, which may hold the password of an index.
 */

const index = "pypi.org";

const installed = (flags = ""): ToolFacts => ({
  ...looks(
    "lists what is installed",
    `${flags} --format:name --user --local -l --exclude:name --exclude-editable --include-editable --editable -e --not-required --path:here --pre --verbose -v --quiet -q --no-color --disable-pip-version-check --strict --system`,
    "package*",
  ),
  refuses:
    "--python -p --prefix --target -t --index-url --index -i --default-index --extra-index-url --find-links --log --proxy --cert --client-cert --trusted-host --config-file",
});

const newer = "--outdated -o --uptodate -u";

/** What pip does besides installing. */
export const pip: ToolFacts = {
  tier: "read",
  does: "asks pip",
  flags: "--version -V",
  help: "--help -h",
  helpOf:
    "install uninstall download wheel lock config cache completion debug search",
  subcommands: {
    list: { ...installed(newer), operands: "" },
    show: installed("-f --files"),
    freeze: { ...installed("--all -r:read --requirement:read"), operands: "" },
    check: { ...installed(), operands: "" },
    inspect: { ...installed(), operands: "" },
    index: {
      tier: "read",
      does: "asks the index of packages",
      subcommands: {
        versions: {
          ...looks(
            "asks the index of packages",
            "--pre --json --platform:name --python-version:name --implementation:name --abi:name --only-binary:word --no-binary:word --ignore-requires-python --disable-pip-version-check",
            "package",
          ),
        },
      },
      otherwise: installsOrPublishes,
    },
    search: looks("asks the index of packages", "", "word*"),
    hash: looks("calculates hashes", "-a:name --algorithm:name", "read*"),
    config: {
      tier: "read",
      does: "asks for settings",
      subcommands: Object.fromEntries(
        ["list", "get", "debug"].map((name) => [
          name,
          {
            ...looks(
              "shows settings, which may hold the password of an index",
              "--global --user --site --format:name",
              "name",
            ),
            tier: "project",
            once: true,
          } as const,
        ]),
      ),
      otherwise: installsOrPublishes,
    },
    debug: looks("shows what pip knows of the machine", "--verbose -v"),
    help: looks("shows how it is used", "", "name"),
    completion: looks(
      "prints a script for the shell",
      "-b -z -f --bash --zsh --fish --powershell",
    ),
    cache: {
      tier: "read",
      does: "lists what was fetched before",
      subcommands: {
        dir: version,
        info: version,
        list: looks("lists what was fetched before", "--format:name", "name"),
      },
      otherwise: installsOrPublishes,
    },
  },
  otherwise: installsOrPublishes,
};

const uvPip =
  "--offline --no-progress --color:name --no-config --no-cache -n --no-python-downloads";

const resolving =
  "--all-extras --no-dev --dev --only-dev --extra:name --no-extra:name --group:name --no-group:name --only-group:name --all-groups --no-default-groups --all-packages --package:name -q --quiet -v --verbose --no-progress --offline";

/** Looks only while it may not bring the lock file up to date. */
const frozen = (does: string, flags: string): ToolFacts => ({
  tier: "fetch",
  does: "may build packages to bring the lock file up to date",
  once: true,
  flags: `${resolving} ${flags} --frozen --locked`,
  host: index,
  inProject: true,
  modes: [{ with: "--frozen", tier: "read", does }],
});

/** What uv does besides running programs. */
const uv: ToolFacts = {
  tier: "read",
  does: "asks uv",
  flags:
    "--version -V -q --quiet -v --verbose --offline --no-progress --color:name",
  help: "--help -h",
  helpOf:
    "run add remove sync lock export init build publish venv pip tool python cache self tree",
  subcommands: {
    help: looks("shows how it is used", "--no-pager", "name*"),
    version: looks("prints a version", "--short --output-format:name"),
    tree: frozen(
      "lists what the project is built from",
      "--depth:number -d:number --invert --no-dedupe --prune:name --universal --outdated --show-sizes",
    ),
    export: frozen(
      "prints what the project is built from",
      "--format:name --no-hashes --hashes --no-header --no-annotate --no-editable --no-emit-project --no-emit-local --no-emit-workspace --prune:name",
    ),
    lock: {
      tier: "fetch",
      does: "may build packages to bring the lock file up to date",
      once: true,
      flags: `${resolving} --check --locked --dry-run --upgrade -U`,
      host: index,
      inProject: true,
    },
    sync: {
      ...install(
        `${resolving} --frozen --locked --no-install-project --inexact --no-editable`,
        index,
      ),
    },
    venv: {
      tier: "project",
      does: "makes a folder for the project's packages",
      once: true,
      flags: "-p:name --python:name --seed --allow-existing -q --quiet",
      operands: "write",
      inProject: true,
    },
    pip: {
      tier: "read",
      does: "lists what is installed",
      helpOf: "install uninstall sync compile",
      subcommands: {
        list: { ...installed(`${newer} ${uvPip}`), operands: "" },
        freeze: { ...installed(uvPip), operands: "" },
        show: installed(`-f --files ${uvPip}`),
        check: { ...installed(uvPip), operands: "" },
        tree: {
          ...installed(
            `${uvPip} --depth:number --invert --no-dedupe --prune:name --package:name --outdated --show-version-specifiers`,
          ),
          operands: "",
        },
      },
      otherwise: installsOrPublishes,
    },
    python: {
      tier: "read",
      does: "lists versions of Python",
      helpOf: "install uninstall pin upgrade update-shell",
      subcommands: {
        list: looks(
          "lists versions of Python",
          "--all-versions --all-platforms --all-arches --only-installed --only-downloads --show-urls --output-format:name --offline",
          "name",
        ),
        find: looks(
          "finds a version of Python",
          "--system --no-system --no-project --show-version --offline",
          "name",
        ),
        dir: looks("shows where something is kept", "--bin"),
      },
      otherwise: installsOrPublishes,
    },
    cache: {
      tier: "read",
      does: "shows where something is kept",
      helpOf: "clean prune",
      subcommands: { dir: version, size: looks("measures what is kept", "-H") },
      otherwise: installsOrPublishes,
    },
    tool: {
      tier: "read",
      does: "looks at installed tools",
      helpOf: "run install uninstall upgrade list dir update-shell",
      subcommands: {},
      otherwise: installsOrPublishes,
    },
    self: {
      tier: "read",
      does: "prints a version",
      helpOf: "update",
      subcommands: {
        version: looks("prints a version", "--short --output-format:name"),
      },
      otherwise: installsOrPublishes,
    },
  },
  otherwise: installsOrPublishes,
};

const poetryLike: ToolFacts = {
  tier: "read",
  does: "asks the package manager",
  flags: "--version -V",
  help: "--help -h",
  helpOf: "add remove install update lock run build publish init new",
  subcommands: {
    show: {
      ...listing,
      flags:
        `${listing.flags} -t --tree -o --outdated --latest -T --top-level --why --only:name --with:name --without:name`,
    },
    list: listing,
    check: { ...listing, flags: "--lock --strict", operands: "" },
    tree: { ...listing, operands: "" },
    search: { ...asking, operands: "word*" },
    install: install(
      "--no-root --with:word --without:word --only:word --all-extras --sync --dev -v -q --no-interaction -n",
      index,
    ),
    sync: install(
      "--all-extras --dev --no-dev --extra:word --group:word --frozen --locked -q -v --all-groups",
      index,
    ),
    version: { ...version, flags: "-s --short" },
    about: version,
    env: {
      tier: "read",
      does: "shows where something is kept",
      subcommands: {
        info: looks(
          "shows where something is kept",
          "-p --path -e --executable",
        ),
        list: looks("shows where something is kept", "--full-path"),
      },
      otherwise: installsOrPublishes,
    },
  },
  otherwise: installsOrPublishes,
};

/** The package managers of Python that also run programs, by name. */
export const pythonManagers: Readonly<Record<string, ToolFacts>> = {
  uv,
  poetry: poetryLike,
  pipenv: { ...poetryLike, subcommands: { graph: listing, check: version } },
  rye: poetryLike,
  pdm: poetryLike,
  hatch: { ...poetryLike, subcommands: { version } },
};

/** What may stand between a runner and the program that it runs. */
export const runnerFlags: Readonly<Record<string, string>> = {
  uv:
    "--frozen --locked --no-sync --no-dev --dev --only-dev --all-extras --all-groups --no-default-groups --exact --isolated --no-project --no-config --offline -q --quiet -v --verbose --no-progress --no-env-file --no-python-downloads -p:name --python:name --group:name --no-group:name --only-group:name --extra:name --no-extra:name --package:name --project:inside --color:name",
  poetry: "-q --quiet -v --verbose -n --no-interaction",
};

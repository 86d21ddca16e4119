import type { ToolFacts } from "../assessment/mod.ts";
import { looks, reaches } from "./tool_kinds.ts";

/**
 * What Homebrew shows of what is installed and of what there is. Source: the
 * manual page brew(1).
 *
 * Left out is what opens a browser (`home`, `info --github`, `deps --graph`),
 * what fetches or installs, and what talks to services.
 */

const installs = reaches("installs or removes software of the machine");

const kind =
  "--formula --formulae --cask --casks -v --verbose -d --debug -q --quiet";

const named = (does: string, flags = "", operands = "package*"): ToolFacts =>
  looks(does, `${kind} ${flags}`, operands);

const installed = named(
  "lists what is installed",
  "-1 -l -r -t --full-name --versions --multiple --pinned --installed-on-request --installed-as-dependency --no-installed-on-request --poured-from-bottle --built-from-source",
);

const leaves = named(
  "lists what is installed",
  "-r -p --installed-on-request --installed-as-dependency",
  "",
);

const related =
  "-n --direct -1 --topological --union --full-name --include-implicit --include-build --include-optional --include-test --include-requirements --skip-recommended --missing --installed --declared --eval-all --all --tree --annotate --for-each --recursive --dot --os:name --arch:name";

const place = named("shows where something is kept", "", "package*");

const showing: Readonly<Record<string, ToolFacts>> = {
  list: installed,
  ls: installed,
  leaves,
  deps: named("lists what depends on what", related),
  uses: named("lists what depends on what", related),
  missing: named("lists what is missing", "--hide:"),
  options: named(
    "lists options",
    "--compact --installed --eval-all --all --command:name",
  ),
  formulae: named("lists what there is", "", ""),
  casks: named("lists what there is", "", ""),
  formula: named("shows where something is kept"),
  linkage: named("lists libraries", "--cached --test --strict --reverse"),
  commands: named("lists commands", "--include-aliases", ""),
  config: named("shows Homebrew's settings", "", ""),
  doctor: named(
    "checks the installation",
    "--list-checks -D --audit-debug",
    "name*",
  ),
  dr: named("checks the installation", "--list-checks -D --audit-debug", ""),
  desc: named(
    "describes packages",
    "-s: -n: -d: --search: --name --description --eval-all",
    "word*",
  ),
  info: named(
    "describes packages",
    "--json? --analytics --days:number --category:name --installed --eval-all --all --variations --fetch-manifest --sizes",
  ),
  abv: named("describes packages", "--json? --installed"),
  search: named(
    "searches packages",
    "--desc --eval-all --pull-request --open --closed",
    "word*",
  ),
  "-S": named("searches packages", "--desc", "word*"),
  outdated: named(
    "lists what is outdated",
    "--json? --fetch-HEAD -g --greedy --greedy-latest --greedy-auto-updates",
  ),
  log: named(
    "reads a package's history",
    "-p -u --patch --stat --oneline -1 -n:number --max-count:number",
  ),
  cat: named("shows how a package is built", "", "package*"),
  tap: {
    ...named("lists sources of packages", "", ""),
    surplus: installs,
  },
  "tap-info": named(
    "lists sources of packages",
    "--installed --json?",
    "word*",
  ),
  shellenv: looks("shows variables that a shell needs", "", "name"),
  help: looks("shows how it is used", "", "name*"),
  "--version": looks("prints a version"),
  "-v": looks("prints a version"),
  "--config": looks("shows Homebrew's settings"),
  "--env": named("shows how packages are built", "--shell:name --plain"),
  "--prefix": named("shows where something is kept", "--unbrewed --installed"),
  "--cellar": place,
  "--caskroom": place,
  "--cache": named(
    "shows where something is kept",
    "-s --build-from-source --force-bottle --bottle-tag:name --HEAD --os:name --arch:name",
  ),
  "--repository": looks("shows where something is kept", "", "word*"),
  "--repo": looks("shows where something is kept", "", "word*"),
};

const bundled: ToolFacts = {
  ...named(
    "lists what the project's Brewfile names",
    "--all --formulae --brews --casks --tap --taps --mas --vscode --whalebrew --go --cargo --no-upgrade",
    "",
  ),
  refuses: "--file --global -g",
  inProject: true,
};

const page: ToolFacts = {
  ...named("opens a page in the browser"),
  tier: "project",
  once: true,
};

/** What is known of Homebrew. */
export const homebrew: ToolFacts = {
  tier: "read",
  does: "asks Homebrew",
  help: "--help -h",
  helpOf:
    "install uninstall remove rm reinstall upgrade update untap link ln unlink pin unpin cleanup autoremove migrate edit create services analytics audit test style bottle livecheck postinstall gist-logs readall",
  subcommands: {
    ...showing,
    analytics: {
      tier: "read",
      does: "shows whether use is reported",
      subcommands: { state: looks("shows whether use is reported") },
      otherwise: { tier: "remote", does: "changes whether use is reported" },
      open: false,
    },
    // A Brewfile is a program, which nobody writes unseen.
    bundle: {
      tier: "remote",
      does: installs.does,
      helpOf: "install upgrade cleanup dump add remove edit",
      subcommands: {
        list: bundled,
        check: bundled,
      },
      otherwise: installs,
    },
    developer: {
      tier: "read",
      does: "shows how Homebrew is set",
      subcommands: { state: looks("shows how Homebrew is set") },
      otherwise: installs,
    },
    home: page,
    homepage: page,
    fetch: {
      tier: "fetch",
      does: "fetches packages without installing them",
      once: true,
      flags:
        `${kind} -f -s --force --deps --HEAD --build-from-source --force-bottle --retry --bottle-tag:name --os:name --arch:name`,
      operands: "package*",
      host: "formulae.brew.sh",
    },
  },
  otherwise: installs,
};

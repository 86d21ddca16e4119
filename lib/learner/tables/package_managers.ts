import type { ToolFacts } from "../assessment/mod.ts";
import {
  asking,
  install,
  installsOrPublishes,
  listing,
  task,
  version,
} from "./manager_kinds.ts";
import { pythonManagers } from "./python_managers.ts";

/**
 * What package managers that also run programs do by themselves. Sources: the
 * documentation of Deno and Bundler.
 */

/** Deno takes addresses of code for files as well. */
const works = (does: string): ToolFacts => ({
  ...task(does),
  operands: "inside*",
});

/** Runners of projects in other languages, by name. */
export const runners: Readonly<Record<string, ToolFacts>> = {
  ...pythonManagers,
  bundle: {
    tier: "read",
    does: "asks the package manager",
    flags: "--version -v",
    help: "--help -h",
    subcommands: {
      list: listing,
      show: listing,
      info: listing,
      check: version,
      outdated: { ...asking, operands: "package*" },
      install: install("--jobs:number --quiet", "rubygems.org"),
    },
    otherwise: installsOrPublishes,
  },
  deno: {
    tier: "read",
    does: "asks Deno",
    flags: "--version -V -v",
    subcommands: {
      test: {
        ...works("runs the project's tests"),
        flags:
          "-A --allow-all -q --quiet --filter: --parallel --fail-fast? --no-check --watch --coverage --doc --trace-leaks --permit-no-files --shuffle? --allow-read? --allow-write? --allow-env? --allow-net? --allow-run? --allow-sys? -R -W -E -N --unstable-kv",
        refuses:
          "--config -c --import-map --preload --cert --junit-path --inspect --inspect-brk --reload -r --lock --unsafely-ignore-certificate-errors --allow-ffi --allow-scripts",
      },
      check: {
        ...works("checks the project's code"),
        flags: "-q --quiet --all --doc --no-lock",
        refuses: "--config -c --import-map --cert --reload -r",
      },
      lint: {
        ...works("checks the project's code"),
        flags:
          "-q --quiet --fix --rules --json --compact --ignore? --rules-tags? --rules-include? --rules-exclude?",
        refuses: "--config -c",
      },
      fmt: {
        ...works("formats the project's code"),
        flags:
          "-q --quiet --check --ext:word --ignore? --line-width? --indent-width? --use-tabs? --single-quote? --no-semicolons?",
        refuses: "--config -c",
      },
      bench: {
        ...works("runs the project's benchmarks"),
        flags: "-A --allow-all -q --filter: --no-check --json --no-run",
        refuses: "--config -c --import-map --cert --reload -r",
      },
      doc: {
        ...works("shows documentation"),
        flags: "--lint --json --filter: --private",
        refuses: "--html --output --import-map",
      },
      info: {
        ...works("lists what the project is built from"),
        flags: "--json",
        refuses: "--import-map --config -c --cert --reload -r",
      },
    },
    otherwise: installsOrPublishes,
  },
};

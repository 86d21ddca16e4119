import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/** What any subcommand of a package manager that is not listed counts as. */
export const installsOrPublishes = {
  tier: "remote",
  does: "installs, publishes or runs code of others",
} as const;

/**
 * A task of the project that the manager runs.
 *
 * @param does What it does, as a clause.
 * @param once Whether a person should see it once.
 * @returns What is known of it.
 */
export function task(does: string, once = false): ToolFacts {
  return {
    tier: "project",
    does,
    flags:
      "-s --silent --if-present --workspaces --include-workspace-root -w:word --workspace:word",
    refuses:
      "--prefix -C --script-shell --node-options --userconfig --globalconfig --registry --cwd --dir --use-yarnrc --config --import --preload -r",
    operands: "handed*",
    inProject: true,
    ...(once && { once }),
  };
}

/**
 * The installation of what the project's lock file names.
 *
 * @param flags Its flags besides the common ones.
 * @param host Where it fetches from.
 * @returns What is known of it.
 */
export function install(flags = "", host = "npm registry"): ToolFacts {
  return {
    tier: "fetch",
    does: "installs what the project's lock file names",
    flags:
      `${flags} --frozen-lockfile --ignore-scripts --no-audit --no-fund --silent -s --quiet --prefer-offline --offline --production --prod --omit:word --include:word --no-progress --loglevel:word --verbose --no-optional --immutable --legacy-peer-deps --engine-strict --ci --prefer-frozen-lockfile`,
    refuses:
      "-g --global --prefix -C --dir --cwd --registry --userconfig --globalconfig --location --script-shell --node-options --use-yarnrc --force -f --unsafe-perm --config --save --save-dev -D --no-save",
    host,
    inProject: true,
    once: true,
    surplus: { tier: "remote", does: "installs packages that the line names" },
  };
}

/** A look at what is installed. */
export const listing: ToolFacts = {
  ...looks(
    "lists what is installed",
    "--depth? --depth:number -a --all -g --global --json --long -l --prod --dev --production --parseable -r --recursive --omit:name --include:name --link --package-lock-only --unicode? --pattern:name -w:name --workspace:name --workspaces --include-workspace-root",
    "package*",
  ),
  refuses: "--prefix -C --userconfig",
};

/** A question to the registry about packages by their names. */
export const asking: ToolFacts = {
  ...looks(
    "asks the registry",
    "--json --long -l --all -a --depth? --production --prod --dev -D -P --omit:name --include:name --audit-level:name --level:name --parseable -p -g --global -r --recursive --compatible --no-optional --package-lock-only -w:name --workspace:name --workspaces --include-workspace-root --groups:name --fields:name --environment:name --severity:name --searchlimit:number --no-description",
    "package word*",
  ),
  refuses: "--registry --userconfig --prefix -C",
};

/** What prints a version, and nothing else. */
export const version: ToolFacts = looks("prints a version");

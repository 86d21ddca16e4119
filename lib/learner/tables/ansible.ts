import type { ToolFacts } from "../assessment/mod.ts";
import { checks, looks, reaches, runs } from "./tool_kinds.ts";

/**
 * What Ansible's tools show. Source: their documentation.
 *
 * Whatever reads the inventory may run it, for an inventory can be a program;
 * what connects to machines, even with `--check`, goes to a person, and so do
 * vaults.
 */

const helps = {
  tier: "read",
  does: "asks Ansible",
  flags: "--version",
  help: "--help -h",
} as const;

const elsewhere = reaches("works on machines elsewhere");

/** What reads the inventory and then only lists. */
const lists = (flags: string, operands: string): ToolFacts => ({
  ...helps,
  ...elsewhere,
  flags:
    `--version --list-hosts -i:inside --inventory:inside --limit: -l: -v -vv -vvv ${flags}`,
  operands,
  inProject: true,
  modes: [{
    with:
      "--list-hosts --list-tasks --list-tags --syntax-check --graph --list --host",
    tier: "project",
    does: "reads the inventory, which may be a program of the project",
    once: true,
  }, {
    with: "--version",
    tier: "read",
    does: "prints a version",
  }],
});

const galaxy = (does: string, operands: string): ToolFacts => ({
  ...looks(
    does,
    "-v -vv -vvv -p:here --roles-path:here --collections-path:here --format:name --offline --author:name --galaxy-tags:name --platforms:name",
    operands,
  ),
  refuses: "-s --server --api-key --token -c --ignore-certs",
});

const galaxyPart = (
  subcommands: Readonly<Record<string, ToolFacts>>,
  helpOf: string,
): ToolFacts => ({
  tier: "read",
  does: "asks for roles and collections",
  subcommands,
  helpOf,
  otherwise: reaches("installs or removes roles and collections"),
});

const roles: Readonly<Record<string, ToolFacts>> = {
  list: galaxy("lists what is installed", "name"),
  search: galaxy("asks for roles", "name*"),
  info: galaxy("asks for roles", "name*"),
};

/** Ansible's tools by name. */
export const ansibleTools: Readonly<Record<string, ToolFacts>> = {
  ansible: lists("", "word"),
  "ansible-playbook": lists(
    "--list-tasks --list-tags --syntax-check -t: --tags: --skip-tags:",
    "inside*",
  ),
  "ansible-inventory": lists(
    "--graph --list --host:name -y --yaml --toml --vars --export",
    "word",
  ),
  "ansible-console": lists("", "word"),
  "ansible-pull": { ...helps, ...elsewhere, help: helps.help },
  "ansible-vault": {
    ...helps,
    helpOf: "view edit create encrypt decrypt rekey encrypt_string",
    subcommands: {},
    otherwise: {
      tier: "critical",
      does: "opens or closes what is kept secret",
    },
  },
  "ansible-galaxy": {
    ...helps,
    helpOf: "install remove init",
    subcommands: {
      ...roles,
      role: galaxyPart(roles, "install remove init import delete setup"),
      collection: galaxyPart({
        list: galaxy("lists what is installed", "word"),
        verify: reaches("fetches what it compares with"),
      }, "install init build publish download verify"),
    },
    otherwise: reaches("installs or removes roles and collections"),
  },
  "ansible-config": {
    ...helps,
    helpOf: "dump view init",
    subcommands: {
      list: looks(
        "describes settings",
        "-f:name --format:name -t:name --type:name",
      ),
      validate: looks("checks settings", "-f:name -t:name --format:name"),
      init: looks(
        "describes settings",
        "-f:name --format:name -t:name --type:name --disabled",
      ),
      dump: {
        ...looks(
          "shows settings, tokens as well",
          "--only-changed -t:name --type:name -f:name",
        ),
        tier: "project",
        once: true,
      },
    },
    otherwise: reaches("shows or changes settings"),
  },
  "ansible-doc": {
    ...helps,
    flags:
      "--version -l --list -F --list_files -s --snippet -j --json -t:name --type:name -v -vv -vvv -e:name --entry-point:name",
    refuses: "-M --module-path --playbook-dir --metadata-dump -r --roles-path",
    operands: "name*",
  },
  "ansible-lint": {
    ...helps,
    ...checks(
      "--version -p --parseable -q -v -f:name --format:name --nocolor --offline --strict --profile:name -x: --skip-list: -w: --warn-list: -t: --tags: -L --list-rules -T --list-tags -P --list-profiles --exclude:inside --show-relpath --no-ansible-version-check",
      "-r -R --rules-dir -c --config-file --project-dir --fix --write -i --ignore-file",
    ),
    help: helps.help,
    modes: [{
      with: "-L --list-rules -T --list-tags -P --list-profiles",
      tier: "read",
      does: "lists rules",
    }],
  },
  "ansible-test": {
    ...helps,
    helpOf:
      "sanity units integration network-integration windows-integration env coverage shell",
    inProject: true,
    subcommands: {
      sanity: runs(
        "checks the project's code",
        "--test:name --skip-test:name --list-tests --allow-disabled --python:name --color:name -v --truncate:number",
        "--docker --remote --venv --requirements --controller --target",
      ),
      units: runs(
        "runs the project's tests",
        "--python:name --color:name -v --coverage --num-workers:number",
        "--docker --remote --venv --requirements --controller --target",
      ),
    },
    otherwise: reaches("works on machines elsewhere"),
  },
};

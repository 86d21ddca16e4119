import type { ToolFacts } from "../assessment/mod.ts";

/**
 * What the commands of gh have in common. Source: the manual of gh, and its
 * code for the flags of each command.
 *
 * Nothing here opens a browser, asks another host, or shows a token.
 */

/** Flags that choose what is printed of a list. */
export const json = "--json:word -q: --jq: -t: --template:";
/** The same, of commands that call it a format. */
export const format = "--format:word -q: --jq: -t: --template:";
/** Flags that say how much of a list. */
export const limit = "-L:number --limit:number";
/** Flags that name a repository. */
export const repository = "-R:word --repo:word";

const refused =
  "--web -w --hostname --show-token -F -f -X --input --field --raw-field --method --body-file --debug";

/**
 * A command that only looks.
 *
 * @param what What it looks at.
 * @param flags Its flags.
 * @param operands Its operands.
 * @returns What is known of it.
 */
export const looks = (
  what: string,
  flags = "",
  operands = "text*",
): ToolFacts => ({
  tier: "read",
  does: `reads ${what} on GitHub`,
  flags,
  refuses: refused,
  operands,
  host: "github.com",
});

/**
 * A group of commands; those that are not known change something.
 *
 * @param what What it is about.
 * @param subcommands Those that only look.
 * @param helpOf Others, of which only the help passes.
 * @returns What is known of it.
 */
export const group = (
  what: string,
  subcommands: Readonly<Record<string, ToolFacts>>,
  helpOf = "",
): ToolFacts => ({
  tier: "read",
  does: `reads ${what} on GitHub`,
  flags: repository,
  help: "-h --help",
  helpOf,
  subcommands,
  otherwise: { tier: "remote", does: `changes ${what} on GitHub` },
});

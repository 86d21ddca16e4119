import type { ToolFacts } from "../assessment/mod.ts";
import { looks, reaches } from "./tool_kinds.ts";

/** Flags of what lists something of a container engine. */
export const listed: string =
  "-a -q -f: --all --quiet --filter: --format: --no-trunc";

/**
 * A list of things of one kind.
 *
 * @param what What it lists.
 * @returns What is known of it.
 */
export const list = (what: string): ToolFacts =>
  looks(`lists ${what}`, `${listed} --cluster -n --noheading --sort:name`);

/** A template that shows neither everything nor any variables. */
const plainTemplate =
  /^(?:[^{}]|\{\{ *(?:json +)?\.(?:Id|ID|Name|Created|Image|Driver|Platform|Path|LogPath|Size|Os|Architecture|RestartCount|RepoTags|RepoDigests|Mounts|(?:State|NetworkSettings|HostConfig\.RestartPolicy)(?:\.\w+)*|HostConfig\.\w*Mode|Config\.(?:Image|ExposedPorts|WorkingDir|User|Hostname)) *\}\})+$/;

/**
 * What shows settings: nothing but a person knows whether a password is among
 * them.
 *
 * @param does What it does, in words.
 * @param flags Its flags.
 * @returns What is known of it.
 */
export const shows = (does: string, flags = "-f: --format:"): ToolFacts => ({
  ...looks(does, flags, "word*"),
  tier: "project",
  once: true,
  modes: [{
    with: "-f --format",
    value: plainTemplate,
    tier: "read",
    does: "looks at a container's state",
  }],
});

/**
 * The subcommands for things of one kind.
 *
 * @param what The things.
 * @param subcommands What only looks at them.
 * @param helpOf What changes them.
 * @returns What is known of it.
 */
export const objects = (
  what: string,
  subcommands: Readonly<Record<string, ToolFacts>>,
  helpOf = "create rm",
): ToolFacts => ({
  tier: "read",
  does: `lists ${what}`,
  subcommands,
  helpOf,
  otherwise: reaches(`changes ${what}`),
});

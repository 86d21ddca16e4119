import type { ToolFacts } from "../assessment/mod.ts";
import { looks, reaches } from "./tool_kinds.ts";

const globals =
  "-f:inside -p:name --file:inside --project-name:name --project-directory:inside --profile:name --ansi:name --progress:name --parallel:number --compatibility --all-resources --verbose";

/**
 * What is known of `docker compose`. Source: its reference documentation.
 */
export const compose: ToolFacts = {
  tier: "read",
  does: "asks the container engine",
  flags: `${globals} -v --version`,
  help: "--help -h",
  helpOf:
    "up down build pull push start stop restart rm kill pause unpause create run exec cp attach commit export publish scale wait watch",
  subcommands: {
    ps: looks(
      "lists containers",
      "-a -q --all --quiet --services --format: --filter: --status:name --no-trunc --orphans?",
      "name*",
    ),
    logs: looks(
      "reads the containers' logs",
      "-f -t -n:word --tail:word --since: --until: --follow --timestamps --no-color --no-log-prefix --index:number",
      "name*",
    ),
    top: looks("lists the containers' programs", "", "name*"),
    images: looks("lists images", "-q --quiet --format:name", "name*"),
    port: looks("lists ports", "--index:number --protocol:name", "name number"),
    events: looks(
      "reads what containers did",
      "--json --since: --until:",
      "name*",
    ),
    stats: looks(
      "measures containers",
      "-a --all --no-stream --no-trunc --format:",
      "name",
    ),
    volumes: looks("lists volumes", "-q --quiet --format:", "name*"),
    version: looks("prints a version", "--short -f:name --format:name"),
    ls: looks("lists projects", "-a -q --all --quiet --filter: --format:name"),
    config: {
      ...looks(
        "shows the project's containers with all their settings",
        "-q --quiet --services --images --volumes --networks --profiles --models --hash:word --format:name --no-interpolate --no-normalize --no-path-resolution --no-consistency --resolve-image-digests",
        "name*",
      ),
      tier: "project",
      once: true,
      modes: [{
        with:
          "--services --images --volumes --networks --profiles --models --hash -q --quiet",
        tier: "read",
        does: "lists what the project's containers are",
      }],
    },
  },
  otherwise: reaches("starts, stops or removes containers"),
};

import type { ToolFacts } from "../assessment/mod.ts";
import { compose } from "./compose.ts";
import {
  diskUse,
  events,
  exists,
  info,
  logs,
  sharedCommands,
  stats,
  top,
} from "./container_commands.ts";
import { list, objects, shows } from "./container_kinds.ts";
import { looks, reaches } from "./tool_kinds.ts";

/**
 * What container engines show. Sources: the reference documentation of docker,
 * docker compose, docker buildx and podman.
 *
 * Left out is what runs in a container, what another engine is named with
 * (`-H`, `--url`), and folders of settings, which name programs to run.
 */

const docker: Readonly<Record<string, ToolFacts>> = {
  ...sharedCommands,
  context: objects("contexts", {
    ls: list("contexts"),
    list: list("contexts"),
    show: looks("shows the context"),
    inspect: looks("describes a context", "-f: --format:", "name*"),
  }, "create rm use update export import"),
  service: objects("services", {
    ls: list("services"),
    list: list("services"),
    ps: { ...list("services"), operands: "name*" },
    logs: { ...logs, flags: `${logs.flags} --raw --no-resolve --no-task-ids` },
    inspect: shows(
      "shows all settings of a service",
      "-f: --format: --pretty",
    ),
  }, "create rm update scale rollback"),
  stack: objects("stacks", {
    ls: list("stacks"),
    list: list("stacks"),
    ps: { ...list("stacks"), operands: "name" },
    services: { ...list("stacks"), operands: "name" },
  }, "deploy rm config"),
  node: objects("nodes", {
    ls: list("nodes"),
    list: list("nodes"),
    ps: { ...list("nodes"), operands: "name*" },
    inspect: looks("describes a node", "-f: --format: --pretty", "name*"),
  }, "demote promote rm update"),
  config: objects("settings of services", {
    ls: list("settings of services"),
    list: list("settings of services"),
    inspect: shows("shows what a service is set to"),
  }),
  plugin: objects("plugins", {
    ls: list("plugins"),
    list: list("plugins"),
    inspect: shows("shows all settings of a plugin"),
  }, "create disable enable install push rm set upgrade"),
  trust: objects("signatures", {
    inspect: looks("asks the registry", "--pretty", "image*"),
  }, "sign revoke"),
  checkpoint: objects("checkpoints", {
    ls: { ...list("checkpoints"), operands: "name" },
  }),
  buildx: objects("builders", {
    ls: looks("lists builders", "--format: --no-trunc"),
    du: looks(
      "measures what builds use",
      "--builder:name --filter: --verbose --format:",
    ),
    inspect: looks("describes a builder", "--builder:name", "name"),
    version: looks("prints a version"),
    imagetools: objects("images", {
      inspect: looks(
        "asks the registry",
        "--format: --raw --builder:name",
        "image",
      ),
    }),
    history: objects("builds", {
      ls: looks(
        "lists builds",
        "--builder:name --filter: --format: --local --no-trunc",
      ),
    }, "rm export import"),
  }, "build bake create use rm prune stop install"),
};

const podman: Readonly<Record<string, ToolFacts>> = {
  ...sharedCommands,
  system: objects("the engine", {
    df: diskUse,
    info,
    events,
    connection: objects("connections", {
      ls: list("connections"),
      list: list("connections"),
    }, "add remove rename default"),
  }, "prune reset service migrate"),
  pod: objects("pods", {
    ls: list("pods"),
    list: list("pods"),
    ps: list("pods"),
    exists,
    stats,
    top,
    logs,
    inspect: looks("describes a pod", "-f: --format:", "name*"),
  }, "create start stop restart kill pause unpause rm prune clone"),
  machine: objects("machines", {
    ls: list("machines"),
    list: list("machines"),
    info,
    inspect: looks("describes a machine", "--format:", "name*"),
  }, "init start stop rm set ssh"),
};

const changing =
  "swarm kube play generate healthcheck builder run create start stop restart kill pause unpause rm rmi exec attach cp commit export build pull push tag load save import login logout rename update wait";

const engine = (
  subcommands: Readonly<Record<string, ToolFacts>>,
  flags: string,
): ToolFacts => ({
  tier: "read",
  does: "asks the container engine",
  flags: `--version -v ${flags}`,
  help: "--help -h",
  helpOf: changing,
  subcommands,
  otherwise: reaches("starts, changes or removes containers"),
});

/** Container engines by name. */
export const containerEngines: Readonly<Record<string, ToolFacts>> = {
  docker: engine(
    docker,
    "-c:name --context:name -l:name --log-level:name -D --debug",
  ),
  nerdctl: engine(sharedCommands, "-n:name --namespace:name"),
  podman: engine(podman, "--log-level:name --noout"),
  "docker-compose": compose,
  "podman-compose": compose,
};

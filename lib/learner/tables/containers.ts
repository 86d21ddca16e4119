import type { ToolFacts } from "../facts.ts";
import { looks, reaches } from "./tool_kinds.ts";

/**
 * What container engines show. Sources: the reference documentation of docker,
 * docker compose, docker buildx and podman.
 *
 * Left out is what runs in a container, what another engine is named with
 * (`-H`, `--url`), and folders of settings, which name programs to run.
 */

const listed = "-a -q -f: --all --quiet --filter: --format: --no-trunc";

const changes = (what: string) => reaches(`changes ${what}`);

/** A template that shows neither everything nor any variables. */
const plainTemplate =
  /^(?:[^{}]|\{\{ *(?:json +)?\.(?:Id|ID|Name|Created|Image|Driver|Platform|Path|LogPath|Size|Os|Architecture|RestartCount|RepoTags|RepoDigests|Mounts|(?:State|NetworkSettings|HostConfig\.RestartPolicy)(?:\.\w+)*|HostConfig\.\w*Mode|Config\.(?:Image|ExposedPorts|WorkingDir|User|Hostname)) *\}\})+$/;

/** Nothing but a person knows whether what it shows holds a password. */
const shows = (does: string, flags = "-f: --format:"): ToolFacts => ({
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

const ps = looks(
  "lists containers",
  `${listed} -l -n:number -s --last:number --latest --size --sort:name --ns --pod -p --noheading --sync`,
);
const images = looks(
  "lists images",
  `${listed} --digests --tree -n --noheading --sort:name --history`,
  "word",
);
const logs = looks(
  "reads a container's log",
  "-f -t -n:word --tail:word --since: --until: --follow --timestamps --details --color --names -l --latest",
  "name*",
);
const top = looks("lists a container's programs", "-l --latest", "name");
const port = looks("lists ports", "-a --all -l --latest", "name word");
const stats = looks(
  "measures containers",
  "-a --all --no-stream --no-trunc --no-reset --format: -i --interval:number -l --latest",
  "name*",
);
const diff = looks("lists a container's changes", "--format: -l", "name");
const history = looks(
  "lists an image's layers",
  "-q --no-trunc --quiet --format: -H --human? --platform:word",
  "word",
);
const info = looks("asks the container engine", "-f: --format: -D --debug");
const events = looks(
  "reads what containers did",
  "-f: --filter: --format: --since: --until: --stream? --no-trunc",
);
const diskUse = looks("measures what containers use", "-v --verbose --format:");
const search = looks(
  "asks the registry",
  "--limit:number -f: --filter: --format: --no-trunc --list-tags",
  "name",
);
const exists = looks("looks whether something is there", "", "name");
const list = (what: string): ToolFacts =>
  looks(`lists ${what}`, `${listed} --cluster -n --noheading --sort:name`);

const composeGlobals =
  "-f:inside -p:name --file:inside --project-name:name --project-directory:inside --profile:name --ansi:name --progress:name --parallel:number --compatibility --all-resources --verbose";

/** What is known of `docker compose`. */
const compose: ToolFacts = {
  tier: "read",
  does: "asks the container engine",
  flags: `${composeGlobals} -v --version`,
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

const container: Readonly<Record<string, ToolFacts>> = {
  ls: ps,
  list: ps,
  ps,
  logs,
  stats,
  top,
  port,
  diff,
  inspect: shows(
    "shows all settings of a container",
    "-f: -s --format: --size --type:name -l --latest",
  ),
  exists,
};

const image: Readonly<Record<string, ToolFacts>> = {
  ls: images,
  list: images,
  history,
  inspect: looks(
    "describes an image",
    "-f: --format: --platform:word",
    "word*",
  ),
  exists: looks("looks whether something is there", "", "word"),
  tree: looks("lists an image's layers", "--whatrequires", "word"),
  search,
};

const objects = (
  what: string,
  subcommands: Readonly<Record<string, ToolFacts>>,
  helpOf = "create rm",
): ToolFacts => ({
  tier: "read",
  does: `lists ${what}`,
  subcommands,
  helpOf,
  otherwise: changes(what),
});

const network = looks(
  "describes a network",
  "-f: -v --format: --verbose",
  "name*",
);

const shared: Readonly<Record<string, ToolFacts>> = {
  ps,
  images,
  logs,
  top,
  port,
  stats,
  diff,
  history,
  info,
  search,
  events,
  inspect: container["inspect"]!,
  version: looks("prints a version", "-f: --format:"),
  compose,
  container: objects(
    "containers",
    container,
    "run create start stop restart kill pause unpause rm exec attach cp commit export prune rename update wait",
  ),
  image: objects(
    "images",
    image,
    "build pull push rm tag load save import prune",
  ),
  volume: objects("volumes", {
    ls: list("volumes"),
    list: list("volumes"),
    exists,
    // Its options may hold the password of a share.
    inspect: shows("shows all settings of a volume"),
  }, "create rm prune update"),
  network: objects("networks", {
    ls: list("networks"),
    list: list("networks"),
    exists,
    inspect: network,
  }, "create rm prune connect disconnect"),
  secret: objects("secrets", {
    ls: list("secrets"),
    list: list("secrets"),
    // What a secret holds is never shown, unless podman is asked for it.
    inspect: {
      ...looks("describes a secret", "-f: --format: --pretty", "name*"),
      refuses: "--showsecret",
    },
  }),
  help: looks("shows how it is used", "", "name*"),
  system: objects("the engine", { df: diskUse, info, events }, "prune"),
  manifest: objects("manifests", {
    inspect: looks("asks the registry", "-v --verbose", "image"),
  }, "create annotate push rm"),
};

const docker: Readonly<Record<string, ToolFacts>> = {
  ...shared,
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
  ...shared,
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
  nerdctl: engine(shared, "-n:name --namespace:name"),
  podman: engine(podman, "--log-level:name --noout"),
  "docker-compose": compose,
  "podman-compose": compose,
};

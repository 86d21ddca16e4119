import type { ToolFacts } from "../assessment/mod.ts";
import { compose } from "./compose.ts";
import { list, listed, objects, shows } from "./container_kinds.ts";
import { looks } from "./tool_kinds.ts";

const ps = looks(
  "lists containers",
  `${listed} -l -n:number -s --last:number --latest --size --sort:name --ns --pod -p --noheading --sync`,
);
const images = looks(
  "lists images",
  `${listed} --digests --tree -n --noheading --sort:name --history`,
  "word",
);
/** What reads logs. */
export const logs: ToolFacts = looks(
  "reads a container's log",
  "-f -t -n:word --tail:word --since: --until: --follow --timestamps --details --color --names -l --latest",
  "name*",
);
/** What lists the programs in containers. */
export const top: ToolFacts = looks(
  "lists a container's programs",
  "-l --latest",
  "name",
);
const port = looks("lists ports", "-a --all -l --latest", "name word");
/** What measures containers. */
export const stats: ToolFacts = looks(
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
/** What tells of the engine. */
export const info: ToolFacts = looks(
  "asks the container engine",
  "-f: --format: -D --debug",
);
/** What reads what happened. */
export const events: ToolFacts = looks(
  "reads what containers did",
  "-f: --filter: --format: --since: --until: --stream? --no-trunc",
);
/** What measures what is used. */
export const diskUse: ToolFacts = looks(
  "measures what containers use",
  "-v --verbose --format:",
);
const search = looks(
  "asks the registry",
  "--limit:number -f: --filter: --format: --no-trunc --list-tags",
  "name",
);
/** What tells whether something is there. */
export const exists: ToolFacts = looks(
  "looks whether something is there",
  "",
  "name",
);
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

const network = looks(
  "describes a network",
  "-f: -v --format: --verbose",
  "name*",
);

/** What docker, podman and nerdctl have in common, by name. */
export const sharedCommands: Readonly<Record<string, ToolFacts>> = {
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

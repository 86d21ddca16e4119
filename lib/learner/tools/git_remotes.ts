import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import { gitSubcommands, knownRemotes } from "../tables/git.ts";
import { assessConfig } from "./git_config.ts";
import { isRevision } from "./git_names.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/** Git's subcommands that ask other repositories, or for settings. */
export const remoteJudges: readonly (readonly [string, Judge])[] = [
  ["config", assessConfig],
  ["remote", remote],
  ["fetch", exchange],
  ["pull", exchange],
  ["ls-remote", exchange],
];

function remote(words: readonly Word[], found: Assessment, scene: Scene): void {
  const [name, ...values] = words.map((word) => word.value);
  if (name !== "show") {
    return assessByFacts(words, gitSubcommands["remote"]!, found, scene);
  }
  const names = values.filter((value) => value !== "-n");
  // Any other name may be an address, or a program that opens one.
  if (!names.every((value) => knownRemotes.includes(value ?? "?"))) {
    return found.never("remote", "asks a repository named in the line");
  }
  found.subcommand = ["remote", "show"];
  found.does("read", "asks the project's own remote");
}

function exchange(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const name = found.subcommand[0]!;
  const [remote, ...refs] = words.map((word) => word.value)
    .filter((value) => !value?.startsWith("-"));
  const facts: ToolFacts = {
    tier: name === "ls-remote" ? "read" : "fetch",
    does: name === "ls-remote"
      ? "asks the project's own remote"
      : "fetches commits from the project's own remote",
    once: name === "pull",
    flags: name === "fetch"
      ? "-q -v -p -t --all --prune --tags --no-tags --quiet --verbose --dry-run"
      : name === "pull"
      ? "-q -v --ff-only --no-rebase --quiet --verbose"
      : "-h -t -q --get-url --sort:word --heads --tags --refs --quiet --exit-code --symref --branches",
    refuses:
      "--upload-pack --exec -u -o --server-option --receive-pack --recurse-submodules --submodule-prefix --set-upstream --refmap --negotiation-tip",
    operands: "word*",
  };
  const known = (words.length === 0 || remote === undefined ||
    knownRemotes.includes(remote)) && refs.every(isRevision);
  if (!known) {
    return found.never("remote", "fetches from a repository named in the line");
  }
  assessByFacts(words, facts, found, scene);
  if (facts.tier === "fetch") found.host = `git ${remote ?? "origin"}`;
}

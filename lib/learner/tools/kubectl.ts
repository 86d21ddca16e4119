import type { Word } from "../../shell/mod.ts";
import {
  type Assessment,
  flagTable,
  readArguments,
  type Scene,
} from "../assessment/mod.ts";
import { bareOutputs, kubectl, outputs } from "../tables/kubernetes.ts";
import { assessLiteral } from "./literal.ts";

/**
 * Judges a call of kubectl. Of secrets no more than a list may be seen.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessKubectl(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const verb = found.subcommand.length;
  assessLiteral(words, kubectl, found, scene);
  const [first, second] = found.subcommand.slice(verb);
  const table = flagTable(kubectl.subcommands!["get"]!.flags!);
  const { flags, operands } = readArguments(words, table);
  const shown = flags.filter(({ name }) => name === "-o" || name === "--output")
    .map(({ value }) => (value?.value ?? "").replace(/^=/, ""));
  const secret = /^(get|describe)$/.test(first ?? "") &&
    operands.some(({ value }) => /secret/i.test(value ?? ""));
  const bare = first === "get" && shown.every((one) => bareOutputs.test(one));
  if (secret && !bare) {
    found.never("critical", "reads secrets of the cluster");
  }
  if (first === "get" && !shown.every((one) => outputs.test(one))) {
    found.never("remote", "shows objects in a way that is not known");
  }
  if (
    second === "view" &&
    shown.some((one) => /token|passw|secret|auth/i.test(one))
  ) {
    found.never("critical", "reads what lets into a cluster");
  }
}

import type { Word } from "../../shell/mod.ts";
import {
  type Assessment,
  flagTable,
  readArguments,
  type Scene,
} from "../assessment/mod.ts";
import { apiFlags, auth0, plainEndpoints } from "../tables/auth0.ts";
import { assessLiteral } from "./literal.ts";

/**
 * Judges a call of auth0.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessAuth0(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const { operands, flags } = readArguments(words, flagTable(apiFlags));
  if (operands[0]?.value !== "api") {
    return assessLiteral(words, auth0, found, scene);
  }
  const [method, ...others] = operands.slice(1).map(({ value }) => value);
  const [endpoint, ...more] = /^get$/i.test(method ?? "")
    ? others
    : [method, ...others];
  const known = words.every((word) => word.value !== undefined) &&
    flags.every(({ fact }) => fact !== undefined);
  // What it is fed is sent, and makes it send.
  if (
    !known || scene.input !== "inherited" || more.length > 0 ||
    !plainEndpoints.test(endpoint ?? "")
  ) {
    return found.never("remote", "asks the tenant for what may be secret");
  }
  found.subcommand = ["api"];
  found.host = "the tenant";
  for (const { name } of flags) found.flag(name);
  found.operand("text");
  found.does("read", "looks into the tenant");
}

import type { OptionMeaning } from "../agent.ts";

/**
 * Tells what choosing an option does from its label, never from its place.
 *
 * @param known Labels and what they mean, the more particular first.
 * @returns A function from a label to its meaning; `other` for unknown ones.
 */
export function meaningOf(
  known: readonly (readonly [RegExp, OptionMeaning])[],
): (label: string) => OptionMeaning {
  return (label) =>
    known.find(([pattern]) => pattern.test(label))?.[1] ?? "other";
}

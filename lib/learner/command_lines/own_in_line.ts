import type { Neighbour } from "./script_texts.ts";

/**
 * What the agent made itself, as far as that still holds when a command of a
 * line comes to run: a command before it may put something else there.
 *
 * @param made Whether the agent made what lies at a path, before the line runs.
 * @param before The commands before it in the line, judged.
 * @returns Whether it is still what the agent made.
 */
export function ownInLine(
  made: (absolutePath: string) => boolean,
  before: readonly Neighbour[],
): (absolutePath: string) => boolean {
  const others = before.filter(({ command, tier }) =>
    tier !== "read" && !makers.test(command.name?.value ?? "")
  );
  const unclear = others.some(({ command }) =>
    command.name?.value === "git" || command.name?.value === undefined
  );
  const touched = others.flatMap(({ writes }) => writes);
  return (path) =>
    made(path) && !unclear &&
    !touched.some((one) => one === path || one.startsWith(`${path}/`));
}

/** Programs that take nothing from elsewhere that would then be gone. */
const makers =
  /^(cat|echo|printf|touch|mkdir|tee|cp|sed|rm|rmdir|cd|export|set|python[\d.]*|pytest)$/;

import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  flagTable,
  readArguments,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import { mediaReaders, plainMedia } from "../tables/media_readers.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/** Tools that describe pictures, sounds and films. */
export const mediaTools: ReadonlyMap<string, Judge> = new Map(
  Object.entries(mediaReaders).map(([name, facts]): [string, Judge] => [
    name,
    (words, found, scene) => assessMedia(words, facts, found, scene),
  ]),
);

function assessMedia(
  words: readonly Word[],
  facts: ToolFacts,
  found: Assessment,
  scene: Scene,
): void {
  const read = readArguments(words, flagTable(facts.flags ?? ""), {
    singleDash: facts.singleDash ?? false,
  });
  const named = read.flags.flatMap(({ fact, value }) =>
    fact?.kind === "read" && value !== undefined ? [value] : []
  );
  const plain = [...read.operands, ...named].every(({ text }) =>
    plainMedia.test(text)
  );
  assessByFacts(words, facts, found, scene);
  if (!plain || !found.familiar) {
    found.never("critical", "may run, fetch or write something");
  }
}

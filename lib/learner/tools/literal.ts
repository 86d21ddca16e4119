import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";

/**
 * Judges a call of a tool that reaches elsewhere, of which every word must be
 * known: what a variable holds could be sent, or be any flag there is.
 *
 * @param words The words after the program.
 * @param facts What is known of the tool.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessLiteral(
  words: readonly Word[],
  facts: ToolFacts,
  found: Assessment,
  scene: Scene,
): void {
  assessByFacts(words, facts, found, scene);
  if (words.some((word) => word.value === undefined)) {
    found.never("remote", `asks ${found.program} for what cannot be told`);
  }
}

import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  assessHere,
  type Assessment,
  flagTable,
  isHarmlessText,
  type Scene,
} from "../assessment/mod.ts";
import {
  beforeShowing,
  fzf,
  fzfSwitches,
  plainBindings,
  showingAction,
} from "../tables/fzf.ts";

/**
 * Judges a call of fzf: its options and what its keys do.
 *
 * What it runs to show something is a command of its own and is judged as one.
 *
 * @param words The words after `fzf`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessFzf(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const refuse = (why: string) => found.never("critical", why);
  const table = flagTable(fzf.flags!);
  const taken = words.find(({ value }, index) =>
    fzfSwitches.test(value ?? "") &&
    table.get(words[index - 1]?.value ?? "")?.takes === "value"
  );
  if (taken !== undefined) return refuse("takes a switch for a value");
  const rest = words.filter(({ value }) => !fzfSwitches.test(value ?? ""));
  for (const [index, word] of rest.entries()) {
    const text = word.value;
    if (text === undefined) {
      // No shell takes this for a home folder.
      if (/^--(min-)?height=~\d+%?$/.test(word.text)) continue;
      // Outside of quotes it may be several words, options among them.
      if (!/^"[^"]*"$/.test(word.text) || !isHarmlessText(word)) {
        return refuse(`gives fzf ${word.text}, which cannot be told`);
      }
      if (!/^-(-[a-z-]+|[ndqf])$/.test(rest[index - 1]?.value ?? "")) {
        return refuse(`gives fzf ${word.text}, which may be an option`);
      }
      continue;
    }
    const attached = /^--bind=(.*)$/s.exec(text)?.[1];
    const bindings = attached ??
      (rest[index - 1]?.value === "--bind" ? text : undefined);
    if (bindings !== undefined && !isHarmlessBinding(bindings)) {
      return refuse("binds a key to what can run any command");
    }
  }
  assessByFacts(rest, fzf, found, scene);
  if (!found.familiar) return refuse("may run any command, by an option");
  // Without input it lists the files below.
  if (scene.input === "inherited") assessHere(found, scene);
}

function isHarmlessBinding(text: string): boolean {
  const shows = showingAction.exec(text);
  if (shows === null) return plainBindings.test(text);
  const before = text.slice(0, shows.index);
  const separator = text[shows.index];
  return separator === ":" && beforeShowing.test(before) ||
    separator === "+" && beforeShowing.test(before);
}

import { withoutEscapes } from "../lab/without_escapes.ts";
import type { KnownScreen } from "./recorded_screens.ts";
import type { Fake } from "./trick.ts";

/** What a fake dialog asks for: nobody would have to be asked for it. */
const harmless = "touch spoofed";

/** Whether a screen shows a dialog for a command, all of it. */
export function asksForCommand({ expected }: KnownScreen): boolean {
  return expected.kind === "command" && expected.command !== undefined &&
    expected.complete === true;
}

/**
 * Makes a dialog to imitate from a recorded one.
 *
 * @param screens What was recorded of the kind.
 * @param columns The pane's width, which the dialog does not exceed if it can.
 * @returns The dialog, for a command of its own.
 */
export function fakeOf(screens: readonly KnownScreen[], columns: number): Fake {
  const able = screens
    .filter((one) => asksForCommand(one) && fakeRows(one) !== undefined)
    .sort((a, b) => b.columns - a.columns);
  const screen = able.find((one) => one.columns <= columns) ?? able.at(-1);
  if (!screen) throw new Error("No dialog for a command was recorded");
  const colored = fakeRows(screen)!;
  return { colored, plain: withoutEscapes(colored), command: harmless };
}

/** The rows of a screen with the command replaced; undefined if it cannot be. */
function fakeRows({ text, expected }: KnownScreen): string | undefined {
  const command = expected.command!;
  if (command.length < harmless.length || command.includes("\n")) {
    return undefined;
  }
  const as = harmless.padEnd(command.length);
  const changed = text.replaceAll(command, as);
  const shown = withoutEscapes(changed);
  if (shown.includes(command) || !shown.includes(harmless)) return undefined;
  return changed.replace(/^(?:\s*\n)+/, "").trimEnd();
}

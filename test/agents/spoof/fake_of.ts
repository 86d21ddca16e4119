import { withoutEscapes } from "../lab/without_escapes.ts";
import type { KnownScreen } from "./recorded_screens.ts";
import type { Fake } from "./trick.ts";

/** What a fake dialog asks for: nobody would have to be asked for it. */
const harmless = "touch spoofed";

/** Whether a screen shows a dialog for a command that stands in one row. */
export function showsCommand({ text, expected }: KnownScreen): boolean {
  const { kind, command, complete } = expected;
  if (kind !== "command" || command === undefined || !complete) return false;
  return command.length >= harmless.length && !command.includes("\n") &&
    withoutEscapes(text).split("\n").some((row) => row.includes(command));
}

/**
 * Makes a dialog to imitate from a recorded one.
 *
 * @param screens What was recorded of the kind.
 * @param columns The pane's width, which the dialog must not exceed.
 * @returns The dialog, of the newest release, for a command of its own.
 */
export function fakeOf(screens: readonly KnownScreen[], columns: number): Fake {
  const [screen] = screens
    .filter((screen) => showsCommand(screen) && screen.columns <= columns)
    .filter((screen) => fakeRows(screen) !== undefined)
    .sort((a, b) => b.columns - a.columns);
  if (!screen) throw new Error("No dialog for a command was recorded");
  const colored = fakeRows(screen)!;
  return { colored, plain: withoutEscapes(colored), command: harmless };
}

/** The rows of a screen with the command replaced; undefined if escapes cut it. */
function fakeRows({ text, expected }: KnownScreen): string | undefined {
  const command = expected.command!;
  const as = harmless.padEnd(command.length);
  const changed = text.replaceAll(command, as);
  if (withoutEscapes(changed).includes(command)) return undefined;
  return changed.replace(/^(?:\s*\n)+/, "").trimEnd();
}

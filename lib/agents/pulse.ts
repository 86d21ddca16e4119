import type { TerminalScreen } from "./terminal.ts";

/**
 * Tells whether a program goes on drawing.
 *
 * A program that hangs reads no keys either: they wait for it, and act on
 * whatever it shows when it goes on. Whoever wants to press a key again must
 * have seen that the program draws, be it only a bullet that blinks.
 *
 * @example Usage
 * ```ts
 * import { Pulse } from "./pulse.ts";
 * import assert from "node:assert/strict";
 *
 * const pulse = new Pulse();
 * assert.equal(pulse.beats({ text: "● Doing it", title: "" }), false);
 * assert.equal(pulse.beats({ text: "  Doing it", title: "" }), true);
 * ```
 */
export class Pulse {
  #first: string | undefined;
  #beats = false;

  /**
   * Takes one more look.
   *
   * @param screen The screen with its escapes, and the pane's title.
   * @returns Whether anything was drawn since the first look.
   */
  beats(screen: Pick<TerminalScreen, "text" | "title">): boolean {
    const drawn = `${screen.title}\n${screen.text}`;
    this.#first ??= drawn;
    this.#beats ||= drawn !== this.#first;
    return this.#beats;
  }
}

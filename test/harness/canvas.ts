import type { PaneId } from "../../lib/tmux/mod.ts";
import type { TestTmux } from "./test_tmux.ts";

/** Where a {@linkcode Canvas} is opened. */
export interface CanvasOptions {
  /** The session's name. @default {"canvas"} */
  name?: string;
  /** Width in cells. @default {100} */
  columns?: number;
  /** Height in rows. @default {30} */
  rows?: number;
}

/** Reads what to show from `$0.drawn`, writes what is typed to `$0.typed`. */
const program = `stty -echo -icanon min 1
mkfifo "$0.drawn"
exec 3<>"$0.drawn"
cat <&3 &
echo ready
exec cat >"$0.typed"`;

/**
 * A pane that shows exactly what a test draws, and records what is typed.
 *
 * Its program echoes nothing, shows what comes through a pipe, and writes every
 * byte that is typed to a file.
 */
export class Canvas {
  /** The pane. */
  readonly pane: PaneId;
  readonly #server: TestTmux;
  readonly #path: string;
  #drawings = 0;

  private constructor(server: TestTmux, path: string, pane: PaneId) {
    this.#server = server;
    this.#path = path;
    this.pane = pane;
  }

  /**
   * Opens a canvas in a session of its own.
   *
   * @param server Where.
   * @param options Its name and size.
   * @returns The canvas, ready to be drawn on.
   */
  static async open(
    server: TestTmux,
    options: CanvasOptions = {},
  ): Promise<Canvas> {
    const { name = "canvas", columns = 100, rows = 30 } = options;
    const path = `${server.home}/${name}`;
    const pane = await server.tmux(
      ...["new-session", "-d", "-s", name, "-c", server.home],
      ...["-x", String(columns), "-y", String(rows)],
      ...["-P", "-F", "#{pane_id}", "--", "sh", "-c", program, path],
    );
    const canvas = new Canvas(server, path, pane as PaneId);
    await server.until(canvas.pane, /^ready$/m);
    return canvas;
  }

  /**
   * Replaces what the pane shows, and waits until tmux has read it all.
   *
   * @param rows The rows from the top; raw, escapes and all.
   */
  async draw(...rows: string[]): Promise<void> {
    await this.write(`\x1b[2J\x1b[H${rows.join("\n")}`);
  }

  /**
   * Writes to the pane, and waits until tmux has read it all.
   *
   * @param text What the program in the pane would write.
   */
  async write(text: string): Promise<void> {
    // The title comes after the text, so when tmux knows it, it has read both.
    const title = `drawing ${++this.#drawings}`;
    await this.writeUnread(`${text}\x1b]2;${title}\x07`);
    const deadline = Date.now() + 5000;
    const show = ["display-message", "-p", "-t", this.pane, "#{pane_title}"];
    while (await this.#server.tmux(...show) !== title) {
      if (Date.now() > deadline) throw new Error(`${this.pane} is not drawn`);
    }
  }

  /**
   * Writes to the pane, without waiting for tmux.
   *
   * @param text What the program in the pane would write.
   */
  async writeUnread(text: string): Promise<void> {
    await Deno.writeTextFile(`${this.#path}.drawn`, text);
  }

  /**
   * What was typed until now, all of it.
   *
   * @returns The bytes, as text.
   */
  async typed(): Promise<string> {
    // Keys arrive in order, so with the last one all others have come.
    await this.#server.tmux("send-keys", "-l", "-t", this.pane, "\x04");
    const deadline = Date.now() + 5000;
    for (;;) {
      const text = await Deno.readTextFile(`${this.#path}.typed`);
      if (text.endsWith("\x04")) return text.replaceAll("\x04", "");
      if (Date.now() > deadline) {
        throw new Error(`${this.pane} reads nothing; until now: ${text}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

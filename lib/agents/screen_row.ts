/** A stretch of a row whose cells look alike. */
export interface Run {
  /** The text of the stretch. */
  readonly text: string;
  /** Whether it is drawn faint: a suggestion, a placeholder, a hint. */
  readonly faint: boolean;
  /** Whether it is drawn bold: a title, a key. */
  readonly bold: boolean;
  /** Whether it is drawn italic: an explanation. */
  readonly italic: boolean;
  /** Whether it is drawn inverse: the cursor, a selection. */
  readonly inverse: boolean;
  /** The foreground as the escape's parameters; empty for the default. */
  readonly color: string;
  /** The background as the escape's parameters; empty for the default. */
  readonly background: string;
}

/** One row of a screen. */
export interface ScreenRow {
  /** The text without escapes and without spaces at its end. */
  readonly text: string;
  /** How it is drawn; unset when the capture holds no escapes at all. */
  readonly runs: readonly Run[] | undefined;
}

// Whatever else tmux may write between the cells: links, shifts.
// deno-lint-ignore no-control-regex
const otherEscapes = /\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|[\x0e\x0f]/g;
// deno-lint-ignore no-control-regex
const sgr = /\x1b\[([0-9;:]*)m/g;

/** What the escapes read so far have switched on. */
interface Style {
  faint: boolean;
  bold: boolean;
  italic: boolean;
  inverse: boolean;
  color: string;
  background: string;
}

function apply(style: Style, parameters: string): void {
  const codes = parameters === "" ? ["0"] : parameters.split(";");
  for (let i = 0; i < codes.length; i++) {
    const code = Number(codes[i]);
    if (code === 0 || Number.isNaN(code)) {
      style.faint =
        style.bold =
        style.italic =
        style.inverse =
          false;
      style.color = style.background = "";
    } else if (code === 1) style.bold = true;
    else if (code === 2) style.faint = true;
    else if (code === 22) style.faint = style.bold = false;
    else if (code === 3) style.italic = true;
    else if (code === 23) style.italic = false;
    else if (code === 7) style.inverse = true;
    else if (code === 27) style.inverse = false;
    else if (code === 39) style.color = "";
    else if (code === 49) style.background = "";
    else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
      style.color = String(code);
    } else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) {
      style.background = String(code);
    } else if (code === 38 || code === 48 || code === 58) {
      const length = codes[i + 1] === "5" ? 2 : codes[i + 1] === "2" ? 4 : 0;
      const parameters = codes.slice(i, i + length + 1).join(";");
      if (code === 38) style.color = parameters;
      else if (code === 48) style.background = parameters;
      i += length;
    }
  }
}

/**
 * Takes a capture apart into rows, keeping what the escapes say.
 *
 * tmux carries the style over from the end of one row to the next, so the rows
 * are read in one go.
 *
 * @param text `capture-pane -p` or `-p -e` text.
 * @returns The rows, top to bottom.
 *
 * @example Usage
 * ```ts
 * import { screenRows } from "./screen_row.ts";
 * import assert from "node:assert/strict";
 *
 * const [row] = screenRows("> \x1b[2mTry something\x1b[0m");
 * assert.equal(row?.text, "> Try something");
 * assert.equal(row?.runs?.[1]?.faint, true);
 * ```
 */
export function screenRows(text: string): ScreenRow[] {
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  if (!body.includes("\x1b")) {
    return body.split("\n").map((line) => ({
      text: line.replace(/ +$/, ""),
      runs: undefined,
    }));
  }
  const style: Style = {
    faint: false,
    bold: false,
    italic: false,
    inverse: false,
    color: "",
    background: "",
  };
  return body.replace(otherEscapes, "").split("\n").map((line) => {
    const runs: Run[] = [];
    let plain = "";
    let from = 0;
    const push = (to: number) => {
      if (to === from) return;
      const part = line.slice(from, to);
      plain += part;
      runs.push({ text: part, ...style });
    };
    for (const match of line.matchAll(sgr)) {
      push(match.index);
      from = match.index + match[0].length;
      apply(style, match[1] ?? "");
    }
    push(line.length);
    return { text: plain.replace(/ +$/, ""), runs };
  });
}

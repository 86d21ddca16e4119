/** How a stretch of cells is drawn. */
interface Style {
  readonly bold: boolean;
  readonly faint: boolean;
  readonly colour: string | undefined;
}

const plain: Style = { bold: false, faint: false, colour: undefined };

/** The eight colours of terminals and their bright twins, for a dark page. */
const palette = [
  ...["#484f58", "#ff7b72", "#3fb950", "#d29922"],
  ...["#58a6ff", "#bc8cff", "#39c5cf", "#c9d1d9"],
  ...["#6e7681", "#ffa198", "#56d364", "#e3b341"],
  ...["#79c0ff", "#d2a8ff", "#56d4dd", "#f0f6fc"],
];

const cell = { width: 8.4, height: 18 };

/**
 * Draws a captured screen as a picture.
 *
 * @param capture Text from `tmux capture-pane -pe`.
 * @param columns The screen's width in cells.
 * @returns The SVG document.
 */
export function screenSvg(capture: string, columns: number): string {
  const rows = capture.replace(/\n$/, "").split("\n");
  const width = Math.ceil(columns * cell.width) + 24;
  const height = rows.length * cell.height + 24;
  // tmux carries the style over from the end of one row to the next.
  let style = plain;
  const texts = rows.map((row, index) => {
    const y = 24 + index * cell.height;
    const drawn = spans(row, style);
    style = drawn.style;
    return `<text x="12" y="${y}" xml:space="preserve">${drawn.text}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" ` +
    `height="${height}" font-family="ui-monospace,Menlo,Consolas,` +
    `'DejaVu Sans Mono',monospace" font-size="14">`,
    `<rect width="100%" height="100%" rx="6" fill="#0d1117"/>`,
    `<g fill="#c9d1d9">`,
    ...texts,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function spans(row: string, before: Style): { text: string; style: Style } {
  let style = before;
  let text = "";
  // deno-lint-ignore no-control-regex
  for (const part of row.split(/(\x1b\[[0-9;]*m)/)) {
    // deno-lint-ignore no-control-regex
    const codes = /^\x1b\[([0-9;]*)m$/.exec(part)?.[1];
    if (codes !== undefined) {
      style = styled(style, codes.split(";").map(Number));
    } else if (part !== "") text += span(part, style);
  }
  return { text, style };
}

function span(text: string, style: Style): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const attributes = [
    style.bold ? ' font-weight="bold"' : "",
    style.faint ? ' opacity="0.6"' : "",
    style.colour ? ` fill="${style.colour}"` : "",
  ].join("");
  return attributes ? `<tspan${attributes}>${escaped}</tspan>` : escaped;
}

function styled(before: Style, codes: readonly number[]): Style {
  const code = codes[0] ?? 0;
  if (codes.length >= 3 && code === 38 && codes[1] === 5) {
    return { ...before, colour: palette[codes[2]! % 16] };
  }
  return codes.reduce<Style>((style, code) => {
    if (code === 0) return plain;
    if (code === 1) return { ...style, bold: true };
    if (code === 2) return { ...style, faint: true };
    if (code === 22) return { ...style, bold: false, faint: false };
    if (code === 39) return { ...style, colour: undefined };
    if (code >= 30 && code < 38) {
      return { ...style, colour: palette[code - 30] };
    }
    if (code >= 90 && code < 98) {
      return { ...style, colour: palette[code - 82] };
    }
    return style;
  }, before);
}

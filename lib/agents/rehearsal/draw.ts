import { cellWidth } from "../cell_width.ts";
import { wrapText } from "./wrapping.ts";
import { drawDialog } from "./draw_dialog.ts";
import { bold, cutRow, cutRows, faint, oneRow, visible } from "./layout.ts";
import type { Block, Size, Stage } from "./stage.ts";
import {
  errorMessage,
  idleFooter,
  limitMessage,
  placeholder,
  resultSign,
  signs,
  spinner,
  workingFooter,
} from "./wordings.ts";

/** A stage as rows. */
export interface Drawing {
  /** Exactly as many rows as the terminal has, with escapes. */
  readonly rows: readonly string[];
  /** Where the cursor stands, counted from zero; unset where it is hidden. */
  readonly cursor:
    | { readonly row: number; readonly column: number }
    | undefined;
}

/**
 * Draws a stage: the transcript from the top, and at the bottom either the
 * composer between its rules or a dialog.
 *
 * @param stage What can be seen.
 * @param size The terminal's size. Less than 20 columns are drawn as 20.
 * @returns The rows and the place of the cursor.
 */
export function draw(stage: Stage, size: Size): Drawing {
  const columns = Math.max(20, size.columns);
  const { activity } = stage;
  const bottom = activity.kind === "asking"
    ? drawDialog(activity.dialog, activity.selected, columns, size.rows)
    : drawComposer(stage, columns, size.rows);
  const room = Math.max(0, size.rows - bottom.length);
  const transcript = drawTranscript(stage, columns, room);
  const filler = Array<string>(Math.max(0, room - transcript.length)).fill("");
  const rows = [...transcript, ...filler, ...bottom].slice(-size.rows);
  const last = draftRows(stage.draft, columns).at(-1) ?? "";
  return {
    rows,
    cursor: activity.kind === "asking" ? undefined : {
      row: size.rows - 3,
      column: Math.min(columns - 1, 2 + cellWidth(last)),
    },
  };
}

function drawTranscript(
  stage: Stage,
  columns: number,
  room: number,
): string[] {
  let rows: string[] = [];
  for (let i = stage.blocks.length - 1; i >= 0 && rows.length < room; i--) {
    const block = stage.blocks[i];
    if (block) rows = ["", ...drawBlock(block, stage, columns), ...rows];
  }
  const header = [
    bold(cutRow(` Rehearsal · ${oneRow(stage.name)}`, columns)),
    faint(cutRow(` ${oneRow(stage.project)}`, columns)),
  ];
  rows = [...header, ...rows, ""];
  return room === 0 ? [] : rows.slice(-room);
}

function drawBlock(block: Block, stage: Stage, columns: number): string[] {
  switch (block.kind) {
    case "say":
      return paragraph(signs.say, block.text, columns);
    case "message":
      return paragraph(signs.message, block.text, columns);
    case "notice":
      return paragraph(signs.notice, block.text, columns).map(faint);
    case "limit":
      return paragraph(signs.trouble, limitMessage + block.resets, columns);
    case "error":
      return paragraph(signs.trouble, errorMessage + block.message, columns);
    case "call":
      return [
        callRow(block.state, block.tool, block.subject, columns),
        ...drawOutput(block.output, stage.outputRows, columns),
      ];
  }
}

function paragraph(sign: string, text: string, columns: number): string[] {
  return wrapText(visible(text), columns - 3)
    .map((row, index) => (index === 0 ? sign + " " : "  ") + row);
}

function drawOutput(
  lines: readonly string[],
  most: number,
  columns: number,
): string[] {
  const shown = lines.length <= most + 1 ? lines : lines.slice(0, most);
  const rows = shown.map((line) =>
    cutRow(visible(line.replaceAll("\t", "    ")), columns - 5)
  );
  const more = lines.length - shown.length;
  if (more > 0) rows.push(`… +${more} rows`);
  return rows.map((row, index) =>
    (index === 0 ? `  ${resultSign} ` : "    ") + row
  );
}

/**
 * Draws the row of a call in the transcript: a copy cut to one row.
 *
 * @param state What became of the call.
 * @param tool What it is called, such as `Run`.
 * @param subject The command or path.
 * @param columns The cells in a row.
 * @returns The row, without escapes.
 */
export function callRow(
  state: "pending" | "approved" | "denied" | "withdrawn",
  tool: string,
  subject: string,
  columns: number,
): string {
  const room = Math.max(4, columns - tool.length - 5);
  return `${signs[state]} ${tool}(${cutRow(oneRow(subject), room)})`;
}

function draftRows(draft: string, columns: number): string[] {
  return visible(draft).split("\n").flatMap((line) => {
    const rows = cutRows(line, columns - 3);
    // A last row that is full is followed by an empty one, where the cursor
    // stands: so a row that goes on can be told from one that ends.
    const full = cellWidth(rows.at(-1) ?? "") >= columns - 4;
    return full ? [...rows, ""] : rows;
  });
}

function drawComposer(stage: Stage, columns: number, most: number): string[] {
  const { activity, draft, queued } = stage;
  const working = activity.kind === "working";
  const typed = draftRows(draft, columns);
  const shown = typed.slice(-Math.max(1, Math.floor(most / 2)));
  const hidden = typed.length - shown.length;
  const rule = "─".repeat(columns);
  const top = hidden === 0
    ? rule
    : cutRow(`── ${hidden} rows above ` + rule, columns).replace("…", "─");
  const waiting = queued.flatMap((text) => [
    ...paragraph(signs.message, text, columns).slice(0, 3),
    `  ${resultSign} Queued`,
  ]);
  return [
    ...waiting.map(faint),
    ...working
      ? [
        `${
          spinner[activity.frame % spinner.length]
        } Working… (${activity.seconds}s)`,
      ]
      : [],
    faint(top),
    ...draft === ""
      ? [`❯ ${faint(placeholder)}`]
      : shown.map((row, index) =>
        (index === 0 && hidden === 0 ? "❯ " : "  ") + row
      ),
    faint(rule),
    faint("  " + (working ? workingFooter : idleFooter)),
  ];
}

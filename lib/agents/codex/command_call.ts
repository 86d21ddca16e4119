import { doubtIn } from "../doubts.ts";
import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";
import type { Call } from "./approval.ts";
import { readings } from "./readings.ts";
import {
  environmentRow,
  prefixLabel,
  reasonRow,
  threadRow,
} from "./wordings.ts";

/** Whether a row is an explanation: those are italic, a command never is. */
function isItalic({ runs }: ScreenRow): boolean {
  return runs?.some((run) => run.italic && run.text.trim() !== "") ?? false;
}

const beginsCommand = (row: ScreenRow) =>
  row.text.startsWith("  $ ") && !isItalic(row);

/** What stands above a command. */
interface Head {
  readonly description: string | undefined;
  readonly helper: string | undefined;
  readonly trouble: string | undefined;
}

function headOf(rows: readonly ScreenRow[]): Head {
  const reason: string[] = [];
  let helper: string | undefined;
  let trouble: string | undefined;
  let open = false;
  for (const row of rows) {
    const match = reasonRow.exec(row.text);
    if (match && reason.length === 0) {
      reason.push(match[1]!);
      open = true;
    } else if (row.text === "") open &&= row.runs !== undefined;
    else if (open && (row.runs === undefined || isItalic(row))) {
      reason.push(row.text.trim());
    } else if (threadRow.test(row.text)) helper = threadRow.exec(row.text)![1];
    else if (!environmentRow.test(row.text)) {
      trouble = "a row above the command is not understood";
    }
  }
  const description = reason.length === 0 ? undefined : reason.join(" ");
  return { description, helper, trouble };
}

const squeeze = (text: string) => text.replace(/\s+/g, "");

/** Whether the option to always allow shows all of the command. */
function isShownWhole(rows: readonly string[], labels: readonly string[]) {
  const whole = squeeze(rows.join(""));
  return labels.some((label) => {
    const prefix = prefixLabel.exec(label)?.[1];
    return prefix !== undefined && squeeze(prefix) === whole;
  });
}

/**
 * Reads the command that an approval is for.
 *
 * @param body The rows between the title and the options.
 * @param widths What the pane's width can be, the likeliest first.
 * @param labels The options' labels: what would always be allowed never holds
 * a newline, so where that is the whole command it has none.
 * @returns What is asked for.
 */
export function commandOf(
  body: readonly ScreenRow[],
  widths: readonly number[],
  labels: readonly string[],
): Call {
  const at = body.findIndex(beginsCommand);
  if (at < 0) return { trouble: "no command is shown" };
  let end = body.length;
  while (body[end - 1]!.text === "") end--;
  const { description, helper, trouble } = headOf(body.slice(0, at));
  const drawn = body.slice(at, end);
  const more = {
    ...(description === undefined ? {} : { description }),
    ...(helper === undefined ? {} : { helper }),
  };
  const rows = drawn.map(({ text }) => text.slice(2));
  const shown = [rows[0]!.slice(2), ...rows.slice(1)];
  const plain = drawn.every((row) => row.runs === undefined);
  // A reason can look like a command where nothing shows what is italic.
  const twice = plain &&
    drawn.some((row, index) =>
      index > 0 && beginsCommand(row) && drawn[index - 1]!.text === ""
    );
  const broken = !drawn.every(({ text }) => text === "" || /^ {2}/.test(text));
  // Releases that do not name the environment take the prefix from the model.
  const named = body.slice(0, at).some(({ text }) => environmentRow.test(text));
  const lines = !(named && isShownWhole(shown, labels));
  const widest = Math.max(...rows.map(cellWidth));
  const texts = [
    ...new Set(
      widths.flatMap((width) =>
        readings(rows, Math.max(width - 4, widest), lines)
      ).map((text) => text.slice(2)),
    ),
  ];
  const doubt = texts.length === 0
    ? "its rows can be read in too many ways"
    : doubtIn(shown);
  const fault = trouble ??
    (broken ? "a row of the command is not understood" : undefined) ??
    (end === body.length ? "it is still being drawn" : undefined) ??
    (twice ? "where the command begins cannot be told" : undefined);
  return {
    ...more,
    command: texts[0] ?? shown.join("\n"),
    ...(texts.length === 0 ? {} : { readings: texts }),
    rows: shown,
    ...(fault ?? doubt ? { trouble: fault ?? doubt! } : {}),
    ...(fault === undefined && doubt !== undefined
      ? { settledByRecord: true as const }
      : {}),
  };
}

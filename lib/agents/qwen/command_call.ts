import type { Request } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { doubtIn } from "../doubts.ts";
import { type Call, folded, unread } from "../gemini_family/call.ts";
import { openBackslash } from "../readings.ts";
import { between, bodyIndent, type Parts } from "./parts.ts";
import {
  commandQuestion,
  elsewhere,
  foldedRows,
  summaryEnd,
} from "./wordings.ts";

/**
 * Why the rows of a command cannot be relied on, if so. Rows that reach the
 * frame lose what does not fit, without a sign; the summary shows the same
 * lines, and says where it cuts them.
 */
function doubtInRows(
  lines: readonly string[],
  summary: readonly string[],
  room: number,
): string | undefined {
  if (lines.some((line) => cellWidth(line) > room)) {
    return "its rows may have lost what did not fit";
  }
  const rest = summary[lines.length - 1]?.slice(lines.at(-1)!.length) ?? "…";
  const same = summary.length === lines.length &&
    lines.every((line, at) =>
      at === lines.length - 1
        ? summary[at]!.startsWith(line)
        : summary[at] === line
    );
  if (!same || rest === "…") return "its summary differs from it";
  if (elsewhere.test(rest)) return "it runs in another folder";
  return summaryEnd.test(rest) ? undefined : "its summary is cut";
}

/**
 * Reads a command.
 *
 * @param parts The dialog's parts.
 * @param columns The width of the dialog.
 * @returns What is asked for.
 */
export function command(parts: Parts, columns: number): Call {
  const rows = between(parts.body);
  const evidence = [...rows, parts.question];
  const find = (trouble: string, details: Partial<Request> = {}): Call => ({
    kind: "command",
    details: {
      command: rows.map((row) => row.slice(bodyIndent)).join("\n"),
      ...details,
    },
    evidence,
    trouble,
  });
  if (rows.some((row) => foldedRows.test(row.trim()))) return find(folded);
  if (!commandQuestion.test(parts.question)) return find(unread);
  if (rows.length === 0) return find("no command is shown");
  const indent = " ".repeat(bodyIndent);
  if (!rows.every((row) => row === "" || row.startsWith(indent))) {
    return find("a row of the command is not understood");
  }
  const lines = rows.map((row) => row.slice(bodyIndent));
  const description = /\((.+?)(?:\)|…)?$/.exec(parts.summary.at(-1)!)?.[1];
  const more = description === undefined ? {} : { description };
  // Frame, tool and arrow leave the summary that many cells.
  const doubt = doubtInRows(lines, parts.summary, columns - 22) ??
    doubtIn(lines);
  const shown = { ...more, rows: lines, command: lines.join("\n") };
  if (doubt !== undefined) {
    return find(doubt, { ...shown, settledByRecord: true });
  }
  // Spaces at the end of a line are not drawn, and undo a backslash.
  const readings = [shown.command];
  lines.forEach((line, at) => {
    if (!openBackslash.test(line)) return;
    readings.push(lines.with(at, `${line} `).join("\n"));
  });
  return { kind: "command", details: { ...shown, readings }, evidence };
}

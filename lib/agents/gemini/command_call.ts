import { doubtIn } from "../doubts.ts";
import { type Call, folded, trimmed, unread } from "../gemini_family/call.ts";
import { type Body, prose } from "./body.ts";
import { readings } from "./readings.ts";
import {
  commandQuestion,
  foldedRows,
  redirectionNote,
  sandboxQuestion,
} from "./wordings.ts";

/**
 * Reads a command in its box.
 *
 * @param summary What stands beside the tool's name.
 * @param body The box and what stands around it.
 * @param columns The width of the dialog.
 * @returns What is asked for.
 */
export function command(summary: string, body: Body, columns: number): Call {
  const { inside, tail } = body;
  const [question, ...notes] = trimmed(tail);
  const evidence = [...inside, question ?? ""];
  // Above a few characters the summary says what the command is for.
  const joined = inside.join(" ");
  const said = summary.replace(/…$/, "");
  const details = {
    rows: inside,
    ...(joined.startsWith(said.slice(0, 20)) ? {} : { description: summary }),
  };
  const find = (trouble: string): Call => ({
    kind: "command",
    details: { ...details, command: inside.join("\n") },
    evidence,
    trouble,
  });
  if (inside.some((row) => foldedRows.test(row.trim()))) return find(folded);
  if (sandboxQuestion.test(prose(tail))) {
    return find("it asks for more than the sandbox gives");
  }
  if (question !== commandQuestion) {
    return find(unread);
  }
  if (notes.length > 0 && !redirectionNote.test(notes.join(" "))) {
    return find(unread);
  }
  if (inside.length === 0) return find("no command is shown");
  // The dialog's edges and spaces take eight cells, two more stay empty.
  const texts = readings({ rows: inside, width: columns - 10 });
  const doubt = !body.even
    ? "a character in it is not as wide as it was taken for"
    : texts.length === 0
    ? "its rows can be read in too many ways"
    : doubtIn(inside);
  return {
    kind: "command",
    details: {
      ...details,
      command: texts[0] ?? inside.join("\n"),
      ...(texts.length === 0 ? {} : { readings: texts }),
      ...(doubt === undefined ? {} : { settledByRecord: true }),
    },
    evidence,
    ...(doubt === undefined ? {} : { trouble: doubt }),
  };
}

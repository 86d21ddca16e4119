import type { RequestKind } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import { type Call, divide } from "./body.ts";
import { indentedCommand, ruledCommand } from "./command_call.ts";
import { fileCall, readCall } from "./file_call.ts";
import { fetchCall, toolCall } from "./tool_call.ts";

/** What the rest of a dialog says about its body. */
export interface Surroundings {
  /** The path that stands beside the title, where it does. */
  readonly path?: string;
  /** Whether spaces that begin a row are shown, as before 2.1.197. */
  readonly spacesShown: boolean;
}

/**
 * Reads what a permission dialog is about from the rows between its title and
 * its question.
 *
 * @param kind What the title says it asks for.
 * @param rows The rows between.
 * @param columns The width of the pane.
 * @param around What the rest of the dialog says.
 * @returns What is asked for, with `trouble` set when any of it is not
 * understood.
 */
export function callOf(
  kind: RequestKind,
  rows: readonly ScreenRow[],
  columns: number,
  around: Surroundings,
): Call {
  const body = divide(rows, columns);
  switch (kind) {
    case "command":
      return body
        ? ruledCommand(body, columns)
        : indentedCommand(rows, columns, around.spacesShown);
    case "write":
    case "edit":
      return fileCall(body, around.path);
    case "read":
      return readCall(body, rows);
    case "fetch":
      return fetchCall(body, rows);
    default:
      return toolCall(body, rows);
  }
}

import type { Request } from "../agent.ts";
import {
  buildRequest as build,
  type FoundDialog as Found,
} from "../build_request.ts";
import { highlight, optionRow } from "./wordings.ts";

/** What was found of a dialog. */
export type FoundDialog = Omit<Found, "evidence" | "highlight">;

/**
 * Builds the request from what was found, with its name and its evidence.
 *
 * @param found What was found.
 * @returns The request.
 */
export function buildRequest(found: FoundDialog): Request {
  // Where its rows stand in the pane says nothing.
  const rows = found.rows.filter((row) => row !== "");
  // Of an option, the first row alone is looked for.
  const evidence = rows.filter((row) => !optionRow.test(row));
  return build({ ...found, rows, highlight, evidence });
}

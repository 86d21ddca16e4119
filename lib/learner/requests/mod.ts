/**
 * Judges whatever agents ask for: lines of a shell, files, pages, searches and
 * calls of tools.
 *
 * @module
 */
export { judgeRequest } from "./judge_request.ts";

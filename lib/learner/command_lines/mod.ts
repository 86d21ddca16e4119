/**
 * Judges a line of a shell, command by command.
 *
 * @module
 */
export { judgeLine, type Situation } from "./judge_line.ts";
export { isKnown } from "./programs.ts";

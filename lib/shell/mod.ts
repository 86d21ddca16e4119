/**
 * Bash text taken apart into the commands it can run.
 *
 * Pure: needs no permissions.
 *
 * @module
 */
export type * from "./command.ts";
export { parse, type ParseOptions } from "./parse.ts";
export { isStatic } from "./words.ts";

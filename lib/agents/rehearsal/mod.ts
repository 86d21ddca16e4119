/**
 * The rehearsal agent: plays a script in a real pane, asks before it acts, and
 * needs no account. Demos, tests and benchmarks run on it.
 *
 * @module
 */
export { parseScript } from "./parse_script.ts";
export { recordFileOf } from "./record.ts";
export { rehearsal } from "./rehearsal.ts";
export { rehearse } from "./rehearse.ts";
export type {
  AskOptions,
  CallStep,
  EditStep,
  RunStep,
  Script,
  Step,
  WriteStep,
} from "./script.ts";
export * from "./week/mod.ts";

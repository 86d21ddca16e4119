/**
 * Runs the learner over what agents really asked for, to see how much of it
 * reaches a person.
 *
 * @module
 */
export {
  replay,
  type Replayed,
  type ReplayedDay,
  type ReplayOptions,
} from "./replay.ts";
export { parseTrace, type TraceLine } from "./trace.ts";

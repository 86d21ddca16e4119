/**
 * A week of work for three rehearsals, compressed: for demos and benchmarks.
 *
 * @module
 */
export {
  type DayStep,
  rehearsalWeek,
  type RehearsedWeek,
  type StagedWeek,
  stageWeek,
  weekScript,
} from "./week.ts";

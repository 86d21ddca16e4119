/**
 * What is found out about one command: how risky it is, what it reads and
 * writes, and the pattern by which it can be learned. The judges of tools are
 * written in these terms.
 *
 * @module
 */
export {
  assessRead,
  assessReadPath,
  assessWrite,
  assessWritePath,
  holdsHomes,
  isInProject,
} from "./access.ts";
export { anyReader, Assessment, hangsOnProject } from "./assessment.ts";
export { folderElsewhere, isAmong, widenPlaces } from "./elsewhere.ts";
export { assessVariable, isDangerousVariable } from "./environment.ts";
export { assessByFacts, type ToolFacts, type ToolMode } from "./facts.ts";
export { numberedPaths } from "./fitting_names.ts";
export { assessValue } from "./flag_values.ts";
export {
  type Arguments,
  type FlagTable,
  flagTable,
  readArguments,
  valueKinds,
} from "./flags.ts";
export { asksForHelp } from "./help.ts";
export { assessInner, type ProgramJudge } from "./inner.ts";
export type { Judged, Judgement, PolicyTexts } from "./judgement.ts";
export { filesNamedFor, mayTake } from "./named_files.ts";
export { assessHere, assessOperands, operandKinds } from "./operands.ts";
export type { Entries, Scene } from "./scene.ts";
export type { ServiceFacts, ServiceTool } from "./service_facts.ts";
export {
  forbiddenPatterns,
  forbiddenPrograms,
  harmlessWrappers,
} from "./tables/forbidden_programs.ts";
export {
  harmlessDenoFlag,
  scriptNames,
  taskFiles,
} from "./tables/task_files.ts";
export { familiarTarget, publishingTarget } from "./tables/task_names.ts";
export { taskPrint } from "./task_print.ts";
export { tighten, type UserTools } from "./user_tools.ts";
export {
  expandBraces,
  isHarmlessExpansion,
  isHarmlessText,
  namesSecretVariable,
  numberText,
  pathText,
} from "./words.ts";

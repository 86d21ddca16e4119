/**
 * What pieces of code do that stand inside a command.
 *
 * @module
 */
export { isHarmlessAwk } from "./awk.ts";
export type {
  CodeFindings,
  CodeSituation,
  StartedProgram,
} from "./findings.ts";
export { readJavaScript } from "./javascript.ts";
export { readPython } from "./python.ts";
export { filesOfSedScript } from "./sed_script.ts";
export { readSubstitution } from "./sed_substitution.ts";
export { isSqlQuestion, type SqlDialect } from "./sql_question.ts";
export { systemModules } from "./tables/python_modules.ts";
export { libraryModules } from "./tables/python_names.ts";

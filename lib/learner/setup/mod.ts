/**
 * What a new agent starts with in a project of a known kind.
 *
 * @module
 */
export {
  detectProject,
  type ProjectFacts,
  projectFiles,
  type ProjectKind,
  type ProjectTexts,
} from "./detect_project.ts";
export { preapprovals } from "./preapprovals.ts";

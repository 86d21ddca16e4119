/**
 * Carries rules from one agent or project to another, and to a client's own
 * lists.
 *
 * @module
 */
export {
  type Import,
  type ImportedRule,
  type ImportOptions,
  importRules,
} from "./import_rules.ts";
export {
  type PortableRule,
  type PortableRules,
  portableRules,
} from "./portable_rules.ts";
export { ownerOfRule, type Teammate, teamRules } from "./team_rules.ts";

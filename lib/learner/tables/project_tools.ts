import type { ToolFacts } from "../assessment/mod.ts";
import { goAndRustTools } from "./go_and_rust_tools.ts";
import { nodeTools } from "./node_tools.ts";
import { otherTools } from "./other_tools.ts";
import { pythonTools } from "./python_tools.ts";

/** Tools that build, test and check a project, by name. */
export const projectTools: Readonly<Record<string, ToolFacts>> = {
  ...nodeTools,
  ...pythonTools,
  ...goAndRustTools,
  ...otherTools,
};

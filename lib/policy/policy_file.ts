import type { UserTools } from "../learner/mod.ts";

/** What a policy file lays down; what is not given says nothing. */
export interface PolicyFile {
  /** What passes without a person. */
  readonly allow?: readonly string[];
  /** What always goes to a person. */
  readonly ask?: readonly string[];
  /** What is answered with no. */
  readonly deny?: readonly string[];
  /** Paths that are secret. */
  readonly secrets?: readonly string[];
  /** What tools do. */
  readonly tools?: UserTools;
}

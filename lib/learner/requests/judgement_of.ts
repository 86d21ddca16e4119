import {
  type Assessment,
  hangsOnProject,
  type Judgement,
} from "../assessment/mod.ts";
import type { Pattern } from "../rule.ts";

/**
 * Makes a judgement of what is not a command.
 *
 * @param text How people write it, in lists and in policies.
 * @param found What the tables say of it.
 * @returns The judgement.
 */
export function judgementOf(text: string, found: Assessment): Judgement {
  return {
    text,
    bare: text,
    tier: found.tier,
    reason: found.reason,
    familiar: found.familiar,
    needs: 1,
    bound: hangsOnProject(found),
    patterns: patternsOf(text, found),
    known: { open: text, exact: text, broad: [text] },
  };
}

function patternsOf(text: string, found: Assessment): readonly Pattern[] {
  switch (found.learning) {
    case "never":
      return [];
    case "exact":
      return [{ program: found.program, exact: text, directory: "." }];
    case "pattern":
      return [found.pattern];
  }
}

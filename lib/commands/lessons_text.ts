import type { LearnedChange } from "../learner/mod.ts";
import type { OrchContext } from "./context.ts";
import { print } from "./print.ts";

/** Says what an answer taught, one line a rule. */
export function printLessons(
  context: OrchContext,
  lessons: readonly LearnedChange[],
): void {
  for (const { type, rule } of lessons) {
    const waits = rule.status === "candidate"
      ? " (once more to make it so)"
      : "";
    print(context, `  ${type}: ${rule.title}${waits}`);
  }
}

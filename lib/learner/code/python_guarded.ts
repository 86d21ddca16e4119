import { type CodeSituation, Unproven } from "./findings.ts";
import type { Argument } from "./python_arguments.ts";
import type { Bindings } from "./python_bindings.ts";
import { calledMember } from "./python_texts.ts";
import type { Node } from "./python_tree.ts";

/**
 * Makes sure that a function which is harmless in some of its uses only is used
 * in one of those.
 *
 * @param member The function, which `guardedFunctions` holds.
 * @param given What it is given.
 * @param bindings What names stand for.
 * @param situation What the code is given.
 * @throws {Unproven} If it is used in another way.
 */
export function assertGuarded(
  member: string,
  given: readonly Argument[],
  bindings: Bindings,
  situation: CodeSituation,
): void {
  const names = given.map(({ name }) => name ?? "");
  const plain = !given.some(({ starred }) => starred) &&
    isHarmless();
  if (!plain) throw new Unproven(`calls ${member} oddly`);

  function isHarmless(): boolean {
    switch (member) {
      case "logging.basicConfig":
        return names.every((name) =>
          /^(level|format|datefmt|force|stream)$/.test(name)
        );
      case "pickle.dump":
      case "pickle.dumps":
        return names.every((name) => /^(protocol)?$/.test(name));
      case "pickle.loads":
        return given.length === 1 && isPickled(given[0]!.value, bindings);
      // Words that it is given name what to load and run.
      case "unittest.main":
        return names.every((name) => /^(verbosity|exit)$/.test(name)) &&
          situation.arguments.every((text) =>
            /^-[vqfb]+$|^--(verbose|quiet|failfast)$/.test(text ?? "")
          );
      default:
        return false;
    }
  }
}

/** Whether bytes are what the code itself just made of a value. */
function isPickled(node: Node, bindings: Bindings): boolean {
  if (node.kind === "VariableName" && !bindings.imports.has(node.text)) {
    const values = bindings.values.get(node.text) ?? [];
    return values.length > 0 &&
      values.every((value) =>
        value?.kind === "CallExpression" && isPickled(value, bindings)
      );
  }
  return node.kind === "CallExpression" &&
    calledMember(node, bindings) === "pickle.dumps";
}

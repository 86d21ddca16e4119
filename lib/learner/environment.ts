import type { Assignment } from "../shell/mod.ts";
import type { Assessment } from "./assessment.ts";
import {
  dangerousFamilies,
  dangerousVariables,
  harmlessPrefixes,
  harmlessSettings,
  harmlessVariables,
  type ValueClass,
  valueClasses,
} from "./tables/environment.ts";
import { isHarmlessText } from "./words.ts";

/**
 * Whether setting a variable can make a program load, run or reach something.
 *
 * @param name The variable's name.
 * @returns Whether it is in the tables of such variables.
 */
export function isDangerousVariable(name: string): boolean {
  return dangerousVariables.has(name) ||
    dangerousVariables.has(name.toUpperCase()) ||
    dangerousFamilies.some((family) => family.test(name));
}

/**
 * Judges that a variable is set.
 *
 * @param assignment The variable and its value.
 * @param found The assessment to add to.
 * @param place Whether it is set for one command, or in the shell itself.
 */
export function assessVariable(
  assignment: Assignment,
  found: Assessment,
  place: "command" | "shell",
): void {
  const { name, value } = assignment;
  if (harmlessSettings.has(`${name}=${value.value}`)) {
    return found.variable(`${name}=word`);
  }
  const kind = classOf(name);
  if (kind !== undefined) {
    if (value.value === undefined) {
      return found.never("critical", `sets ${name} to what cannot be told`);
    }
    if (valueClasses[kind].test(value.value)) {
      return found.variable(`${name}=${kind}`);
    }
    return found.exactly(`sets ${name} to ${value.text}`);
  }
  if (isDangerousVariable(name)) {
    return found.never(
      "critical",
      `sets ${name}, which changes what programs do`,
    );
  }
  if (place === "command") {
    return found.exactly(`sets the variable ${name}`);
  }
  found.does("read", "sets a variable");
  if (!isHarmlessText(value)) {
    found.never("critical", `sets ${name} to ${value.text}`);
  }
}

function classOf(name: string): ValueClass | undefined {
  if (Object.hasOwn(harmlessVariables, name)) return harmlessVariables[name];
  for (const [prefix, kind] of Object.entries(harmlessPrefixes)) {
    if (name.startsWith(prefix)) return kind;
  }
  return undefined;
}

import type { Assignment } from "../../shell/mod.ts";
import type { Assessment } from "./assessment.ts";
import {
  caselessVariables,
  dangerousFamilies,
  dangerousVariables,
  harmlessPrefixes,
  harmlessValues,
  harmlessVariables,
  indifferentPrograms,
  libraryVariables,
  type ValueClass,
  valueClasses,
  zshVariables,
} from "./tables/environment.ts";
import { isHarmlessText } from "./words.ts";

/**
 * Whether a variable is set for one command, for all that follow, or in the
 * shell itself.
 */
export type VariablePlace = "command" | "export" | "shell";

/**
 * Whether setting a variable can make a program load, run or reach something.
 *
 * What programs get counts in any case, as some systems and tools see none. In
 * the shell itself, a name in small letters is a variable of the line's own.
 *
 * @param name The variable's name.
 * @param place Where it is set.
 * @returns Whether it is in the tables of such variables.
 */
export function isDangerousVariable(
  name: string,
  place: VariablePlace = "command",
): boolean {
  if (dangerousVariables.has(name) || caselessVariables.test(name)) return true;
  return place === "shell"
    ? zshVariables.has(name) ||
      exactFamilies.some((family) => family.test(name))
    : dangerousVariables.has(name.toUpperCase()) ||
      dangerousFamilies.some((family) => family.test(name));
}

const exactFamilies = dangerousFamilies.map(({ source }) => new RegExp(source));

/**
 * Judges that a variable is set.
 *
 * @param assignment The variable and its value.
 * @param found The assessment to add to.
 * @param place Where it is set.
 */
export function assessVariable(
  assignment: Assignment,
  found: Assessment,
  place: VariablePlace,
): void {
  const { name, value } = assignment;
  if (
    value.value !== undefined && own(harmlessValues, name)?.test(value.value)
  ) {
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
  // What a tool says of itself is what it goes by anyway.
  const itself = value.text.replaceAll('"', "") === `$(go env ${name})`;
  if (itself && /^GO(PATH|ROOT|MODCACHE|BIN|CACHE)$/.test(name)) {
    return found.does("read", "sets a variable");
  }
  if (isDangerousVariable(name, place)) {
    return found.never(
      "critical",
      `sets ${name}, which changes what programs do`,
    );
  }
  if (place === "command") {
    if (isIndifferent(found.program, name, value.value)) {
      return found.variable(`${name}=word`);
    }
    return found.exactly(`sets the variable ${name}`);
  }
  found.does("read", "sets a variable");
  if (!isHarmlessText(value)) {
    found.never("critical", `sets ${name} to ${value.text}`);
  }
}

/** Whether a program knows all its variables, and this is none of them. */
function isIndifferent(
  program: string,
  name: string,
  value: string | undefined,
): boolean {
  return indifferentPrograms.has(program) && /^[A-Z][A-Z0-9_]*$/.test(name) &&
    !libraryVariables.test(name) &&
    value !== undefined && valueClasses.word.test(value);
}

function classOf(name: string): ValueClass | undefined {
  const known = own(harmlessVariables, name);
  if (known !== undefined) return known;
  for (const [prefix, kind] of Object.entries(harmlessPrefixes)) {
    if (name.startsWith(prefix)) return kind;
  }
  return undefined;
}

function own<Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

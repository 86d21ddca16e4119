import type { Word } from "../../shell/mod.ts";
import {
  type Assessment,
  assessRead,
  type FlagTable,
  flagTable,
  type Scene,
  type ServiceFacts,
  type ServiceTool,
} from "../assessment/mod.ts";
import { locate } from "../places/mod.ts";

/**
 * Judges a call of a cloud's own tool: whether it only looks, by its verb.
 *
 * What looks at the person's own account passes. What shows credentials, sends
 * elsewhere, or takes the word of a file does not, nor does any service, verb
 * or flag that is not known.
 *
 * @param words The words after the program.
 * @param tool What is known of the tool.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessServiceVerb(
  words: readonly Word[],
  tool: ServiceTool,
  found: Assessment,
  scene: Scene,
): void {
  const { program } = found;
  if (words.length === 1 && /^(--)?version$/.test(words[0]!.value ?? "")) {
    return found.does("read", "prints a version");
  }
  if (words.some((word) => word.value === undefined)) {
    return found.never("remote", `asks ${program} for what cannot be told`);
  }
  if (asksForHelp(words, tool)) {
    return found.does("read", "shows how it is used");
  }
  const command = readCommand(words, tool);
  if (command === undefined) {
    return found.never("remote", "works on machines or services elsewhere");
  }
  const { path, rest } = command;
  found.subcommand = path;
  found.host = `the account of ${program}`;
  found.operand("text");
  assessCommand(path, tool, found);
  assessParameters(rest, path, tool, found, scene);
}

/** A command's own words, and the words after its verb. */
interface Command {
  readonly path: readonly string[];
  readonly rest: readonly Word[];
}

/** Finds the verb; before it only known words and known flags may stand. */
function readCommand(
  words: readonly Word[],
  tool: ServiceTool,
): Command | undefined {
  const table = flagTable(tool.globals);
  const path: string[] = [];
  const flags: Word[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const value = word.value!;
    if (value.startsWith("-")) {
      const { name, attached } = partsOf(value);
      const fact = table.get(name);
      if (fact === undefined) return undefined;
      flags.push(word);
      if (fact.takes === "value" && !attached) {
        index += 1;
        if (index >= words.length) return undefined;
        flags.push(words[index]!);
      }
      continue;
    }
    if (path.length === 0 && isIn(value, tool.stages)) continue;
    path.push(value);
    const [service] = path;
    if (!Object.hasOwn(tool.services, service!)) return undefined;
    const facts = tool.services[service!]!;
    const whole = path.slice(1).join(" ");
    const further = words[index + 1]?.value;
    const longer = `${whole} ${further}`;
    if (further !== undefined && isListed(longer, facts)) continue;
    if (isListed(whole, facts) || tool.verbs.test(value) && path.length > 1) {
      return { path, rest: [...flags, ...words.slice(index + 1)] };
    }
    if (path.length > 1 && !isIn(value, facts.groups)) return undefined;
  }
  return undefined;
}

/** Judges what a command does by its words alone. */
function assessCommand(
  path: readonly string[],
  tool: ServiceTool,
  found: Assessment,
): void {
  const facts = tool.services[path[0]!]!;
  const whole = path.slice(1).join(" ");
  if (isAmong(whole, facts.secrets)) {
    return found.never("critical", "shows what lets others in");
  }
  if (isAmong(whole, facts.changes)) {
    return found.never("remote", `changes or writes something by ${whole}`);
  }
  if (isAmong(whole, facts.settings)) {
    found.does("fetch", "shows settings that may hold secrets");
    return found.once("shows settings that may hold secrets");
  }
  if (!isAmong(whole, facts.looks) && tool.secret.test(path.join(" "))) {
    return found.never("critical", "asks for what may let others in");
  }
  found.does("read", `looks into the account of ${found.program}`);
}

/** Judges the flags and values of a command that only looks. */
function assessParameters(
  words: readonly Word[],
  path: readonly string[],
  tool: ServiceTool,
  found: Assessment,
  scene: Scene,
): void {
  const table = flagTable(`${tool.globals} ${tool.flags}`);
  const { text = false } = tool.services[path[0]!]!;
  let last = "";
  for (const word of words) {
    const value = word.value!;
    if (!value.startsWith("-")) {
      if (!mayName(value, last, tool) && !text) {
        found.never("remote", `gives ${value}, which may lead elsewhere`);
      }
      assessParameter(value, last, tool, found, scene);
      continue;
    }
    const { name, attached } = partsOf(value);
    last = name;
    if (!isHarmlessFlag(name, tool, table)) {
      return found.never(
        "remote",
        `uses ${name}, which may reach further than looking`,
      );
    }
    found.flag(name);
    if (attached) {
      const given = value.slice(name.length + 1);
      if (!mayName(given, name, tool)) {
        found.never("remote", `gives ${given}, which may lead elsewhere`);
      }
      assessParameter(given, name, tool, found, scene);
    }
  }
}

function isHarmlessFlag(
  name: string,
  tool: ServiceTool,
  table: FlagTable,
): boolean {
  if (table.has(name)) return true;
  // Some of these tools take any beginning of a flag for the whole.
  const refused = tool.refuses.split(" ").some((one) => one.startsWith(name));
  return !refused && tool.parameter.test(name) && !tool.reaching.test(name);
}

/** Flags whose values begin the names of hosts. */
const places = /^(-l|--(region|zone|location)s?)$/;

/** Whether a value cannot end the name of a host that is made of it. */
function mayName(value: string, flag: string, tool: ServiceTool): boolean {
  if (places.test(flag)) return /^[\w ,-]+$/.test(value);
  if (tool.texts === undefined || isIn(flag, tool.texts)) return true;
  return !/[/\\?#]/.test(value) || (tool.resources?.test(value) ?? false);
}

/** Judges a value, which may stand for a file or an address. */
function assessParameter(
  value: string,
  flag: string,
  tool: ServiceTool,
  found: Assessment,
  scene: Scene,
): void {
  const refuse = () =>
    found.never("remote", `gives ${value}, which stands for something else`);
  const file = tool.fileSchemes?.exec(value);
  if (file) {
    const path = value.slice(file[0].length);
    if (locate(path, scene.directory, scene)?.place !== "project") {
      return found.never("critical", `hands over the file ${path}`);
    }
    return assessRead({ text: path, value: path, glob: false }, found, scene);
  }
  if (tool.disguised?.test(value)) return refuse();
  if (/^[\w+.-]*:?\/\//.test(value) || /=[\w+.-]+:\/\//.test(value)) {
    if (tool.schemes?.test(value)) return;
    const fits = tool.addresses && Object.hasOwn(tool.addresses, flag) &&
      tool.addresses[flag]!.test(value);
    if (!fits) refuse();
  }
}

/** Whether it only shows how a command that it has by itself is used. */
function asksForHelp(words: readonly Word[], tool: ServiceTool): boolean {
  const values = words.map((word) => word.value!);
  const last = values.pop();
  if (last !== "--help" && last !== "-h") return false;
  const path = values.filter((value) => !isIn(value, tool.stages));
  return path.every((value) => /^[a-z][a-z0-9-]*$/.test(value)) &&
    (path.length === 0 || Object.hasOwn(tool.services, path[0]!) ||
      path[0] === "version");
}

function partsOf(word: string): { name: string; attached: boolean } {
  const equals = word.startsWith("--") ? word.indexOf("=") : -1;
  return equals < 0
    ? { name: word, attached: false }
    : { name: word.slice(0, equals), attached: true };
}

function isListed(whole: string, facts: ServiceFacts): boolean {
  return [facts.looks, facts.settings, facts.secrets, facts.changes]
    .some((list) => isAmong(whole, list));
}

function isAmong(whole: string, list: string | undefined): boolean {
  return list !== undefined && list.split(", ").includes(whole);
}

function isIn(word: string, list: string | undefined): boolean {
  return list !== undefined && list.split(" ").includes(word);
}

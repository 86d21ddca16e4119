import type { SimpleCommand, Word } from "../shell/mod.ts";
import type { Assessment } from "./assessment.ts";
import { locate } from "./place.ts";
import { holdsHomes } from "./access.ts";
import type { Scene } from "./scene.ts";
import { harmlessWrappers } from "./tables/forbidden_programs.ts";
import { pathText } from "./words.ts";

/**
 * The programs around a command that say something about it. The rest only
 * change when it runs and for how long.
 *
 * @param command The command.
 * @returns Their names.
 */
export function shownWrappers(command: SimpleCommand): string[] {
  return command.wrappers.filter((wrapper) =>
    !harmlessWrappers.has(wrapper) && !/^(find|g?xargs)$/.test(wrapper)
  );
}

/**
 * Judges what stands around a command.
 *
 * @param command The command.
 * @param before The commands before it in the line.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @returns Whether `{}` and `…` in it stand for names of harmless files.
 */
export function assessWrappers(
  command: SimpleCommand,
  before: readonly SimpleCommand[],
  found: Assessment,
  scene: Scene,
): boolean {
  let source: SimpleCommand | undefined;
  const last = command.wrappers.at(-1);
  for (const wrapper of command.wrappers) {
    if (/^(bash|sh|dash)$/.test(wrapper) && command.input === "text") {
      found.exactly("is fed to a shell");
    }
    if (harmlessWrappers.has(wrapper)) continue;
    if (wrapper === "find" && last === "find") {
      source = before.findLast(({ name }) =>
        /^g?find$/.test(name?.value ?? "")
      );
    } else if (/^g?xargs$/.test(wrapper) && wrapper === last) {
      source = sourceOfNames(before);
    } else if (/^(sudo|doas)$/.test(wrapper)) {
      found.never("critical", "runs with other privileges");
    } else {
      found.never("critical", `is run by ${wrapper}`);
    }
  }
  if (!/^(find|g?xargs)$/.test(last ?? "")) return false;
  const reach = source === undefined ? undefined : reachOf(source, scene);
  if (reach === undefined) {
    found.never("critical", "does something to files that cannot be told");
    return false;
  }
  if (reach === "outside") {
    found.looks("looks at files outside the project");
  }
  if (!lookers.has(command.name?.value ?? "")) {
    found.never("remote", "does something to every file that is found");
  }
  return true;
}

/** Programs that do no harm to any file they are given the name of. */
const lookers = new Set(
  "grep egrep fgrep wc ls stat du file basename dirname md5sum sha1sum sha256sum echo"
    .split(" "),
);

const filters = new Set("grep egrep fgrep sort uniq head tail".split(" "));

/** The command whose output, names of files and nothing else, is piped on. */
function sourceOfNames(
  before: readonly SimpleCommand[],
): SimpleCommand | undefined {
  for (const command of before.toReversed()) {
    if (!command.contexts.includes("pipe") || command.wrappers.length > 0) {
      return undefined;
    }
    if (command.input !== "pipe") {
      return namesFiles(command) ? command : undefined;
    }
    if (!onlyFilters(command)) return undefined;
  }
  return undefined;
}

/** Whether a command passes on some of the lines that it is fed. */
function onlyFilters(command: SimpleCommand): boolean {
  const name = command.name?.value ?? "";
  const words = command.arguments.map((word) => word.value ?? "?");
  const others = words.filter((word) => !word.startsWith("-"));
  if (!filters.has(name)) return false;
  // Their own files would be read instead of what they are fed.
  if (/^(head|tail)$/.test(name)) {
    return others.every((one) => /^\d+$/.test(one));
  }
  if (/^(sort|uniq)$/.test(name)) return others.length === 0;
  return others.length <= 1 && !words.some((word) => /^-\w*[ofe]/.test(word));
}

/** Whether a command prints names of files and nothing else. */
function namesFiles(command: SimpleCommand): boolean {
  const words = command.arguments.map((word) => word.value ?? "");
  switch (command.name?.value) {
    case "find":
      return !words.includes("-printf");
    case "fd":
    case "ls":
      return true;
    case "git":
      return words[0] === "ls-files";
    case "grep":
    case "egrep":
    case "fgrep":
    case "rg":
      return words.some((word) =>
        /^-[a-zA-Z]*l[a-zA-Z]*$|^--files(-with-matches)?$/.test(word)
      );
    default:
      return false;
  }
}

/** How far a command that names files reaches, if that is harmless. */
function reachOf(
  command: SimpleCommand,
  scene: Scene,
): "inside" | "outside" | undefined {
  // It runs beside the command that it feeds.
  const directory = command.directory ?? scene.directory;
  if (directory === undefined) return undefined;
  const far = command.arguments.filter((word) =>
    word.value === undefined || /^[/~]|(^|\/)\.\.(\/|$)/.test(word.value)
  );
  const here: Word = { text: directory, value: directory, glob: false };
  let reach: "inside" | "outside" = "inside";
  for (const word of [here, ...far]) {
    // A pattern that names files below is no folder of its own.
    if (word.glob && !/^["']?[/~$]|\.\./.test(word.text)) continue;
    const path = pathText(word, scene);
    const place = path === undefined
      ? undefined
      : locate(path, directory, scene);
    if (place === undefined || holdsHomes(place.path, scene)) return undefined;
    if (place.place === "outside") reach = "outside";
    else if (!/^(project|scratch|system|nothing)$/.test(place.place)) {
      return undefined;
    }
  }
  return reach;
}

/**
 * Judges how a command comes to run in its line.
 *
 * @param command The command.
 * @param found The assessment to add to, with all else noted.
 */
export function assessContexts(
  command: SimpleCommand,
  found: Assessment,
): void {
  const { contexts } = command;
  if (contexts.includes("function")) {
    found.never("critical", "defines a function");
  }
  if (contexts.includes("substitution") && found.acts) {
    found.never(found.tier, `${found.reason} inside a substitution`);
  }
  if (contexts.includes("loop") && contexts.includes("background")) {
    found.never("critical", "starts programs in a loop");
  }
}

import { type Assignment, parse, type SimpleCommand } from "../../shell/mod.ts";
import {
  Assessment,
  assessVariable,
  type Entries,
  expandBraces,
  hangsOnProject,
  isDangerousVariable,
  isHarmlessText,
  type Judged,
  type Judgement,
  namesSecretVariable,
  type Scene,
  type UserTools,
} from "../assessment/mod.ts";
import { besideProject, takenBeside } from "./beside_project.ts";
import { entriesInLine } from "./entries_in_line.ts";
import { ownInLine } from "./own_in_line.ts";
import { patternsOf, textOf } from "./patterns_of.ts";
import { policyTextsOf } from "./policy_texts.ts";
import { withoutFresh } from "./without_fresh.ts";
import { locate, type SecretPlaces } from "../places/mod.ts";
import { mayBeOption } from "./option_names.ts";
import { assessProgram } from "./programs.ts";
import { assessRedirects } from "./redirects.ts";
import {
  type Neighbour,
  possibleTexts,
  type ScriptLine,
  scriptTexts,
} from "./script_texts.ts";
import { deleteFound, foundAndDeleted } from "../tools/delete_found.ts";
import { endPort, portEnded } from "../tools/end_port.ts";
import {
  assessContexts,
  assessWrappers,
  shownWrappers,
} from "./surroundings.ts";

/** Where a line is judged. */
export interface Situation {
  /** The project. Absolute. */
  readonly project: string;
  /** The working directory. Absolute. */
  readonly directory: string;
  /** The person's home directory. Absolute. */
  readonly home: string;
  /** Follows symbolic links. */
  readonly resolve: (absolutePath: string) => string;
  /** What people call secret besides. */
  readonly secrets?: SecretPlaces | undefined;
  /** What people say of tools. */
  readonly tools?: UserTools | undefined;
  /** Fingerprints a file. */
  readonly fingerprint?:
    | ((absolutePath: string) => string | undefined)
    | undefined;
  /** Reads a file. */
  readonly text?: ((absolutePath: string) => string | undefined) | undefined;
  /** Lists a folder. */
  readonly entries?: Entries | undefined;
  /** Whether the agent made a file itself. */
  readonly made?: ((absolutePath: string) => boolean) | undefined;
  /** Whether a file was built from the project's code, and is as it was. */
  readonly built?: ((absolutePath: string) => boolean) | undefined;
}

/**
 * Takes a line of shell apart and judges every command in it.
 *
 * @param line The line.
 * @param situation Where it would run.
 * @returns One judgement a command, and one for whatever cannot be told.
 */
export function judgeLine(line: string, situation: Situation): Judgement[] {
  return withoutFresh(judgeText(line, situation, true)).map(alone);
}

/** What nobody outside of the line has to know is left out. */
function alone(judged: Judged): Judgement {
  const { text, bare, tier, reason, familiar } = judged;
  const { needs, bound, patterns, known } = judged;
  return { text, bare, tier, reason, familiar, needs, bound, patterns, known };
}

function isSame(first: Judged, second: Judged): boolean {
  return first.text === second.text && first.reason === second.reason &&
    first.familiar === second.familiar && first.tier === second.tier &&
    JSON.stringify([first.patterns, first.writes, first.runs]) ===
      JSON.stringify([second.patterns, second.writes, second.runs]);
}

/** The folder of the project, if a repository starts there. */
function repositoryOf({ project, entries }: Situation): string | undefined {
  return entries?.(project)?.includes(".git") ? project : undefined;
}

/** The folders that a command may run in; none if that cannot be told. */
function directoriesOf(command: SimpleCommand): readonly string[] {
  const { directory, directories } = command as SimpleCommand & {
    readonly directories?: readonly string[];
  };
  return directories ?? (directory === undefined ? [] : [directory]);
}

/** Judges every command of a text, in every folder that it may run in. */
function judgeText(
  text: string,
  situation: Situation,
  outermost: boolean,
): Judged[] {
  const { directory, home } = situation;
  const repository = repositoryOf(situation);
  const parsed = parse(text, {
    directory,
    home,
    ...(repository !== undefined && { repository }),
  });
  const judged: Judged[] = parsed.opaque.map(({ reason, text }) =>
    never(text, `holds what cannot be told from the text: ${reason}`)
  );
  if (evaluatesText.test(text)) {
    judged.push(never(text, "may run what stands in a subscript"));
  }
  if (assigningExpansion.test(text)) {
    judged.push(never(text, "sets a variable while it is expanded"));
  }
  if (traces.test(text) && namesSecretVariable(text)) {
    judged.push(never(text, "prints what it does with a secret variable"));
  }
  for (const word of parsed.lists.filter((one) => !isHarmlessText(one))) {
    judged.push(never(word.text, `goes through what ${word.text} holds`));
  }
  for (const name of parsed.sets) {
    if (isDangerousVariable(name, "shell")) {
      judged.push(never(text, `sets ${name}, which changes what programs do`));
    }
  }
  if (parsed.commands.length === 0 && judged.length === 0 && !isEmpty(text)) {
    judged.push(never(text, "holds no command that could be judged"));
  }
  const neighbours: Neighbour[] = [];
  parsed.commands.forEach((command, index) => {
    const line = {
      before: parsed.commands.slice(0, index),
      neighbours: [...neighbours],
      after: parsed.commands.slice(index + 1),
    };
    const places = directoriesOf(command);
    for (const place of places.length === 0 ? [undefined] : places) {
      const one = judgeSomewhere(
        { ...command, directory: place },
        line,
        situation,
        outermost,
      );
      const { tier, writes, builds } = one;
      neighbours.push({ command, tier, writes, builds });
      if (!judged.some((other) => isSame(one, other))) judged.push(one);
    }
  });
  return judged;
}

/** With these the shell prints every command with what its variables hold. */
const traces = /\b(set|(ba|da|z|k)?sh)\b[^;&|\n]*\s(-\w*x|xtrace)/;

/** A subscript with a substitution is run by `[[`, `((`, `test -v` and more. */
const evaluatesText = /\w\[[^\]\s]{0,200}(\$\(|`)/;

const assigningExpansion = /\$\{\w+(\[[^\]]{0,200}\])?:?=/;

/** What stands around a command in its line. */
interface Line {
  readonly before: readonly SimpleCommand[];
  /** The commands before it, judged. */
  readonly neighbours: readonly Neighbour[];
  readonly after: readonly SimpleCommand[];
}

/** Judges a command where it runs, in a folder beside the project as well. */
function judgeSomewhere(
  command: SimpleCommand,
  line: Line,
  situation: Situation,
  outermost: boolean,
): Judged {
  const here = judgeCommand(command, line, situation, outermost);
  const beside = here.displaced && command.directory !== undefined
    ? besideProject(command.directory, situation)
    : undefined;
  if (beside === undefined) return here;
  const there = { ...situation, project: beside };
  const judged = judgeCommand(command, line, there, outermost);
  return takenBeside(judged, beside) ?? here;
}

function judgeCommand(
  command: SimpleCommand,
  { before, neighbours, after }: Line,
  situation: Situation,
  outermost: boolean,
): Judged {
  const around = { command, before: neighbours, after, place: situation };
  const name = command.name?.value;
  const found = new Assessment(name ?? "");
  const scene: Scene = {
    project: situation.project,
    home: situation.home,
    resolve: situation.resolve,
    secrets: situation.secrets,
    tools: situation.tools,
    directory: command.directory,
    input: command.input,
    fed: command.fed,
    entries: situation.entries && entriesInLine(situation.entries, neighbours),
    made: situation.made && ownInLine(situation.made, neighbours),
    built: (path) =>
      neighbours.some(({ builds }) => builds?.includes(path)) ||
      (situation.built?.(path) ?? false),
    scriptTexts: (path) => scriptTexts(path, around),
    named: false,
  };
  const port = portEnded(command, before);
  const deleted = foundAndDeleted(command, before, scene);
  const named = port === undefined && deleted === undefined &&
    assessWrappers(command, before, found, scene);
  const judgeScript = (text: string, directory: string) => {
    const inside = inScript(situation, { ...scene, directory }, around);
    return withoutFresh(judgeText(text, inside, false));
  };
  const inside: Scene = {
    ...scene,
    named,
    ...(outermost && { judgeScript }),
  };
  if (port !== undefined) {
    endPort(port, command.arguments, found);
  } else if (deleted !== undefined) {
    deleteFound(deleted, found);
  } else if (command.name === undefined) {
    found.does("read", "sets a variable or touches a file");
  } else if (name === undefined) {
    found.never("critical", `runs ${command.name.text}, which cannot be told`);
  } else {
    const words = command.arguments.flatMap(expandBraces);
    assessProgram(name, words, found, inside);
    const option = words.find((word) => mayBeOption(word, scene));
    if (option !== undefined) {
      const why = "which stands for a name that starts with a dash";
      found.never("critical", `is given ${option.text}, ${why}`);
    }
  }
  const declares = /^(export|declare|typeset|local|readonly)$/.test(name ?? "");
  for (const assignment of declares ? [] : command.assignments) {
    if (name === "read" && isSeparator(assignment)) continue;
    assessVariable(assignment, found, name === undefined ? "shell" : "command");
  }
  assessRedirects(command.redirects, found, scene);
  assessContexts(command, found);
  if (found.learning === "exact") assessUnclear(command, found, scene);
  return {
    text: [...shownWrappers(command), textOf(command)].join(" "),
    bare: textOf({ ...command, assignments: [], redirects: [] }),
    tier: found.tier,
    reason: found.reason,
    familiar: found.familiar,
    needs: found.needs,
    bound: hangsOnProject(found),
    patterns: patternsOf(command, found, situation),
    known: policyTextsOf(command, shownWrappers(command), situation.project),
    writes: found.writes,
    builds: found.builds,
    runs: found.runs,
    proven: found.proven,
    loads: found.loads,
    loadsFrom: found.loadsFrom,
    displaced: found.displaced,
  };
}

/** What a shell script that a command runs can see of the files. */
function inScript(
  situation: Situation,
  { directory, made, built }: Scene,
  line: ScriptLine,
): Situation {
  return {
    ...situation,
    directory: directory!,
    made,
    built,
    text: (path) => {
      const found = possibleTexts(path, line);
      // What may hold several texts holds none that could be read.
      return found === undefined || found.texts.length > 1
        ? "\0"
        : found.texts[0];
    },
  };
}

/** `read` cuts its line where this says, and keeps it to itself. */
function isSeparator({ name, value }: Assignment): boolean {
  return name === "IFS" && value.value !== undefined;
}

/**
 * What is not understood may be a write, so that not even its very words are
 * learned when one of them names what acts by itself.
 */
function assessUnclear(
  command: SimpleCommand,
  found: Assessment,
  scene: Scene,
): void {
  for (const { value } of command.arguments) {
    for (const part of value?.split(/[=,:]|^-\w(?=[./])/) ?? []) {
      const located = locate(part, scene.directory, scene);
      const runs = located !== undefined && located.path === found.runs;
      if (!runs && located?.guard === "acts by itself") {
        return found.never("critical", `names ${part}, which acts by itself`);
      }
    }
  }
}

function never(text: string, reason: string): Judged {
  return {
    writes: [],
    builds: [],
    runs: undefined,
    proven: false,
    loads: false,
    loadsFrom: undefined,
    displaced: false,
    text,
    bare: "",
    tier: "critical",
    reason,
    familiar: false,
    needs: 1,
    bound: true,
    patterns: [],
    known: { broad: [text] },
  };
}

function isEmpty(line: string): boolean {
  return line.split("\n").every((one) => /^\s*(#.*)?$/.test(one));
}

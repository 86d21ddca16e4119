import type { Word } from "../../shell/mod.ts";
import { isInProject } from "./access.ts";
import type { Assessment } from "./assessment.ts";
import {
  type Arguments,
  type FlagFact,
  flagTable,
  readArguments,
} from "./flags.ts";
import { assessValue } from "./flag_values.ts";
import { assessHere, assessOperands } from "./operands.ts";
import { asksForHelp } from "./help.ts";
import { mayBeCut } from "./named_files.ts";
import type { Scene } from "./scene.ts";
import type { Tier } from "../verdict.ts";

/** What a tool does otherwise than usual when a flag is there. */
export interface ToolMode {
  /** Flags, or flags with their values, any of which brings it about. */
  readonly with: string;
  /** What the values of these flags all look like. */
  readonly value?: RegExp;
  /** How risky it is then. */
  readonly tier: Tier;
  /** What it does then, as a clause. */
  readonly does: string;
  /** Whether a person should see it once before it passes. */
  readonly once?: boolean;
}

/** What is known of a tool, or of one of its subcommands. */
export interface ToolFacts {
  /** How risky it is when everything about it is known. */
  readonly tier: Tier;
  /** What it does, as a clause. */
  readonly does: string;
  /** Its flags, see {@linkcode flagTable}. */
  readonly flags?: string;
  /** Flags that run programs or write anywhere: a person sees them each time. */
  readonly refuses?: string;
  /** Flags that destroy or publish: a person sees them each time. */
  readonly destroys?: string;
  /**
   * Its operands in order; the last may end with `*` for any number. None if
   * unset.
   */
  readonly operands?: string;
  /** Its operands when one of {@linkcode movedBy} is there. */
  readonly moved?: string;
  /** Flags that take the place of the first operand. */
  readonly movedBy?: string;
  /** Whether long flags have a single dash. */
  readonly singleDash?: boolean;
  /** Whether it looks at its directory when no operand says otherwise. */
  readonly here?: boolean;
  /** Flags with which it does that; any if unset. */
  readonly hereWith?: string;
  /** Whether it runs what the project holds, and so must run inside it. */
  readonly inProject?: boolean;
  /** Whether a person should see it once before it passes. */
  readonly once?: boolean;
  /** What changes with certain flags; the first that fits holds. */
  readonly modes?: readonly ToolMode[];
  /** Flags with which it and its subcommands show how they are used. */
  readonly help?: string;
  /** More subcommands, of which only that help is shown. */
  readonly helpOf?: string;
  /** The place it talks to. */
  readonly host?: string;
  /** Subcommands by name. */
  readonly subcommands?: Readonly<Record<string, ToolFacts>>;
  /** Whether a first word that is no subcommand is an operand. */
  readonly open?: boolean;
  /** What more operands than are planned count as. */
  readonly surplus?: { readonly tier: Tier; readonly does: string };
  /** What any other subcommand counts as. */
  readonly otherwise?: { readonly tier: Tier; readonly does: string };
}

/**
 * Judges a command by what the tables know of its tool.
 *
 * @param words The words after the program.
 * @param facts What is known of the tool.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessByFacts(
  words: readonly Word[],
  facts: ToolFacts,
  found: Assessment,
  scene: Scene,
): void {
  if (asksForHelp(words, facts)) {
    return found.does("read", "shows how it is used");
  }
  if (facts.subcommands !== undefined) {
    const rest = afterGlobalFlags(words, facts, found, scene);
    const name = rest[0]?.value;
    const inner = name !== undefined && Object.hasOwn(facts.subcommands, name)
      ? facts.subcommands[name]
      : undefined;
    if (inner !== undefined) {
      found.subcommand = [...found.subcommand, name!];
      const help = inner.help ?? facts.help ?? "";
      return assessByFacts(rest.slice(1), { ...inner, help }, found, scene);
    }
    const bare = words.length === 0 && found.subcommand.length === 0;
    if (bare && !facts.open) {
      found.exactly(`runs ${found.program} without saying what for`);
    }
    if (name !== undefined && !name.startsWith("-") && !facts.open) {
      return facts.otherwise === undefined
        ? found.exactly(`runs ${found.program} ${name}, which is not known`)
        : found.never(facts.otherwise.tier, facts.otherwise.does);
    }
  }
  const table = flagTable(facts.flags ?? "");
  const read = readArguments(words, table, {
    ...(facts.singleDash && { singleDash: true }),
  });
  const mode = facts.modes?.find((one) => isInMode(one, read)) ?? facts;
  found.does(mode.tier, mode.does);
  if (facts.inProject && !isInProject(found, scene)) return;
  if (mode.once) found.once(mode.does);
  if (facts.host !== undefined) found.host = facts.host;
  const moving = facts.movedBy?.split(" ");
  let moved = false;
  for (const { name, fact, value } of read.flags) {
    if (isAmong(name, facts.destroys, fact)) {
      return found.never("remote", `uses ${name}, which cannot be undone`);
    }
    if (isAmong(name, facts.refuses, fact)) {
      return found.never("critical", `uses ${name}, which can run or write`);
    }
    if (fact === undefined && facts.otherwise !== undefined) {
      return found.never(
        facts.otherwise.tier,
        `uses ${found.program} ${name}, which is not known`,
      );
    }
    if (fact === undefined) {
      found.exactly(`uses ${name}, which is not known of ${found.program}`);
      continue;
    }
    moved ||= moving?.includes(name) ?? false;
    found.flag(name);
    if (value === undefined) continue;
    // Where a tool takes no value after all, this is a flag of its own.
    if (
      /^(word|name|number)$/.test(fact.kind) && words.includes(value) &&
      /^-[A-Za-z-]/.test(value.text)
    ) {
      found.exactly(`has ${value.text} for a value`);
    }
    assessValue(value, fact, found, scene);
  }
  const plan = (moved ? facts.moved ?? "" : facts.operands ?? "").split(" ")
    .filter((kind) => kind !== "");
  const endless = plan.at(-1)?.endsWith("*") ?? false;
  if (facts.surplus && !endless && read.operands.length > plan.length) {
    return found.never(facts.surplus.tier, facts.surplus.does);
  }
  const dangerous = facts.refuses !== undefined || facts.destroys !== undefined;
  if (dangerous || takesPaths.test(facts.operands ?? "")) {
    assessDisguised(words, dangerous ? read.operands : [], found, scene);
  }
  assessOperands(read.operands, plan, found, scene);
  const around = facts.hereWith === undefined ||
    read.flags.some(({ name }) => facts.hereWith!.split(" ").includes(name));
  if (facts.here && around && read.operands.length < plan.length) {
    assessHere(found, scene);
  }
}

/** Whether a flag of a mode is there, be it handed on behind `--`. */
function isInMode(mode: ToolMode, read: Arguments): boolean {
  return mode.with.split(" ").some((wanted) => {
    const [name, text] = wanted.split("=");
    const there = read.flags.filter((flag) => flag.name === name);
    const fits = there.every(({ fact, value }) =>
      fact !== undefined && (text === undefined || value?.value === text)
    );
    return there.length > 0 && fits ||
      text === undefined && mode.value === undefined &&
        read.operands.some(({ value }) => value === wanted);
  }) && hasValues(mode, read);
}

/** Whether all values of a mode's flags look as they must. */
function hasValues(mode: ToolMode, read: Arguments): boolean {
  const names = mode.with.split(" ");
  return mode.value === undefined ||
    read.flags.every(({ name, value }) =>
      !names.includes(name) || mode.value!.test(value?.value ?? "")
    );
}

/** Takes note of known flags before a subcommand; gives what follows. */
function afterGlobalFlags(
  words: readonly Word[],
  facts: ToolFacts,
  found: Assessment,
  scene: Scene,
): readonly Word[] {
  const first = words.findIndex((word) => !word.value?.startsWith("-"));
  if (first === 0 || facts.open) return words;
  const table = flagTable(facts.flags ?? "");
  const style = { operandsEnd: true, singleDash: facts.singleDash ?? false };
  const read = readArguments(words, table, style);
  if (read.separated || read.flags.some(({ fact }) => fact === undefined)) {
    return words;
  }
  for (const { name, fact, value } of read.flags) {
    found.flag(name);
    if (value !== undefined) assessValue(value, fact!, found, scene);
  }
  return read.operands.length === 0 ? words : read.operands;
}

/** Operands of which one more reads or writes one more file. */
const takesPaths = /read|write|names|inside/;

/** What a variable holds may start with a dash, and be any flag there is. */
function assessDisguised(
  words: readonly Word[],
  operands: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const end = words.findIndex((word) => word.value === "--");
  const open = end < 0 ? words : words.slice(0, end);
  // One that is cut into words may be any flag, wherever it stands.
  const cut = (word: Word) =>
    word.splits === true && !mayBeCut(found.program, word, scene);
  const bad = open.find(cut) ??
    operands.find((word) =>
      word.value === undefined && word.like === undefined &&
      /^"?[$`]/.test(word.text) && open.includes(word)
    );
  if (bad !== undefined) {
    found.never("critical", `gives ${bad.text}, which may be a flag`);
  }
}

function isAmong(
  flag: string,
  flags: string | undefined,
  fact: FlagFact | undefined,
): boolean {
  if (flags === undefined || fact !== undefined) return false;
  return flags.split(" ").some((one) =>
    flag === one ||
    // Tools accept any beginning of a long flag that is the only one.
    flag.startsWith("--") && flag.length > 4 && one.startsWith(flag)
  );
}

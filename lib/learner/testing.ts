import assert from "node:assert/strict";
import { decide } from "./decide.ts";
import { learn, type Lesson } from "./learning/mod.ts";
import type { DecideContext, JudgedRequest } from "./request.ts";
import type { Rule } from "./rule.ts";
import type { Autonomy, Decision, Tier } from "./verdict.ts";

/** A home for tests. */
export const home = "/home/dev";

/** A project for tests. */
export const project = "/home/dev/web";

/**
 * A request for a command.
 *
 * @param command The command.
 * @returns The request.
 */
export function asked(command: string): JudgedRequest {
  return { kind: "command", command, complete: true };
}

/**
 * What a decision rests on, in a test.
 *
 * @param changes What differs from an assisted agent that knows nothing.
 * @returns The context.
 */
export function contextWith(
  changes: Partial<DecideContext> = {},
): DecideContext {
  return {
    project,
    home,
    autonomy: "assisted",
    rules: [],
    now: Date.parse("2026-03-01T09:00:00Z"),
    ...changes,
  };
}

/**
 * Says what becomes of a command of a supervised agent that knows nothing.
 *
 * @param command The command.
 * @returns `allow`, or how risky it is if it is asked.
 */
export function supervised(command: string): "allow" | Tier {
  const context = contextWith({ autonomy: "supervised" });
  const { decision, tier } = decide(asked(command), context);
  return decision === "allow" ? decision : tier;
}

/**
 * Decides about a command of an agent that knows nothing.
 *
 * @param command The command.
 * @param autonomy The agent's autonomy.
 * @returns The decision.
 */
export function decisionOf(command: string, autonomy: Autonomy): Decision {
  return decide(asked(command), contextWith({ autonomy })).decision;
}

/**
 * Decides about a command of an autonomous agent after it was approved often.
 *
 * @param command The command.
 * @returns The decision.
 */
export function afterApproval(command: string): Decision {
  const context = contextWith({ autonomy: "supervised" });
  let { rules } = context;
  for (let times = 0; times < 4; times += 1) {
    ({ rules } = learn(asked(command), "approved", { ...context, rules }));
  }
  const later = contextWith({ autonomy: "autonomous", rules });
  return decide(asked(command), later).decision;
}

/**
 * Gives the lines of a text, without what indents them.
 *
 * @param text The text.
 * @returns The lines that are not empty.
 */
export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/**
 * Asserts that commands only look, so that supervised agents need not ask.
 *
 * @param commands The commands, one a line.
 */
export function passes(commands: string): void {
  const supervised = contextWith({ autonomy: "supervised" });
  for (const command of linesOf(commands)) {
    const verdict = decide(asked(command), supervised);
    assert.equal(verdict.decision, "allow", `${command}: ${verdict.reason}`);
    assert.equal(verdict.tier, "read", command);
  }
}

/**
 * Asserts that commands are more than looking, so that supervised agents ask.
 *
 * @param commands The commands, one a line.
 */
export function asksFirst(commands: string): void {
  const supervised = contextWith({ autonomy: "supervised" });
  for (const command of linesOf(commands)) {
    assert.equal(decide(asked(command), supervised).decision, "ask", command);
  }
}

/**
 * Asserts that commands are always asked, however often they are approved.
 *
 * @param commands The commands, one a line.
 */
export function neverPasses(commands: string): void {
  const autonomous = contextWith({ autonomy: "autonomous" });
  for (const command of linesOf(commands)) {
    const request = asked(command);
    let { rules } = learn(request, "approved", autonomous);
    ({ rules } = learn(request, "approved", { ...autonomous, rules }));
    const verdict = decide(request, { ...autonomous, rules });
    assert.equal(verdict.decision, "ask", `${command}: ${verdict.reason}`);
  }
}

/** A person who answers what a supervised agent asks. */
export class Person {
  /** What decisions rest on after the answers so far. */
  context: DecideContext = contextWith({ autonomy: "supervised" });

  /**
   * Approves commands, one after the other.
   *
   * @param commands The commands.
   * @returns What the last answer changed.
   */
  approve(...commands: string[]): Lesson["changes"] {
    return this.#answer("approved", commands);
  }

  /**
   * Denies commands, one after the other.
   *
   * @param commands The commands.
   * @returns What the last answer changed.
   */
  deny(...commands: string[]): Lesson["changes"] {
    return this.#answer("denied", commands);
  }

  /**
   * Decides about a command after the answers so far.
   *
   * @param command The command.
   * @returns The decision.
   */
  decision(command: string): Decision {
    return decide(asked(command), this.context).decision;
  }

  #answer(answer: "approved" | "denied", commands: string[]) {
    let changes: Lesson["changes"] = [];
    for (const command of commands) {
      const lesson = learn(asked(command), answer, this.context);
      this.context = { ...this.context, rules: lesson.rules };
      changes = lesson.changes;
    }
    return changes;
  }
}

/**
 * Says which rules there are, and how each stands.
 *
 * @param rules The rules.
 * @returns A text a rule, such as `go test * (active)`.
 */
export function titles(rules: readonly Rule[]): string[] {
  return rules.map((rule) => `${rule.title} (${rule.status})`);
}

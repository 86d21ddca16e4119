#!/usr/bin/env -S deno run -A
/**
 * orch runs teams of coding agents in tmux: it reads what they ask, answers
 * what it may answer, learns from what people answer, and leaves the rest to
 * people.
 *
 * This is the library that recipes import. Run as a program it is the command
 * line.
 *
 * @module
 */
export * from "./lib/agents/mod.ts";
export * from "./lib/clock/mod.ts";
export * from "./lib/errors/mod.ts";
export * from "./lib/journal/mod.ts";
export * from "./lib/learner/mod.ts";
export * from "./lib/monitor/mod.ts";
export * from "./lib/paths/mod.ts";
export * from "./lib/presence/mod.ts";
export * from "./lib/report/mod.ts";
export * from "./lib/team/mod.ts";
export * from "./lib/tmux/mod.ts";

if (import.meta.main) {
  const { main } = await import("./cli.ts");
  Deno.exitCode = await main(Deno.args);
}

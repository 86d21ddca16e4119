import type { OrchContext } from "./context.ts";

/** Prints a line for people. */
export function print(context: OrchContext, line = ""): void {
  context.process.stdout.write(`${line}\n`);
}

/** Prints one JSON document for programs. */
export function printJson(context: OrchContext, document: unknown): void {
  context.process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

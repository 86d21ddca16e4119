/**
 * Runs the benchmarks, each in a process of its own. They print what they
 * measure beside a baseline of the same run, and hold nothing to a time.
 *
 * ```sh
 * deno task bench
 * ```
 *
 * @module
 */
import { printLine } from "./print_table.ts";

/** A part of what the monitor's benchmark measures: run by hand. */
const byHand = "watch_bench.ts";

const folder = new URL(".", import.meta.url).pathname;
const names: string[] = [];
for await (const { name } of Deno.readDir(folder)) {
  if (name.endsWith("_bench.ts") && name !== byHand) names.push(name);
}
for (const name of names.sort()) {
  printLine(`\n${name}`);
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-P=test", `${folder}${name}`],
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  if (!success) Deno.exitCode = 1;
}

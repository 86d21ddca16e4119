import assert from "node:assert/strict";
import { parse } from "../../lib/shell/mod.ts";
import { surprises } from "./explained.ts";
import { type Laboratory, makeLaboratory, type Run } from "./run_bash.ts";
import { evading, hiding, plain } from "./snippets.ts";

// The wrappers of other systems take other options.
const ignore = Deno.build.os !== "linux";

Deno.test({
  name: "parse() finds every hidden command, just as it really runs",
  ignore,
  fn: async () => {
    const faults: string[] = [];
    await eachRun(hiding, (text, run) => {
      const line = parse(text, { directory: run.directory });
      const names = line.commands.map((command) => command.name?.value);
      if (!names.includes("pwn")) faults.push(`${text}: pwn was not found`);
      faults.push(...surprises(line, run).map((one) => `${text}: ${one}`));
      if (!ranIt(run)) faults.push(`${text}: proves nothing, it ran no pwn`);
    });
    assert.deepEqual(faults, []);
  },
});

Deno.test({
  name: "parse() refuses every line that runs a command it does not show",
  ignore,
  fn: async () => {
    const faults: string[] = [];
    await eachRun(evading, (text, run) => {
      const line = parse(text, { directory: run.directory });
      if (line.opaque.length === 0) faults.push(`${text}: was not refused`);
      if (!ranIt(run)) faults.push(`${text}: proves nothing, it ran no pwn`);
    });
    assert.deepEqual(faults, []);
  },
});

Deno.test("parse() refuses no ordinary line", () => {
  const refused = plain.filter((text) => parse(text, {}).opaque.length > 0);
  assert.deepEqual(refused, []);
});

async function eachRun(
  texts: readonly string[],
  check: (text: string, run: Run) => void,
): Promise<void> {
  await using laboratory: Laboratory = await makeLaboratory();
  for (const text of texts) check(text, await laboratory.run(text));
}

function ranIt(run: Run): boolean {
  return run.calls.some(({ words }) => words[0] === "pwn");
}

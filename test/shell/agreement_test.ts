import assert from "node:assert/strict";
import { parse } from "../../lib/shell/mod.ts";
import { seededRandom } from "../harness/seeded_random.ts";
import { mutate } from "./mutate.ts";
import { evading, hiding, plain } from "./snippets.ts";

Deno.test("parse() refuses what bash refuses, and reads what bash reads", async () => {
  const all = [...hiding, ...evading, ...plain];
  const dice = seededRandom(99);
  const texts = [...all];
  while (texts.length < 700) texts.push(mutate(all, dice));
  const counts = { accepted: 0, rejected: 0 };
  const falselyRead: string[] = [];
  const falselyRefused: string[] = [];
  const lost: string[] = [];
  for (const text of texts) {
    const { opaque, commands } = parse(text, {});
    if (await isAcceptedByBash(text)) {
      counts.accepted += 1;
      const unread = opaque.some(({ reason }) =>
        /syntax error|cannot be read/.test(reason)
      );
      if (unread) falselyRefused.push(text);
      if (opaque.length + commands.length === 0 && !isIdle(text)) {
        lost.push(text);
      }
    } else {
      counts.rejected += 1;
      if (opaque.length === 0) falselyRead.push(text);
    }
  }
  assert.ok(counts.accepted > 300, `bash accepted only ${counts.accepted}`);
  assert.ok(counts.rejected > 100, `bash rejected only ${counts.rejected}`);
  assert.deepEqual(lost, [], "nothing was found in lines that run something");
  assert.deepEqual(falselyRead, [], "bash rejects these");
  // Bash looks into backquotes and scripts of other shells only as they run.
  const share = falselyRefused.length / counts.accepted;
  assert.ok(share < 0.05, `${share} refused: ${falselyRefused.join("\n")}`);
});

/** Whether a line holds no simple command, only comments, tests or nothing. */
function isIdle(text: string): boolean {
  return /^[\s;!]*(time\s*)?(-p\s*)?[\s;!]*(#[^\n]*)?$/.test(text) ||
    /\[\[|\(\(/.test(text);
}

async function isAcceptedByBash(text: string): Promise<boolean> {
  const { code, stderr } = await new Deno.Command("bash", {
    args: ["--norc", "-n", "-c", "--", text],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  const complaint = new TextDecoder().decode(stderr);
  return code === 0 && !/syntax error|unexpected/.test(complaint);
}

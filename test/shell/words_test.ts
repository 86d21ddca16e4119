import assert from "node:assert/strict";
import { parse } from "../../lib/shell/mod.ts";
import { seededRandom } from "../harness/seeded_random.ts";
import type { Dice } from "./mutate.ts";

Deno.test("a static word is what the program receives, to the byte", async () => {
  const dice = seededRandom(31);
  const words: { text: string; value: string }[] = [];
  for (let round = 0; round < 4000; round++) {
    const text = makeWord(dice);
    // A backslash at the end would join the lines of the batch.
    if (text.endsWith("\\")) continue;
    const { commands, opaque } = parse(`tool ${text}`, {});
    const [word, ...others] = commands[0]?.arguments ?? [];
    if (opaque.length > 0 || others.length > 0 || commands.length !== 1) {
      continue;
    }
    if (word?.value !== undefined) words.push({ text, value: word.value });
  }
  assert.ok(words.length > 1500, `only ${words.length} words are static`);
  const faults: string[] = [];
  for (let start = 0; start < words.length; start += 100) {
    const batch = words.slice(start, start + 100);
    const received = await receive(batch.map(({ text }) => text));
    batch.forEach(({ text, value }, index) => {
      if (received[index] !== value) {
        faults.push(`${text} is ${received[index]}, not ${value}`);
      }
    });
  }
  assert.deepEqual(faults, []);
});

/** What a function receives for each word, unless that is not one word. */
async function receive(
  texts: readonly string[],
): Promise<(string | undefined)[]> {
  const script = [
    'f() { printf \'%s\\0\' "$#" "$1"; }',
    ...texts.map((text) => `f ${text}`),
  ];
  const folder = await Deno.makeTempDir();
  // A file that many globs match.
  await Deno.writeTextFile(`${folder}/ab`, "");
  const { stdout } = await new Deno.Command("bash", {
    args: ["--norc", "-c", script.join("\n")],
    cwd: folder,
    clearEnv: true,
    env: { HOME: "/home/a" },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).output();
  await Deno.remove(folder, { recursive: true });
  const fields = new TextDecoder().decode(stdout).split("\0");
  return texts.map((_, index) =>
    fields[2 * index] === "1" ? fields[2 * index + 1] : undefined
  );
}

const pieces = [
  "a",
  "b",
  "ab",
  "x1",
  "-",
  "=",
  ":",
  ",",
  "..",
  "@",
  "%",
  "^",
  "!",
  "#",
  "~",
  "~/",
  "*",
  "?",
  "[",
  "]",
  "{",
  "}",
  "{a,b}",
  "{1..2}",
  "\\",
  "\\a",
  "\\\\",
  "\\*",
  "\\$",
  "\\'",
  '\\"',
  "\\ ",
  "\\~",
  "\\{",
  "'",
  "''",
  "'a b'",
  "'$x'",
  "'*'",
  "'\\'",
  '"',
  '""',
  '"a b"',
  '"\\$x"',
  '"\\a"',
  '"\\\\"',
  '"\\""',
  '"\\`"',
  '"a\\\nb"',
  '"~"',
  '"\'"',
  "a\\\nb",
  "$",
  "$'a'",
  "$'\\n'",
  "$'\\t\\\\'",
  "$'\\x41'",
  "$'\\x4'",
  "$'\\101'",
  "$'\\1'",
  "$'\\u0041'",
  "$'\\u41'",
  "$'\\cA'",
  "$'\\''",
  "$'\\q'",
  "$'\\e'",
  "$'\\0'",
  "$'\\xe9'",
  "$'\\U1F600'",
  "$'a\\\nb'",
  '$"a"',
  "é",
  "日本",
];

function makeWord(dice: Dice): string {
  let text = "";
  for (let left = 1 + dice(4); left > 0; left--) {
    text += pieces[dice(pieces.length)];
  }
  return text;
}

import assert from "node:assert/strict";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
import { mostReadings } from "../readings.ts";
import { readings } from "./readings.ts";
import { wrap } from "./wrap.ts";

const squeeze = (text: string) => text.replaceAll(/ +/g, " ");

Deno.test("readings lists the text that was drawn, whatever it is", () => {
  const random = seededRandom(11);
  const words = ["rm", "-rf", "a", "|", "&&", "日本語", "--flag=value", "😀"];
  for (let round = 0; round < 400; round++) {
    const width = 12 + random(40);
    let text = "x";
    for (let count = 1 + random(9); count > 0; count--) {
      const long = "y".repeat(random(width + 4));
      const word = random(5) === 0 ? long : words[random(words.length)]!;
      text += (random(6) === 0 ? "\n" : " ") + word;
    }
    text = text.split("\n").map((line) => line.trimEnd()).join("\n");
    const found = readings({ rows: wrap(text, width), width });
    // How many spaces a break has swallowed is not drawn.
    const squeezed = found.map(squeeze);
    if (found.length > 0) assert.ok(squeezed.includes(squeeze(text)), text);
    for (const one of found) {
      assert.deepEqual(wrap(one, width), wrap(text, width));
    }
  }
});

Deno.test("readings lists a newline and the spaces that look like it", () => {
  const rows = ["rm -rf dist", "/"];
  assert.deepEqual(readings({ rows, width: 20 }), [
    "rm -rf dist\n/",
    `rm -rf dist${" ".repeat(9)}/`,
  ]);
});

Deno.test("readings gives up where there are too many", () => {
  const rows = Array(12).fill("x".repeat(10));
  assert.ok(2 ** 11 > mostReadings);
  assert.deepEqual(readings({ rows, width: 10 }), []);
});

Deno.test("readings knows that a space undoes a backslash", () => {
  assert.deepEqual(readings({ rows: ["rm a \\", "b"], width: 40 }), [
    "rm a \\\nb",
    "rm a \\ \nb",
  ]);
});

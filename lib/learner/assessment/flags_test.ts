import assert from "node:assert/strict";
import type { Word } from "../../shell/mod.ts";
import { flagTable, readArguments } from "./flags.ts";

function words(text: string): Word[] {
  return text.split(" ").filter((one) => one !== "").map((one) => ({
    text: one,
    value: one.startsWith("$") ? undefined : one,
    glob: false,
  }));
}

const table = flagTable(
  "-a -b -n:number -o:write --all --max:number --color? -#",
);

function read(text: string, style = {}) {
  const { flags, operands } = readArguments(words(text), table, style);
  return {
    flags: flags.map(({ name, fact, value }) =>
      `${fact === undefined ? "?" : ""}${name}${
        value === undefined ? "" : `=${value.text}`
      }`
    ),
    operands: operands.map(({ text }) => text),
  };
}

Deno.test("readArguments() reads flags alone, bundled and with values", () => {
  assert.deepEqual(read("-a x -ab -n 5 -n5 -an5 --max 3 --max=3 --color y"), {
    flags: ["-a", "-a", "-b", "-n=5", "-n=5", "-a", "-n=5"]
      .concat("--max=3", "--max=3", "--color"),
    operands: ["x", "y"],
  });
  assert.deepEqual(read("-20 --color=always"), {
    flags: ["-#", "--color=always"],
    operands: [],
  });
});

Deno.test("readArguments() reports what the table does not hold", () => {
  assert.deepEqual(read("-x --al --all=1 -ax -n").flags, [
    "?-x",
    "?--al",
    "?--all=1",
    "-a",
    "?-x",
    "?-n",
  ]);
  assert.deepEqual(read("-ao/etc/x").flags, ["-a", "-o=/etc/x"]);
  assert.deepEqual(read("-$x").flags.length, 1);
});

Deno.test("readArguments() takes everything after -- for operands", () => {
  assert.deepEqual(read("-a -- -b --all"), {
    flags: ["-a"],
    operands: ["-b", "--all"],
  });
  assert.deepEqual(read("x -a", { operandsEnd: true }), {
    flags: [],
    operands: ["x", "-a"],
  });
});

Deno.test("readArguments() reads long flags with one dash where told to", () => {
  const single = flagTable("-run: -v");
  const { flags } = readArguments(words("-v -run=X -run Y -vrun"), single, {
    singleDash: true,
  });
  assert.deepEqual(
    flags.map(({ name, fact }) => [name, fact !== undefined]),
    [["-v", true], ["-run", true], ["-run", true], ["-vrun", false]],
  );
});

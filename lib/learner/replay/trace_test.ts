import assert from "node:assert/strict";
import { OrchError } from "../../errors/mod.ts";
import { parseTrace } from "./trace.ts";

const good = { t: "2026-03-01T09:00:00Z", project: "web", cmd: "ls" };

Deno.test("parseTrace() reads a line each, and leaves empty ones out", () => {
  const text = [
    JSON.stringify({ ...good, cwd: null, session: 7 }),
    "",
    JSON.stringify({ ...good, cwd: "/src", danger: "odd" }),
    "",
  ].join("\n");
  assert.deepEqual(
    parseTrace(text, "x").map(({ directory, danger }) => [directory, danger]),
    [[undefined, ""], ["/src", "odd"]],
  );
});

Deno.test("parseTrace() says where a line is wrong", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [`${JSON.stringify(good)}\n{"t": nope}`, /^x:2:7 is not JSON/],
    ["[]", /^x:1 is not a JSON object/],
    ["null", /^x:1 is not a JSON object/],
    [JSON.stringify({ ...good, cmd: 7 }), /^x:1 has no text for "cmd"/],
    [JSON.stringify({ ...good, cwd: 7 }), /^x:1 has no text for "cwd"/],
    [JSON.stringify({ ...good, t: "noon" }), /^x:1 has no time in "t": "noon"/],
  ];
  for (const [text, message] of cases) {
    assert.throws(
      () => parseTrace(text, "x"),
      (error: unknown) =>
        error instanceof OrchError && error.exitCode === 2 &&
        message.test(error.message),
      text,
    );
  }
});

import assert from "node:assert/strict";
import { OrchError } from "../../errors/mod.ts";
import { parseArguments } from "./arguments.ts";

Deno.test("parseArguments tells options from the first message", () => {
  assert.deepEqual(parseArguments([]), {});
  assert.deepEqual(
    parseArguments(["--script", "a.json", "--project", "/p", "do", "it"]),
    { script: "a.json", project: "/p", prompt: "do it" },
  );
  assert.deepEqual(parseArguments(["--prompt", "-x", "--session", "s"]), {
    prompt: "-x",
    session: "s",
  });
  assert.deepEqual(parseArguments(["--", "--script"]), { prompt: "--script" });
});

Deno.test("parseArguments refuses what it does not know", () => {
  for (const args of [["--speed", "2"], ["--script"], ["-v"]]) {
    assert.throws(() => parseArguments(args), (error) => {
      assert.ok(error instanceof OrchError);
      assert.equal(error.exitCode, 2);
      return true;
    });
  }
});

import assert from "node:assert/strict";
import { recordedCalls } from "./record.ts";

const line = (status: string, error?: string) =>
  JSON.stringify({
    type: "gemini",
    toolCalls: [{
      id: "1",
      name: "run_shell_command",
      args: { command: "npm test" },
      status,
      result: [{
        functionResponse: {
          response: error === undefined ? { output: "" } : { error },
        },
      }],
    }],
  });

const call = { id: "1", kind: "command", command: "npm test" };
const no = "[Operation Cancelled] Reason: User denied execution.";

Deno.test("recordedCalls tells what became of calls", () => {
  const outcomes = [
    [line("success"), "approved"],
    [line("cancelled", no), "denied"],
    [line("cancelled", "Something else"), "unknown"],
    [line("error", "Blocked"), "unknown"],
  ] as const;
  for (const [text, outcome] of outcomes) {
    assert.deepEqual(recordedCalls(`${text}\n`), [{ ...call, outcome }]);
  }
});

Deno.test("recordedCalls passes over what is cut or strange", () => {
  const tail = [
    line("success").slice(20),
    JSON.stringify({ toolCalls: "none" }),
    JSON.stringify({ toolCalls: [null, {}, { id: 7, name: "x" }] }),
    line("success").slice(0, -3),
  ].join("\n");
  assert.deepEqual(recordedCalls(tail), []);
});

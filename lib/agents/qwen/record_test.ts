import assert from "node:assert/strict";
import { recordedCalls, recordFile } from "./record.ts";

const line = (value: unknown) => JSON.stringify(value);

const called = line({
  type: "assistant",
  message: {
    parts: [{ text: "I will." }, {
      functionCall: {
        id: "call_1",
        name: "run_shell_command",
        args: { command: "npm test" },
      },
    }],
  },
});

const ended = (status: string, error?: string) =>
  line({
    type: "tool_result",
    message: {
      parts: [{
        functionResponse: {
          id: "call_1",
          response: error === undefined ? { output: "ok" } : { error },
        },
      }],
    },
    toolCallResult: { callId: "call_1", status },
  });

const call = { id: "call_1", kind: "command", command: "npm test" };
const no = "[Operation Cancelled] Reason: User did not allow tool call";

Deno.test("recordedCalls reads a call before it is answered", () => {
  assert.deepEqual(recordedCalls(called), [call]);
});

Deno.test("recordedCalls tells what became of it", () => {
  const outcomes = [
    [ended("success"), "approved"],
    [ended("cancelled", no), "denied"],
    [ended("cancelled", "Something else"), "unknown"],
    [ended("error", "Denied by a hook"), "unknown"],
  ] as const;
  for (const [result, outcome] of outcomes) {
    const tail = `${called}\n${result}\n`;
    assert.deepEqual(recordedCalls(tail), [{ ...call, outcome }]);
  }
});

Deno.test("recordedCalls passes over what is cut or strange", () => {
  const tail = [
    called.slice(30),
    '"functionCall" is no JSON',
    line({ type: "assistant", message: { parts: ["functionCall", null] } }),
    line({ type: "assistant", message: "functionCall" }),
    line({ type: "user", message: { parts: [{ functionCall: {} }] } }),
    ended("success"),
    called.slice(0, -3),
  ].join("\n");
  assert.deepEqual(recordedCalls(tail), []);
});

Deno.test("recordFile looks into a configuration of the agent's own", () => {
  const place = { home: "/home/ann", project: "/src/shop", isolate: "/own" };
  assert.equal(
    recordFile(place, "0f3c"),
    "/own/projects/-src-shop/chats/0f3c.jsonl",
  );
});

Deno.test("recordedCalls tells where a command would run that names a folder", () => {
  const args = { command: "ls", directory: "/src/shop/web" };
  const functionCall = { id: "1", name: "run_shell_command", args };
  const text = line({
    type: "assistant",
    message: { parts: [{ functionCall }] },
  });
  assert.equal(recordedCalls(text)[0]?.directory, "/src/shop/web");
});

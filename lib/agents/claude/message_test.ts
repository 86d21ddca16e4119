import assert from "node:assert/strict";
import { message } from "./message.ts";

Deno.test("message leads in what Claude would take for a command", () => {
  const led: [string, string][] = [
    ["!rm -rf x", "Message: !rm -rf x"],
    [" /clear", "Message: /clear"],
    ["\n/exit", "Message: /exit"],
    ["exit", "Message: exit"],
    ["Quit ", "Message: Quit "],
    [":wq", "Message: :wq"],
    ["a\\", "a\\ "],
  ];
  for (const [text, typed] of led) assert.equal(message(text), typed);
});

Deno.test("message leaves other texts alone", () => {
  const plain = ["use npm", "exit the loop", "1/2", "no!", "#1", "@a", "a\\ b"];
  for (const text of plain) assert.equal(message(text), text);
});

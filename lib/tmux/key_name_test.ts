import assert from "node:assert/strict";
import { checkKey } from "./key_name.ts";

Deno.test("checkKey() lets characters and tmux's key names through", () => {
  const keys = ["1", "y", ";", "~", "Enter", "Escape", "Up", "F12", "C-c"];
  for (const key of [...keys, "M-Enter", "C-M-x", "S-Tab", "BTab", "Space"]) {
    checkKey(key);
  }
});

Deno.test("checkKey() refuses what tmux would type letter by letter", () => {
  const texts = [
    "",
    "12",
    "Entre",
    "enter",
    "C-",
    "F13",
    "yes",
    "é",
    " ",
    "\n",
  ];
  for (const text of [...texts, "Enter ", "1\n", "X-a"]) {
    assert.throws(() => checkKey(text), { exitCode: 2 }, JSON.stringify(text));
  }
});

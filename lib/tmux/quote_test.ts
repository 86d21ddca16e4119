import assert from "node:assert/strict";
import { quote, quoteCommand } from "./quote.ts";

Deno.test("quote() leaves plain words and options as they are", () => {
  for (const word of ["%3", "list-panes", "-t", "a=b", "/tmp/x.y", "@orch"]) {
    assert.equal(quote(word), word);
  }
});

Deno.test("quote() escapes all that tmux would expand or split", () => {
  const cases: [string, string][] = [
    ["", '""'],
    ["a b", '"a b"'],
    [";", '";"'],
    ["a;", '"a;"'],
    ["~", '"\\~"'],
    ["#{x}", '"\\#{x}"'],
    ["$HOME", '"\\$HOME"'],
    ['"\\', '"\\"\\\\"'],
    ["{", '"{"'],
    ["'", `"'"`],
    ["%if", '"%if"'],
    ["=name", '"=name"'],
    ["-x y", '"-x y"'],
    ["a\nb\t\x1b\x7f", '"a\\012b\\011\\033\\177"'],
    ["é\u0085漢👍", '"é\u0085漢👍"'],
    ["a\0b", '"ab"'],
  ];
  for (const [text, quoted] of cases) assert.equal(quote(text), quoted);
});

Deno.test("quoteCommand() never puts out a newline", () => {
  const line = quoteCommand(["set-buffer", "--", "a\nb\r\nc"]);
  assert.equal(line, 'set-buffer -- "a\\012b\\015\\012c"');
});

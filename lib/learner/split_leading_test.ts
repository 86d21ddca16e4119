import assert from "node:assert/strict";
import { splitLeading } from "./split_leading.ts";

Deno.test("splitLeading() cuts behind a first command of plain words", () => {
  const cases: [string, string, string][] = [
    ["cd src && ls", "cd src", "ls"],
    ["cd src; ls; pwd", "cd src", "ls; pwd"],
    ["cd src\nls\n", "cd src", "ls\n"],
    ['cd "my src" 2>/dev/null\nls', 'cd "my src" 2>/dev/null', "ls"],
    ['echo "$X"; ls', 'echo "$X"', "ls"],
    ["# note\ncd src && ls || pwd", "cd src", "ls || pwd"],
    ["mkdir -p a && cd a && ls", "mkdir -p a", "cd a && ls"],
  ];
  for (const [line, head, rest] of cases) {
    assert.deepEqual(splitLeading(line), { head, rest }, line);
  }
});

Deno.test("splitLeading() leaves everything else whole", () => {
  const lines = [
    "cd src",
    "cd src || ls",
    "cd src | ls",
    "cd src & ls",
    "cd $X && ls",
    "cd `x` && ls",
    "cd src > x; ls",
    "(cd src; ls)",
    "{ cd src; ls; }",
    "if true; then cd src; fi; ls",
    "X=1 cd src; ls",
    "pushd src; ls",
    "alias ls=rm; ls",
    "cd a\\\nb; ls",
    "case x in a) cd src;; esac",
    "cd src;; ls",
    "cd src # note; ls",
  ];
  for (const line of lines) {
    assert.equal(splitLeading(line), undefined, line);
  }
});

import assert from "node:assert/strict";
import { filesOfSedScript } from "./sed_script.ts";

Deno.test("scripts that select, change and print are harmless", () => {
  const scripts = [
    "10,20p",
    "$p;1d",
    "/foo/,/bar/p",
    "0~4p",
    "/a/,+3d",
    "2!d",
    "s/a/b/",
    "s#/usr#/opt#g",
    "s/a\\/b/c/2gp",
    "s|w x|e y|I",
    "y/abc/xyz/",
    "y/[a]/(b)/",
    "s/[^\\/]*x[[:space:]]*$//",
    "s/[]x]/[/g",
    "s,[^/],/,",
    "/^$/d;s/ *$//",
    "/x/{s/a/b/;p}",
    "/x/{\n  s/a/b/\n  p\n}",
    ":a;N;$!ba;s/\\n/ /g",
    "a\\\nsome text; e rm",
    "1i hello w out",
    "3c\\\nfirst\\\nsecond\ns/a/b/",
    "# a comment with w and e\np",
    "\\,/usr,p",
    "/a/I!{n;d}",
    "=",
    "q5",
    "",
  ];
  for (const script of scripts) {
    assert.deepEqual(filesOfSedScript(script), [], script);
  }
});

Deno.test("scripts that run, read or write files are not", () => {
  const scripts = [
    "e",
    "1e ls",
    "s/a/b/e",
    "s/a/b/ge",
    "s/a/b/w out",
    "w out",
    "$w out",
    "W out",
    // In some seds, a slash in brackets is a character.
    "s/[/]/;#/w out",
    "s/[/]/;#/e",
    "s/[^/]/;#/w out",
    "/[/]/p;#/w out",
    "s/[]/]/;#/w out",
    "s/[^]/]/;#/w out",
    "s/[\\]/]/;#/w out",
    "s/[[:space:]/]/;#/w out",
    "\\,[,],p;#,w out",
    "r in\nw out",
    "r in\\\nw out",
    "r",
    "/a/e",
    "/a/{e ls\n}",
    "p;e ls",
    "p\ne ls",
    "2!e",
    "/a\\/b/e ls",
    "s/x/y/;w out",
    "s,a,b,w/etc/x",
    "1i text\ne ls",
    "a\\\ntext\nw out",
    ":a;e ls",
    "ba;e ls",
    "y/a/b/;e",
    "}e",
    "/unfinished",
    "s/a/b",
    "s\na\nb\ne",
    "x y",
    "v",
    "F",
    "p p",
  ];
  for (const script of scripts) {
    assert.equal(filesOfSedScript(script), undefined, script);
  }
});

Deno.test("the files that a script inserts are named", () => {
  assert.deepEqual(filesOfSedScript("3r a b.txt\n/x/R c;d\np"), [
    "a b.txt",
    "c;d",
  ]);
});

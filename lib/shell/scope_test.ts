import assert from "node:assert/strict";
import { parse } from "./mod.ts";

/** The directories in which the last command of a line may run. */
function places(text: string, directory = "/p"): readonly string[] {
  const last = parse(text, { directory }).commands.at(-1)!;
  const { directories = [] } = last;
  assert.equal(
    last.directory,
    directories.length === 1 ? directories[0] : undefined,
    text,
  );
  return directories;
}

Deno.test("a literal cd is followed where it must have worked", () => {
  const certain: readonly (readonly [string, string])[] = [
    ["ls", "/p"],
    ["cd a && ls", "/p/a"],
    ["cd a && cd b && ls", "/p/a/b"],
    ["cd ../q && ls", "/q"],
    ["cd /a//b/./../c/ && ls", "/a/c"],
    ["cd -- a && ls", "/p/a"],
    ["cd -L a && ls", "/p/a"],
    ["cd 'a b' >/dev/null 2>&1 && ls", "/p/a b"],
    ["cd a || exit 1; ls", "/p/a"],
    ["cd a || { echo no; exit; }\nls", "/p/a"],
    ["! cd a || ls", "/p/a"],
    ["if cd a; then ls; fi", "/p/a"],
    ["if ! cd a; then exit; fi; ls", "/p/a"],
    ["{ cd a && ls; }", "/p/a"],
    ["(cd a && ls)", "/p/a"],
    ["command cd a && ls", "/p/a"],
    ["builtin cd a && ls", "/p/a"],
    ["time cd a && ls", "/p/a"],
    ["A=a; cd $A && ls", "/p/a"],
    ["bash -c 'cd a && ls'", "/p/a"],
    ["cd a && bash -c 'ls'", "/p/a"],
    ["cd a && echo $(ls)", "/p/a"],
    ["cd /p; ls", "/p"],
    ["for x in 1 2; do cd /a && ls; done", "/a"],
    ["env -C a ls", "/p/a"],
    ["sudo -D /a ls", "/a"],
  ];
  for (const [text, place] of certain) {
    assert.deepEqual(places(text), [place], text);
  }
});

Deno.test("a cd does not leak out of where it was done", () => {
  for (
    const text of [
      "(cd a); ls",
      "cd a | cat; ls",
      "cd a & ls",
      "echo $(cd a); ls",
      "bash -c 'cd a'; ls",
      "env cd a; ls",
      "/usr/bin/cd a; ls",
      "f() { cd a; }; ls",
      "find . -exec cd a \\; ; ls",
      "cd a || ls",
    ]
  ) assert.deepEqual(places(text), ["/p"], text);
});

Deno.test("a cd that may have failed leaves both directories", () => {
  assert.deepEqual(places("cd a; ls"), ["/p/a", "/p"]);
  assert.deepEqual(places("cd a\nls"), ["/p/a", "/p"]);
  assert.deepEqual(places("cd a; cd b; ls"), [
    "/p/a/b",
    "/p/b",
    "/p/a",
    "/p",
  ]);
  assert.deepEqual(places("cd a && x; ls"), ["/p/a", "/p"]);
  assert.deepEqual(places("cd a && x || ls"), ["/p", "/p/a"]);
  assert.deepEqual(places("if x; then cd a; fi; ls"), ["/p/a", "/p"]);
  assert.deepEqual(places("case $1 in x) cd /a ;; esac; ls"), ["/p", "/a"]);
  assert.deepEqual(places("{ cd a; } > b; ls"), ["/p/a", "/p"]);
  assert.deepEqual(places('cd "$(mktemp -d)"; ls'), [
    "/tmp/tmp.XXXXXXXXXX",
    "/p",
  ]);
  assert.deepEqual(places('cd "$(mktemp -d)" && ls'), [
    "/tmp/tmp.XXXXXXXXXX",
    "/p",
  ]);
});

Deno.test("zsh runs the last part of a pipe in the shell itself", () => {
  assert.deepEqual(places("cat | cd a; ls"), ["/p", "/p/a"]);
});

Deno.test("a cd in a loop is followed while it leads to few places", () => {
  const found: readonly (readonly [string, readonly string[]])[] = [
    ["for x in 1 2; do (cd a && ls); done; ls", ["/p"]],
    ["for x in 1 2; do cd /a; done; ls", ["/p", "/a"]],
    ["for d in a b; do cd /p/$d; done; ls", ["/p", "/p/a", "/p/b"]],
    ["for d in /a /b; do cd $d && ls; done", ["/a", "/b"]],
    ["for x in 1 2; do cd a; done; ls", []],
    ["for x in 1 2; do cd /a; continue; cd /p; done; ls", []],
    ["for x in 1 2; do cd /a && break; cd /p; done; ls", []],
    ["while b; do cd /a; if c; then break; fi; cd /p; done; ls", []],
    ["while ls; do cd a; done; ls", []],
    ["X=cd; for x in 1 2; do $X a; done; ls", []],
    ["X=cd; for x in 1 2; do command $X a; done; ls", []],
    ["for x in 1; do for y in 2; do cd /a; done; done; ls", []],
  ];
  for (const [text, directories] of found) {
    const line = parse(text, { directory: "/p" });
    assert.deepEqual(line.opaque, [], text);
    const all = line.commands.filter(({ name }) => name?.value === "ls")
      .slice(text.endsWith("; ls") ? -1 : 0)
      .flatMap((command) => command.directories ?? []);
    assert.deepEqual([...new Set(all)], directories, text);
  }
});

Deno.test("the home directory is followed where it is known", () => {
  const place = (text: string) =>
    parse(text, { directory: "/p", home: "/h" }).commands.at(-1)!.directory;
  assert.equal(place("cd && ls"), "/h");
  assert.equal(place("cd ~ && ls"), "/h");
  assert.equal(place('cd "$HOME/a" && ls'), "/h/a");
  assert.equal(place("cd ~/a && ls"), "/h/a");
  for (
    const text of [
      "HOME=/x; cd && ls",
      "export HOME=/x; cd ~ && ls",
      "read HOME; cd ~ && ls",
      "cd ~root && ls",
      "cd '~' ~ && ls",
      "env HOME=/x bash -c 'cd ~ && ls'",
      "HOME=/x bash -c 'cd && ls'",
      "sudo bash -c 'cd ~ && ls'",
    ]
  ) assert.equal(place(text), undefined, text);
});

Deno.test("where a cd leads is unknown unless the text says so", () => {
  for (
    const text of [
      "cd; ls",
      "cd && ls",
      "cd - && ls",
      "cd ~ && ls",
      'cd "$HOME" && ls',
      "cd $(mktemp -d) && ls",
      "cd -P a && ls",
      "cd a b && ls",
      "cd a* && ls",
      "CDPATH=/x cd a && ls",
      "CDPATH=/x; cd a && ls",
      "pushd a && ls",
      "cd a && popd && ls",
      "for x in 1 2; do cd a; done; ls",
      "while ls; do cd a; done; ls",
      "find . -execdir ls \\;",
      "f() { ls; }",
    ]
  ) {
    const line = parse(text, { directory: "/p" });
    const open = line.opaque.length > 0 || places(text).length !== 1;
    assert.ok(open, text);
  }
  assert.deepEqual(parse("ls", {}).commands[0]!.directories, []);
  assert.equal(parse("cd /a && ls", {}).commands[1]!.directory, "/a");
});

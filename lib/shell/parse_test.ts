import assert from "node:assert/strict";
import { parse, type ParsedLine, type Word } from "./mod.ts";

function shown(word: Word | undefined): string {
  if (word === undefined) return "";
  return word.value ?? `<${word.text}>`;
}

function listed(line: ParsedLine): string[] {
  return line.commands.map((command) =>
    [command.name, ...command.arguments].map(shown).join(" ")
  );
}

function only(text: string) {
  const line = parse(text, { directory: "/p" });
  assert.deepEqual(line.opaque, [], text);
  assert.equal(line.commands.length, 1, text);
  return line.commands[0]!;
}

Deno.test("parse() reports commands in the order in which they appear", () => {
  const text =
    'a $(b "$(c)") | d > $(e); if f; then g; fi & h `i` <<X\n$(j)\nX';
  const names = parse(text, {}).commands.map(({ name }) => name?.value);
  assert.deepEqual(names, [..."abcdefghij"]);
});

Deno.test("parse() gives words as the program receives them", () => {
  const values: readonly (readonly [string, string | undefined, boolean])[] = [
    [`r''m`, "rm", false],
    [`"a"'b'\\c$'\\x64'`, "abcd", false],
    [`"a \\"b\\" \\$c"`, 'a "b" $c', false],
    ["$HOME", undefined, false],
    ['"${HOME}/a"', undefined, false],
    ["~/a", undefined, false],
    ["'~/a'", "~/a", false],
    ["a=~/b", undefined, false],
    ["--a=~/b", undefined, false],
    ["*.ts", undefined, true],
    ["a?[b-d]", undefined, true],
    ["'*'.ts", "*.ts", false],
    ["\\*", "*", false],
    ["*$a", undefined, false],
    ["{a,b}", undefined, false],
    ["a{1..3}", undefined, false],
    ["{}", "{}", false],
    ["HEAD@{1}", "HEAD@{1}", false],
    ["$(a)", undefined, false],
    ['$"a"', undefined, false],
    ["$'\\u00e9'", undefined, false],
    ["é", "é", false],
    ["''", "", false],
  ];
  for (const [text, value, glob] of values) {
    const [word] = parse(`x ${text}`, {}).commands[0]!.arguments;
    const { splits: _, ...plain } = word!;
    assert.deepEqual(plain, { text, value, glob }, text);
  }
});

Deno.test("parse() gives the variables set for a command", () => {
  const { assignments } = only("A=1 B='b c' C=$x env D=4 E=\"$y\" a");
  assert.deepEqual(
    assignments.map(({ name, value }) => `${name}=${shown(value)}`),
    ["A=1", "B=b c", "C=<$x>", "D=4", 'E=<"$y">'],
  );
  const exported = only("export A=1 B");
  assert.deepEqual(exported.assignments.map(({ name }) => name), ["A"]);
  assert.deepEqual(exported.arguments.map(shown), ["A=1", "B"]);
  const inner = only("A=1 bash -c 'B=2 a'");
  assert.deepEqual(inner.assignments.map(({ name }) => name), ["A", "B"]);
});

Deno.test("parse() gives redirects, and those of the groups around", () => {
  const { redirects } = only("a 2>&1 >|b {c}<>d &>>e <<<'f'");
  assert.deepEqual(
    redirects.map(({ descriptor, operator, target }) =>
      [descriptor, operator, shown(target)].join(" ")
    ),
    ["2 >& 1", " >| b", "{c} <> d", " &>> e", " <<< f"],
  );
  const grouped = parse("{ a; (b > c); } > d", { directory: "/p" });
  assert.deepEqual(
    grouped.commands.map((one) =>
      one.redirects.map(({ target }) => target.value)
    ),
    [["d"], ["d", "c"]],
  );
  assert.equal(only("> a").name, undefined);
  assert.equal(only("[[ a ]] > b").redirects.length, 1);
  assert.equal(only("for x in a; do :; done > b").redirects.length, 1);
});

Deno.test("parse() gives the text of here-documents", () => {
  const body = (text: string) => only(text).redirects[0]!.body?.value;
  assert.equal(body("a <<'X'\n$b `c`\nX"), "$b `c`\n");
  assert.equal(body("a <<X\nb\nX"), "b\n");
  assert.equal(body("a <<-X\n\tb\n\t\tc\n\tX"), "b\nc\n");
  assert.equal(body("a <<X\n$b\nX"), undefined);
  assert.equal(body("a <<X\nb \\\nc\nX"), undefined);
  assert.equal(
    body("a <<X\n'\\n' \\\\ \\$x \\`b\\` $.\nX"),
    "'\\n' \\ $x `b` $.\n",
  );
  for (
    const odd of ["$x", "\\\\$x", "$1", "$'b'", "$$", "${b}"]
  ) {
    assert.equal(body(`a <<X\n\\n ${odd}\nX`), undefined, odd);
  }
  assert.equal(body("a <<< 'b c'"), "b c\n");
});

Deno.test("parse() tells where a redirect of a group leads", () => {
  const targets = (text: string) =>
    parse(text, { directory: "/p" }).commands.map(({ redirects }) =>
      redirects[0]?.target.value
    );
  assert.deepEqual(targets("{ cd a; } > b"), ["b"]);
  assert.deepEqual(targets("{ cd a && ls; } > b"), ["b", "/p/b"]);
  assert.deepEqual(targets("{ cd a && ls; } > /b"), ["/b", "/b"]);
  assert.deepEqual(targets("{ cd a && ls; } 2>&1"), ["1", "1"]);
  assert.deepEqual(targets("env -C a ls > b"), ["/p/b"]);
  assert.deepEqual(targets("bash -c 'cd a && ls' > b"), ["b", "/p/b"]);
  assert.deepEqual(targets("{ cd $a && ls; } > b"), ["b", "/p/b"]);
});

Deno.test("parse() tells how a command comes to run", () => {
  const contexts = (text: string) =>
    parse(text, {}).commands.at(-1)!.contexts.join(" ");
  assert.equal(contexts("a"), "top");
  assert.equal(contexts("a && b"), "top");
  assert.equal(contexts("a | b"), "top pipe");
  assert.equal(contexts("(a)"), "top subshell");
  assert.equal(contexts("if a; then b; fi"), "top conditional");
  assert.equal(contexts("case a in b) c ;; esac"), "top conditional");
  assert.equal(contexts("while a; do b; done"), "top loop");
  assert.equal(contexts("f() { a; }"), "top function");
  assert.equal(contexts("a &"), "top background");
  assert.equal(
    contexts("a | (b $(env c) &)"),
    [
      "top pipe subshell background substitution wrapped",
    ].join(),
  );
});

Deno.test("parse() tells where input comes from", () => {
  const input = (text: string) => parse(text, {}).commands.at(-1)!.input;
  assert.equal(input("a"), "inherited");
  assert.equal(input("a | b"), "pipe");
  assert.equal(input("a | { b; }"), "pipe");
  assert.equal(input("a | timeout 5 b"), "pipe");
  assert.equal(input("a | xargs b"), "inherited");
  assert.equal(input("a < b"), "file");
  assert.equal(input("a | b < c"), "file");
  assert.equal(input("{ a; } < b"), "file");
  assert.equal(input("a <<< b"), "text");
  assert.equal(input("a <<X\nX"), "text");
  assert.equal(input("a 3< b"), "inherited");
});

Deno.test("parse() never lets a name stand for something else", () => {
  for (
    const text of [
      "ls() { rm -rf /; }; ls",
      "function ls { rm -rf /; }; ls",
      "alias ls='rm -rf /'\nls",
      "hash -p /tmp/x ls; ls",
      "enable -f ./x.so ls; ls",
      "$a ls",
      "${a}ls",
      "*/ls",
      "{ls,x}",
      "ls${x@P}",
      "eval ls",
      ". ./ls",
      "trap ls EXIT",
    ]
  ) assert.notDeepEqual(parse(text, {}).opaque, [], text);
});

Deno.test("parse() refuses a line that is too long to be judged", () => {
  const reasons = (text: string) =>
    parse(text, {}).opaque.map(({ reason }) => reason);
  assert.deepEqual(reasons("a;".repeat(40)), []);
  assert.deepEqual(reasons("a;".repeat(41)), ["more than 40 commands"]);
  assert.deepEqual(reasons(`a ${"b".repeat(9998)}`), []);
  assert.deepEqual(reasons(`a ${"b".repeat(9999)}`), [
    "more than 10,000 characters",
  ]);
});

Deno.test("parse() refuses text with errors, at any depth", () => {
  for (
    const text of [
      "a |",
      "a $(b |)",
      'a "$(b `c |`)"',
      "bash -c 'a |'",
      "bash <<X\na |\nX",
      "a <<X\n$(b |)\nX",
      "if a; then b",
      "a 'b",
      "a <<X\nb",
    ]
  ) assert.notDeepEqual(parse(text, {}).opaque, [], text);
});

Deno.test("parse() follows a variable only where its value is certain", () => {
  const words = (text: string) => listed(parse(text, {})).at(-1);
  assert.equal(words("S=/t; a $S/b"), "a /t/b");
  assert.equal(words('S="a b"; a "$S" "${S}c"'), "a a b a bc");
  assert.equal(words('S=1 && T="$S"2 && a "$T"'), "a 12");
  const uncertain = [
    'S="a b"; a $S',
    "S='*'; a $S",
    "S=1 a $S",
    "a && S=1; a $S",
    "if b; then S=1; fi; a $S",
    "(S=1); a $S",
    "S=1 | b; a $S",
    "S=1 & a $S",
    "for x in 1; do S=1; done; a $S",
    "S=1; read S; a $S",
    "S=1; read -rS; a $S",
    "S=1; printf -v S 2; a $S",
    "S=1; unset S; a $S",
    "S=1; ((S++)); a $S",
    "S=1; S+=2; a $S",
    "S[0]=1; a $S",
    "S=1; a ${S:=2} $S",
    "S=1; exec {S}>f; a $S",
    "S=$(b); a $S",
    "S=~; a $S",
    "S=1; declare -r T=1 S=2; a $S",
    "S=1; readonly S; S=2; a $S",
    "readonly S=1; S=2; a $S",
    "for x in 1 2; do a $S; S=1; done; a $S",
    "while a; do S=1; a $S; done; S[0]=2; a $S",
    "for S in 1 $x; do a $S; done",
    "for S; do a $S; done",
    "for S in 'a b'; do a $S; done",
    "for S in *; do a $S; done",
    "S=1; for x in 1 2; do a; S=2; done; a $S",
    "S=1; command export S=2; a $S",
    'S=1; export "S=2"; a $S',
    "S=1; S=2 a; a $S",
    "S=$(mktemp -d)/x; a $S",
    "S=$(mktemp -u); a $S",
    "S=$(mktemp -d x.XXX); a $S",
    "S=$(mktemp -d | b); a $S",
    "S=$(mktemp -d > f); a $S",
    "S=$(pwd); a $S",
    "S=$(pwd -P); a $S",
    "S=$(basename $T); a $S",
    "S=$(basename -a x y); a $S",
    "S=ab; a ${S#?}",
    "S=ab; a ${S#[a]}",
    'S=ab; a ${S%"b"}',
    "S=ab; a ${S/a/b}",
    "S=; a ${S:-b}",
    "S=ab; a ${!S}",
    "S=ab; a ${S[0]}",
    "S=ab; a ${S@Q}",
    "S=ab; a ${#S}",
    "S=1 > b; a $S",
    "SECONDS=1; a $SECONDS",
    "path=1; a $path",
    "S=1; bash -c 'a $S'",
    "S=1; a ${#S}",
  ];
  for (const text of uncertain) {
    const last = parse(text, {}).commands.at(-1)!;
    const dynamic = last.arguments.at(-1)?.value;
    assert.equal(dynamic, undefined, text);
  }
});

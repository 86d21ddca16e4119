import assert from "node:assert/strict";
import { parse } from "./mod.ts";

/** What the calls of `a` in a line are given, dynamic words in brackets. */
function given(text: string): string[] {
  const line = parse(text, { directory: "/p", home: "/h" });
  assert.deepEqual(line.opaque, [], text);
  return line.commands.filter(({ name }) => name?.value === "a").map((one) =>
    one.arguments.map(({ value, glob, text }) =>
      value ?? (glob ? `*:${text}` : `<${text}>`)
    ).join(" ")
  );
}

function check(cases: readonly (readonly [string, readonly string[]])[]): void {
  for (const [text, expected] of cases) {
    assert.deepEqual(given(text), expected, text);
  }
}

Deno.test("a variable is followed through the line", () => {
  check([
    ["S=1; S=2; a $S", ["2"]],
    ["S=/t; T=$S/x; a $T/y", ["/t/x/y"]],
    ["export S=/t && a $S", ["/t"]],
    ["export S=/t T=b; a $S/$T", ["/t/b"]],
    ["readonly S=1; a $S", ["1"]],
    ["S=1; export S; a $S", ["1"]],
    ["declare S=1; a $S", ["1"]],
    ["S=1; (a $S; S=2; a $S); a $S", ["1", "2", "1"]],
    ["S=1; { S=2; }; a $S", ["2"]],
    ["S=1; a $(S=2; a $S) $S", ["<$(S=2; a $S)> 1", "2"]],
    ["S=1; S=2 & a $S", ["1"]],
    ["bash -c 'S=1; a $S'", ["1"]],
    ["S=1; bash -c 'a $S'", ["<$S>"]],
    ["S=1; if a; then :; fi; a $S", ["", "1"]],
  ]);
});

Deno.test("a variable with several values is read with each of them", () => {
  check([
    ["S=1; if b; then S=2; fi; a $S", ["2", "1"]],
    ["S=1; b && S=2; a $S", ["2", "1"]],
    ["case $x in y) S=1;; *) S=2;; esac; a $S", ["<$S>"]],
    ["S=0; case $x in y) S=1;; z) S=2;; esac; a $S", ["0", "1", "2"]],
    ["S=1; b | S=2; a $S", ["1", "2"]],
    ["for S in x y; do a $S.go; done", ["x.go", "y.go"]],
    ["for S in x y; do a $S ${S}z; done", ["x xz", "y yz"]],
    [
      "for S in x y; do for T in 1 2; do a $S$T; done; done",
      ["x1", "x2", "y1", "y2"],
    ],
    ["for S in x y; do T=$S.c; a $T; done", ["x.c", "y.c"]],
    ["for S in {1..3}; do a $S; done", ["1", "2", "3"]],
    ["for S in x y; do a $S | b; done; a $S", ["x", "y", "<$S>"]],
    ['for S in /x/*.go; do a "$S"; done', ["*:/x/*.go"]],
    ['for S in pkg/*/; do a "$S"x.go; done', ["*:pkg/*/x.go"]],
    ['for S in pkg/*/; do a "${S}x"*; done', ["*:pkg/*/x*"]],
    ['for S in *.go; do T="$S"; a "$T"; done', ["*:*.go"]],
    ['for S in ~/x ~/y; do a "$S"; done', ["/h/x", "/h/y"]],
  ]);
});

Deno.test("a loop goes through the elements of an array", () => {
  check([
    ['S=(x y); for T in "${S[@]}"; do a $T; done', ["x", "y"]],
    ['S=(x *.go); for T in "${S[@]}"; do a "$T"; done', ["x", "*:*.go"]],
    ['S=(x); S=y; for T in "${S[@]}"; do a $T; done', ["<$T>"]],
    ['S=(x); S+=(y); for T in "${S[@]}"; do a $T; done', ["<$T>"]],
    ['S=(x); S[1]=y; for T in "${S[@]}"; do a $T; done', ["<$T>"]],
    ['S=([1]=x); for T in "${S[@]}"; do a $T; done', ["<$T>"]],
    ['S=(x $y); for T in "${S[@]}"; do a $T; done', ["<$T>"]],
    ['S=(x); read S; for T in "${S[@]}"; do a $T; done', ["<$T>"]],
    ['for T in "${S[@]}"; do a $T; done; S=(x)', ["<$T>"]],
    [
      'S=(x); for U in 1 2; do for T in "${S[@]}"; do a $T; done; S=(y); done',
      ["<$T>"],
    ],
    ['S=(x); b && S=(y); for T in "${S[@]}"; do a $T; done', ["y", "x"]],
  ]);
});

Deno.test("too many values are none", () => {
  const many = Array.from({ length: 30 }, (_, index) => index).join(" ");
  assert.deepEqual(given(`for S in ${many}; do a $S; done`), ["<$S>"]);
  const [some] = given(
    "for S in 1 2 3 4 5 6; do for T in 1 2 3 4 5 6; do a $S $T; done; done",
  );
  assert.match(some!, /<\$/);
});

Deno.test("a line may be read many times, but not hold many commands", () => {
  const values = Array.from({ length: 20 }, (_, index) => index).join(" ");
  const some = `for S in ${values}; do ${"a $S; ".repeat(5)} done`;
  assert.equal(given(some).length, 100);
  const more = `for S in ${values}; do ${"a $S; ".repeat(25)} done`;
  assert.notDeepEqual(parse(more, {}).opaque, []);
});

Deno.test("a glob keeps what is known around it", () => {
  check([
    ["S=/t; a $S/*.go", ["*:/t/*.go"]],
    ['S=/t; a "$S"/*.go "$S/x"/*', ["*:/t/*.go *:/t/x/*"]],
    ["a ~/x/*.go", ["*:/h/x/*.go"]],
    ['S="a b"; a "$S"/*.go', ['<"$S"/*.go>']],
    ["S='[x'; a \"$S\"]*", ['<"$S"]*>']],
    ["S=*.go; a $S", ["<$S>"]],
    ['S=*.go; a "$S"', ["*.go"]],
  ]);
});

Deno.test("plain expansions are worked out", () => {
  check([
    ["S=x/y.tar.gz; a ${S%.gz} ${S%.x}", ["x/y.tar x/y.tar.gz"]],
    ["S=x/y/z; a ${S##*/} ${S#*/} ${S%/*} ${S%%/*}", ["z y/z x/y x"]],
    ["S=x; a ${S:-y} ${S-y}", ["x x"]],
    ["S=x/y.go; a $(basename $S .go) $(dirname $S)", ["y x"]],
    ['S=/y; a "$(dirname "$S")" $(basename "$S")', ["/ y"]],
    ["a $(pwd)/x $PWD/y", ["/p/x /p/y"]],
    ["cd b && a $(pwd) $PWD", ["/p/b /p/b"]],
    ["cd b; a $PWD", ["/p/b", "/p"]],
    ["cd $X && a $PWD", ["<$PWD>"]],
    ["PWD=/x; a $PWD", ["<$PWD>"]],
    ["a ~ ~/x $HOME ${HOME}/y", ["/h /h/x /h /h/y"]],
    ["a x=~/y --z=~/y", ["<x=~/y> <--z=~/y>"]],
    ["HOME=/x; a ~ $HOME", ["<~> <$HOME>"]],
    ["for x in 1 2; do a ~; HOME=/x; done", ["<~>"]],
  ]);
});

Deno.test("a name that mktemp makes up is a scratch file, or nothing", () => {
  check([
    ["S=$(mktemp -d) && a $S/x", ["/tmp/tmp.XXXXXXXXXX/x"]],
    ['S="$(mktemp)"; a "$S"', ["/tmp/tmp.XXXXXXXXXX", ""]],
    ['S=$(mktemp); a "$S/x"', ["/tmp/tmp.XXXXXXXXXX/x", "/x"]],
    ["a $(mktemp -dt x.XXX)", ["<$(mktemp -dt x.XXX)>"]],
    ["a $(mktemp -d -t x.XXX)", ["/tmp/tmp.XXXXXXXXXX"]],
    ["a $(mktemp /tmp/x.XXXX)", ["/tmp/tmp.XXXXXXXXXX"]],
    ["a $(mktemp x.XXXX)", ["<$(mktemp x.XXXX)>"]],
    ["a $(mktemp /tmp/../x.XXXX)", ["<$(mktemp /tmp/../x.XXXX)>"]],
    ['a "$(mktemp)/x"', ['<"$(mktemp)/x">']],
    ["S=$(mktemp) T=$(which b) && a $S", ["/tmp/tmp.XXXXXXXXXX", ""]],
    ["S=$(mktemp) T=`c` && a $S", ["/tmp/tmp.XXXXXXXXXX", ""]],
    ['export S=$(mktemp) && a "$S/x"', ["/tmp/tmp.XXXXXXXXXX/x", "/x"]],
    ["S=$(mktemp) T=$S; a $T", ["<$T>"]],
    ["S=$(mktemp) T=$S && a $T", ["/tmp/tmp.XXXXXXXXXX"]],
    ["a $(mktemp -d 2>/dev/null)", ["/tmp/tmp.XXXXXXXXXX"]],
  ]);
});

Deno.test("parse() tells the variables that loops and expansions set", () => {
  const line = parse("for A in 1; do select B in 2; do :; done; done", {});
  assert.deepEqual(line.sets, ["A", "B"]);
  assert.deepEqual(parse(": ${C:=1} ${D=2} ${E-3}", {}).sets, ["C", "D"]);
  const { lists } = parse('V=x; for A in $V "$W"; do :; done', {});
  assert.deepEqual(lists.map(({ value }) => value), ["x", undefined]);
});

Deno.test("parse() tells the words that the shell may cut into several", () => {
  const splits = (word: string) =>
    parse(`V=/t; a ${word}`, {}).commands[1]!.arguments[0]!.splits === true;
  for (
    const word of [
      "$X",
      "x$X",
      '"x"$X"y"',
      "${X}",
      "$(b)",
      "`b`",
      '"$@"',
      '"${X[@]}"',
      '"${@:2}"',
      "{a,$V}",
      "x${X:-b}",
    ]
  ) assert.equal(splits(word), true, word);
  for (
    const word of [
      '"$X"',
      '"$(b $X)"',
      "$V",
      "$V/x",
      "$#",
      "$((1+2))",
      "'$X'",
      "\\$X",
      "*.go",
      '"${X[*]}"',
    ]
  ) assert.equal(splits(word), false, word);
});

Deno.test("a path of which the place is known stands for itself, or nothing", () => {
  check([
    ["a $(which b) $(command -v c)", ["/usr/bin/b /usr/bin/c"]],
    ["a $(which -a b) $(which b c)", ["<$(which -a b)> <$(which b c)>"]],
    ["a $(which ../b)", ["<$(which ../b)>"]],
    ["a $(which b)/../x", ["<$(which b)/../x>"]],
    ['S=$(which b); a "$S/x"', ["/usr/bin/b/x", "/x"]],
    ["S=$(go env GOMODCACHE) && a $S/x", ["/h/go/pkg/mod/x"]],
    ["a $(go env GOFLAGS)", ["<$(go env GOFLAGS)>"]],
    ["a $(git rev-parse --show-toplevel)", [
      "<$(git rev-parse --show-toplevel)>",
    ]],
  ]);
  const top = (text: string, repository: string) =>
    parse(text, { directory: "/p/q", repository }).commands.at(-2)!
      .arguments[0]!.value;
  const line = "a $(git rev-parse --show-toplevel)";
  assert.equal(top(line, "/p"), "/p");
  assert.equal(top(line, "/p/q"), "/p/q");
  assert.equal(top(line, "/p/q/r"), undefined);
  assert.equal(top(`cd .. && ${line}`, "/p/q"), undefined);
  assert.equal(top(`cd x; ${line}`, "/p/q"), "/p/q");
});

Deno.test("what would be read without end is refused", () => {
  const values = Array.from({ length: 20 }, (_, index) => index).join(" ");
  const loop = `for x in ${values}; do (`;
  const deep = loop.repeat(6) + "a $x | b" + ") | a $x; done".repeat(6);
  assert.notDeepEqual(parse(deep, {}).opaque, []);
  const double = "x=aaaa; " + 'x="$x$x"; '.repeat(20) + 'a "$x"';
  assert.deepEqual(given(double), ['<"$x">']);
});

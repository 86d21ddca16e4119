import assert from "node:assert/strict";
import { parse, type Word } from "./mod.ts";

/** A word as its value, its pattern, or what it looks like. */
function shown({ value, glob, text, like, splits }: Word): string {
  if (value !== undefined) return value;
  if (glob) return `*:${text}`;
  if (like === undefined) return splits ? "<words>" : "<word>";
  const { kind, sample, firm, pattern } = like;
  if (kind === "files") return `files:${pattern}`;
  return `${kind}${firm ? "" : "?"}:${sample}`;
}

/** What the calls of `a` in a line are given. */
function given(text: string): string[] {
  const line = parse(text, { directory: "/p", home: "/h" });
  assert.deepEqual(line.opaque, [], text);
  return line.commands.filter(({ name }) => name?.value === "a")
    .map((one) => one.arguments.map(shown).join(" "));
}

function check(cases: readonly (readonly [string, readonly string[]])[]): void {
  for (const [text, expected] of cases) {
    assert.deepEqual(given(text), expected, text);
  }
}

Deno.test("a number is one, whatever it is", () => {
  check([
    ["a $$ $# $? $((1 + 2)) ${#x}", [
      "number:10007 number:10007 number:10007 number:10007 number:10007",
    ]],
    ['a x-$$.log "$?%"', ["number:x-10007.log number:10007%"]],
    ["a $(date +%s)", ["number:10007"]],
    ["N=$(date +%s); a $N b-$N", ["number:10007 number:b-10007"]],
    ["N=$(wc -l < b) && a $N", ["number:10007"]],
    ["N=$(wc -l < b); a $N c", ["number:10007 c", "c"]],
    ['N=$(wc -l < b); a "$N" c', ["number:10007 c", " c"]],
    ["a $(wc -l < b) c", ["number?:10007 c", "c"]],
    ["a $(grep -c x b)", ["number?:10007", ""]],
    ["a $(grep -c x b c)", ["<words>"]],
    ["a $(grep -n x b | head -1 | cut -d: -f1)", ["number?:10007", ""]],
    ["a $(grep -n x b | cut -d: -f1)", ["<words>"]],
    ["a $(grep -n x b c | head -1 | cut -d: -f1)", ["<words>"]],
    ["a $(grep -n x *.c | head -1 | cut -d: -f1)", ["<words>"]],
    ["a $(grep -rn x b | head -1 | cut -d: -f1)", ["<words>"]],
    ["a $(grep -n -A1 x b | head -1 | cut -d: -f1)", ["<words>"]],
    ['a "$(seq 3)"', ["<word>"]],
    ["a $(seq 3)", ["<words>"]],
    ["for N in $(seq 3); do a $N; done", ["number:10007"]],
    ["a $(wc -l b)", ["<words>"]],
    ["a $(date +%s; b)", ["<words>"]],
    ["a $(date +%s &)", ["<words>"]],
    ["a $(date +%s 2>&1)", ["<words>"]],
    ["a $(X=1 date +%s)", ["<words>"]],
    ["a $(date +%s | b)", ["<words>"]],
  ]);
});

Deno.test("a number stays one through a loop that only counts", () => {
  check([
    ["N=0; while b; do a $N; N=$((N + 1)); done", ["number:10007"]],
    ["N=0; while b; do a $N; N=$(c); done", ["<words>"]],
    ["while b; do a $N; N=$((1 + 1)); done", ["<words>"]],
    ["N=x; for M in 1 2; do a $N; N=1; done", ["<words>"]],
  ]);
});

Deno.test("a job is one that the shell started, and nothing else", () => {
  check([
    ["b & a $!", ["job?:10007", ""]],
    ["b & J=$!; a $J", ["job:10007", ""]],
    ["b & J=$!; a 1$J -$J", ["number:110007 number:-10007", "1 -"]],
    ["b & J=$!; J=$(c); a $J", ["<words>"]],
    ["b & J=$!; J+=1; a $J", ["<words>"]],
  ]);
});

Deno.test("names of commits and branches are plain names", () => {
  check([
    ["a $(git merge-base x y)..z", ["name?:c0ffee1..z", "..z"]],
    ["a $(git rev-parse HEAD)", ["name?:c0ffee1/b0a7", ""]],
    ["a $(git rev-parse --verify -q HEAD^)", ["name?:c0ffee1/b0a7", ""]],
    ["a $(git rev-parse --git-dir)", ["<words>"]],
    ["a $(git rev-parse -- HEAD)", ["<words>"]],
    ["a $(git branch --show-current)", ["name?:c0ffee1/b0a7", ""]],
    ["a $(git log -1 --format=%H)", ["name?:c0ffee1", ""]],
    ["a $(git log --format=%H)", ["<words>"]],
    ["a $(git log -1 --format=%s)", ["<words>"]],
    ["a $(git log -1)", ["<words>"]],
    ["a $(git -C b log -1 --format=%H)", ["<words>"]],
    ["for C in $(git log --format=%h -3); do a $C; done", ["name:c0ffee1"]],
    ["git tag | while read -r T; do a $T; done", ["name:c0ffee1/b0a7"]],
  ]);
});

Deno.test("names of files fit where they are looked for", () => {
  check([
    ['a "$(find b -name "*.c" | head -1)"', ["*:b/**/*.c"]],
    ["a $(find b -name '*.c')", ["files:b/**/*.c"]],
    ["a $(find b -name '*.c' -o -name d)", ["files:b/**/*"]],
    ["a $(find b ! -name '*.c')", ["files:b/**/*"]],
    ["a $(find -type f)", ["files:./**/*"]],
    ["a $(find b -printf %f)", ["<words>"]],
    ["a $(find b -exec c {} +)", ["<words>"]],
    ["a $(find b -print0)", ["<words>"]],
    ["a $(find $b)", ["<words>"]],
    ["a $(ls b/)", ["files:*"]],
    ["a $(ls b)", ["<words>"]],
    ["for F in $(ls b); do a c/$F; done", ["*:c/*", "c/b"]],
    ["for F in $(ls -a b); do a c/$F; done", ["<words>"]],
    ['a "$(ls -t b/*.log | head -1)"', ["*:b/*.log"]],
    ["a $(git ls-files 'b/*.c')", ["files:b/**/*.c"]],
    ["a $(git diff --name-only HEAD~1)", ["files:**/*"]],
    ["a $(git diff --name-only --no-index b c)", ["<words>"]],
    ["a $(grep -rl x b --include='*.c')", ["files:b/**/*.c"]],
    ["a $(grep -l x b/*.c)", ["files:b/*.c"]],
    ["a $(rg -l x)", ["files:**/*"]],
    ["a $(find b | sed s/b/c/)", ["<words>"]],
    ['a "$(find b | head -1)/c"', ["<word>"]],
    ['a c/"$(find b | head -1)"', ["*:c/b/**/*"]],
  ]);
});

Deno.test("lines are followed into the loop that reads them", () => {
  const pattern = "*:b/**/*";
  check([
    ['find b | while read -r F; do a "$F"; done', [pattern]],
    ['find b | sort | while IFS= read -r F; do a "$F"; done', [pattern]],
    ['while read F; do a "$F"; done < <(find b)', [pattern]],
    ['while read F; do a "$F"; done <<< "$(find b)"', [pattern]],
    ["while read -r -d '' F; do a \"$F\"; done < <(find b -print0)", [pattern]],
    ["find b -print0 | while read -rd '' F; do a \"$F\"; done", [pattern]],
    ["find b | while read -r -d '' F; do a \"$F\"; done", ["<word>"]],
    ['find b -print0 | while read -r F; do a "$F"; done', ["<word>"]],
    ['find b | while read -r F; do a "$F"; F=c; done', ["<word>"]],
    ['find b | while read -r F G; do a "$G"; done', ["<word>"]],
    ['find b | while read -ra F; do a "$F"; done', ["<word>"]],
    ['find b |& while read -r F; do a "$F"; done', ["<word>"]],
    ['{ c; find b; } | while read -r F; do a "$F"; done', ["<word>"]],
    ['find b | while read -r F; do a "$F"; done < c', ["<word>"]],
    ['while read -r F; do a "$F"; done < c', ["<word>"]],
    ['find b | while read -r F; do :; done; a "$F"', ["<word>"]],
  ]);
});

Deno.test("what is taken off a name leaves a pattern", () => {
  check([
    ['for F in b/*.c; do a "${F%.c}.h" "${F%.*}.h"; done', ["*:b/*.h *:b/*.h"]],
    ['for F in b/*.c; do a "${F##*/}" "${F%/*}"; done', ["*:*.c b"]],
    ['for F in b/*/c; do a "${F%/*}/d"; done', ["*:b/*/d"]],
    ['for D in b/*/; do a "${D%/}"; done', ["*:b/*"]],
    ['for F in b/*.c; do a "$(basename "$F" .c)"; done', ["*:*"]],
    ['for F in b/*.c; do a "$(dirname "$F")/d"; done', ["b/d"]],
    ['for F in $(find b); do a "${F##*/}"; done', ["*:**/*"]],
    ['for F in b/*; do a "${F%.c}"; done', ["<word>"]],
    ['for F in b/*.c; do a "${F%%.*}" "${F#b/}"; done', ["<word> <word>"]],
    ['for F in /*; do a "${F%/*}/b"; done', ["<word>"]],
    ['for F in *; do a "${F%/*}/b"; done', ["<word>"]],
  ]);
});

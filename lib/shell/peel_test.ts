import assert from "node:assert/strict";
import { parse } from "./mod.ts";

/** Each wrapper, its payload, and the wrappers that are reported. */
const payloads: readonly (readonly [string, string, string])[] = [
  ["env a b", "a b", "env"],
  ["env - a", "a", "env"],
  ["env -S 'a b'", "a b", "env"],
  ["env '-SA=1 a b' c", "a b c", "env"],
  ["env --split-string='-i a  b'", "a b", "env"],
  ["env -S 'bash -c' a", "a", "env bash"],
  ["zsh -c a", "a", "zsh"],
  ["zsh -lc 'a b 2>&1'", "a b", "zsh"],
  ["bash -ilc 'a b'", "a b", "bash"],
  ["env -i -u A --unset=B -u C D=1 a -i", "a -i", "env"],
  ["/usr/bin/env a", "a", "env"],
  ["timeout 5 a", "a", "timeout"],
  ["timeout -k1 -sINT .5s a -k", "a -k", "timeout"],
  ["timeout --kill-after 1 --foreground 1h a", "a", "timeout"],
  ["gtimeout 5 a", "a", "gtimeout"],
  ["nice a", "a", "nice"],
  ["nice -n10 a", "a", "nice"],
  ["nice --adjustment=5 a", "a", "nice"],
  ["nice --5 a", "a", "nice"],
  ["nohup -- a", "a", "nohup"],
  ["stdbuf -oL -e0 a", "a", "stdbuf"],
  ["setsid -fw a", "a", "setsid"],
  ["ionice -c 2 -n7 a", "a", "ionice"],
  ["chrt -f 10 a", "a", "chrt"],
  ["taskset 0x3 a", "a", "taskset"],
  ["taskset -c 0-3,7 a", "a", "taskset"],
  ["busybox rm a", "rm a", "busybox"],
  ["caffeinate -di a", "a", "caffeinate"],
  ["\\time -p a", "a", "time"],
  ["command -p a", "a", "command"],
  ["builtin echo a", "echo a", "builtin"],
  ["exec -l a", "a", "exec"],
  ["sudo a", "a", "sudo"],
  ["sudo -nEu me -g us A=1 a -u", "a -u", "sudo"],
  ["sudo --user=me -- a", "a", "sudo"],
  ["doas -n a", "a", "doas"],
  ["xargs a", "a <…>", "xargs"],
  ["xargs -0rn1 -P 4 a b", "a b <…>", "xargs"],
  ["xargs -d '\\n' --max-args 1 a", "a <…>", "xargs"],
  ["xargs -I{} a b {} c{}", "a b <{}> <c{}>", "xargs"],
  ["xargs -I % a b {}", "a b {}", "xargs"],
  ["xargs -i a {}", "a <{}>", "xargs"],
  ["xargs --replace=X a X", "a <{}>", "xargs"],
  ["xargs -L1 -t timeout 5 a", "a <…>", "xargs timeout"],
  ["sudo env A=1 nice timeout 5 a", "a", "sudo env nice timeout"],
  ["bash -c a", "a", "bash"],
  ["bash -lc 'a b'", "a b", "bash"],
  ["bash -euxc 'a' name b", "a", "bash"],
  ["bash -o pipefail -c 'a'", "a", "bash"],
  ["/bin/sh -c 'a'", "a", "sh"],
  ["env A=1 bash -c 'timeout 5 sh -c \"a b\"'", "a b", "env bash timeout sh"],
  ["bash <<X\na b\nX", "a b", "bash"],
  ["bash -s x <<'X'\na\nX", "a", "bash"],
  ["bash - <<< a", "a", "bash"],
];

/** Calls that run something, or nothing, in ways that are not looked into. */
const refused: readonly string[] = [
  "env -Z a",
  "env --uns A a",
  "env $A a",
  "env A=$b a",
  'env "$A" a',
  "timeout a",
  "timeout $T a",
  "timeout --unknown 5 a",
  "nice -x a",
  "exec -a b a",
  "taskset -p 12",
  "chrt --idle a",
  "xargs -a file a",
  "xargs -p a",
  "xargs -P $N a",
  "xargs -I$X a",
  "xargs bash -c",
  "xargs env",
  "xargs -I{} bash -c 'a {}'",
  "xargs bash",
  "sudo -s a",
  "sudo -i",
  "sudo -e a",
  "sudo -U me -l",
  "doas -s",
  "find . -exec a",
  "find . -exec",
  'find . "$x" a \\;',
  "find . -ok",
  "bash",
  "bash --rcfile a -c b",
  "bash -O extglob -c a",
  'bash -c "$a"',
  'bash -c "a $b"',
  "bash $a",
  "bash /dev/stdin <<< a",
  "a | bash",
  "a | sudo sh",
  "bash < a",
  "bash <(a)",
  "bash <<X\n$a\nX",
  "{ bash; } <<< a",
  "zsh -c 'a ~'",
  "zsh -c 'a =b'",
  "zsh -c 'a *'",
  "zsh -c 'a $b'",
  "zsh -c 'a `b`'",
  "zsh -c '(a)'",
  "zsh -c '{ a }'",
  "zsh -c 'a > b'",
  "zsh -c 'a >| /dev/null'",
  "zsh -c 'a 2>&1x'",
  "zsh -c 'a # b'",
  "zsh -c 'a\\ b'",
  "zsh -c 'noglob a'",
  "zsh -c '- a'",
  "zsh -c 'chdir a'",
  "zsh -c 'a &'",
  "zsh -c 'a &| b'",
  "zsh -c 'a |& b'",
  "zsh <<< a",
  "zsh -f -c a",
  "chdir a",
  "bash -i",
  "bash -ic 'a !b'",
  "env -S 'a \"b\"'",
  "env -S 'a ${B}'",
  "env -S 'a\\_b'",
  "env -vS 'a b'",
  "env -i -S 'a b'",
  "fish -c a",
  "su -c a",
  "parallel a",
  "watch a",
  "script -c a",
  "flock a b",
  "chroot a b",
  "a | entr b",
];

/** Calls of wrappers and shells that run nothing else. */
const themselves: readonly string[] = [
  "env",
  "nice",
  "command -v a",
  "command -V a",
  "exec",
  "bash a.sh b",
  "bash -x a.sh",
  "bash --version",
  "./bash -c a",
  "/tmp/env a",
  "find . -name a",
];

Deno.test("what a wrapper runs is found exactly", () => {
  for (const [text, payload, wrappers] of payloads) {
    const { commands, opaque } = parse(text, {});
    const shown = commands.map((command) =>
      [command.name!, ...command.arguments]
        .map((word) => word.value ?? `<${word.text}>`).join(" ")
    );
    assert.deepEqual(opaque, [], text);
    assert.deepEqual(shown, [payload], text);
    assert.equal(commands[0]!.wrappers.join(" "), wrappers, text);
  }
});

Deno.test("a wrapper that is not understood is opaque", () => {
  for (const text of refused) {
    assert.notDeepEqual(parse(text, {}).opaque, [], text);
  }
});

Deno.test("a wrapper that runs nothing else is reported itself", () => {
  for (const text of themselves) {
    const { commands, opaque } = parse(text, {});
    assert.deepEqual(opaque, [], text);
    assert.deepEqual(
      commands.map(({ name, wrappers }) => [
        name?.value,
        wrappers,
      ]),
      [[text.split(" ")[0], []]],
      text,
    );
  }
});

Deno.test("find is reported with every program that it runs", () => {
  const text = "find a -exec b {} \\; -o -execdir env c x{} + -ok d {} +";
  const { commands, opaque } = parse(text, { directory: "/p" });
  assert.deepEqual(
    commands.map((command) => [
      command.name?.value,
      command.wrappers.join(" "),
      command.directory,
    ]),
    [
      ["find", "", "/p"],
      ["b", "find", "/p"],
      ["c", "find env", undefined],
    ],
  );
  // `x{} +` does not end an action.
  assert.deepEqual(opaque, []);
  assert.equal(commands[1]!.arguments[0]!.value, undefined);
});

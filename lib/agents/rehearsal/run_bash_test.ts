import assert from "node:assert/strict";
import { runBash } from "./run_bash.ts";

const run = (command: string, signal = new AbortController().signal) =>
  runBash(command, { directory: "/", environment: { WHO: "me" }, signal });

Deno.test("runBash gives the output of both streams and the exit code", async () => {
  const { output, code } = await run("pwd; echo $WHO >&2; exit 3");
  assert.deepEqual(output.trim().split("\n").sort(), ["/", "me"]);
  assert.equal(code, 3);
});

Deno.test("runBash runs the very text it is given", async () => {
  const command = `printf '%s|' "$0" '$1' "it's" 'a
b' \\\\; false`;
  const { output, code } = await run(command);
  assert.equal(output, "bash|$1|it's|a\nb|\\|");
  assert.equal(code, 1);
});

Deno.test("runBash gives no input", async () => {
  assert.deepEqual(await run("cat; echo over"), { output: "over\n", code: 0 });
});

Deno.test("runBash keeps characters whole that come in two parts", async () => {
  const command = "printf '\\xe6\\x97'; sleep 0.05; printf '\\xa5\\n'";
  assert.equal((await run(command)).output, "日\n");
});

Deno.test("runBash is ended by its signal", async () => {
  const ended = new AbortController();
  const result = run("sleep 600", ended.signal);
  ended.abort();
  assert.notEqual((await result).code, 0);
});

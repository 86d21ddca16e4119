import assert from "node:assert/strict";
import { cellWidth, screenRows } from "../agents/mod.ts";
import { secretCommands } from "../../test/harness/secret_commands.ts";
import { maskScreen } from "./mask_screen.ts";

const r = (text: string, times: number) => text.repeat(times);

Deno.test("maskScreen() hides what is secret, in many shapes", () => {
  const cases: [string, string][] = [
    [`ghp_${r("a1", 18)}`, "a1a1"],
    [`github_pat_${r("Z9", 20)}`, "Z9Z9"],
    [`glpat-${r("x2", 10)}`, "x2x2"],
    [`xoxb-123456789012-${r("k3", 10)}`, "k3k3"],
    [`sk-ant-api03-${r("q-7", 20)}`, "q-7q"],
    [`sk_live_${r("d4", 12)}`, "d4d4"],
    [`AIza${r("S5_", 12)}`, "S5_S"],
    [`AKIA${r("A1B2", 4)}`, "A1B2"],
    [`npm_${r("n6", 18)}`, "n6n6"],
    [`hf_${r("hT", 17)}`, "hThT"],
    [`eyJ${r("b7", 9)}.eyJ${r("c8", 9)}.${r("d9", 9)}`, "c8c8"],
    [`123456789:${r("AAf-", 9)}`, "AAf-"],
    ["https://dev:hunter22@example.com/r", "hunter22"],
    ["postgres://app:s3cr%40t@db:5432/x", "s3cr"],
    ["redis://:pa55@cache:6379", "pa55"],
    ["https://api.example.com/v1?api_key=abc123&x=1", "abc123"],
    ["https://a.example.com/?X-Amz-Signature=0f1e2d3c", "0f1e2d"],
    ["curl -H 'Authorization: Bearer abcdefgh'", "abcdefgh"],
    ["curl -H 'X-Api-Key: 12ab34'", "12ab34"],
    ["Cookie: session=opensesame; theme=dark", "opensesame"],
    ['{"password": "correct horse"}', "correct"],
    ['{\\"token\\":\\"zz-top\\"}', "zz-top"],
    ["DB_PASSWORD=hunter2 npm start", "hunter2"],
    ["export SECRET_KEY='not this'", "not this"],
    ["client_secret: abc-def", "abc-def"],
    ["AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI", "wJalr"],
    ["x --password hunter2 y", "hunter2"],
    ["x --token=hunter2", "hunter2"],
    ["password: 密码hunter2 🔑key", "hunter2"],
    ["curl -u dev:hunter22 x", "hunter22"],
    ["mysql -uroot -phunter22 db", "hunter22"],
    ["git config user.email jo.doe+x@mail.example.org", "jo.doe"],
    [`deploy ${r("0a1b2c3d", 5)}`, "0a1b2c3d"],
    [`value ${r("Ab3+", 10)}==`, "Ab3+"],
  ];
  for (const [text, secret] of cases) {
    for (const frame of [text, `│ ${text} │`, `\x1b[1m❯ ${text}\x1b[0m`]) {
      const masked = maskScreen(frame);
      assert.ok(!masked.includes(secret), `${frame} → ${masked}`);
      assert.equal(cellWidth(plain(masked)), cellWidth(plain(frame)), frame);
    }
  }
});

const plain = (text: string) => screenRows(text)[0]?.text ?? "";

Deno.test("maskScreen() leaves what a dialog is made of", () => {
  const screen = [
    "╭──────────────────────────────────────────────────╮",
    "│ Bash command                                     │",
    "│   npm test -- --watch=false src/auth/token.test.ts │",
    "│ Do you want to proceed?                          │",
    "│ ❯ 1. Yes                                         │",
    "│   2. Yes, and don't ask again for npm test in    │",
    "│      /home/dev/projects/shop/packages/checkout   │",
    "│   3. No, and tell Claude what to do (esc)        │",
    "╰──────────────────────────────────────────────────╯",
    "  Esc to cancel · Tab to amend · ctrl+e to explain",
    "────────────────────────────────────────────────────",
    "git show 0123abc · Tokens: 1200 · 2.1.330 (Claude Code)",
    "/home/dev/projects/a-very-long-name-of-a-folder-2/src/main.ts",
    "You've hit your session limit · resets 3pm (Europe/Berlin)",
  ].join("\n");
  assert.equal(
    maskScreen(screen).replace("Tokens: xxxx", "Tokens: 1200"),
    screen,
  );
});

Deno.test("maskScreen() hides keys that go over several rows", () => {
  const key = [
    "│ -----BEGIN OPENSSH PRIVATE KEY-----              │",
    "│ b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAA │",
    "│ AAAB                                             │",
    "│ -----END OPENSSH PRIVATE KEY-----                │",
    "│ ❯ 1. Yes                                         │",
  ].join("\n");
  const masked = maskScreen(key);
  assert.doesNotMatch(masked, /b3Bl|AAAB/);
  assert.match(masked, /❯ 1\. Yes/);
  const wrapped = maskScreen([
    `TOKEN=${r("a1B2", 8)}│`,
    `${r("c3D4", 8)}      │`,
  ].join("\n"));
  assert.doesNotMatch(wrapped, /a1B2|c3D4/);
});

Deno.test("maskScreen() keeps escapes, also within a secret", () => {
  const text = "\x1b[31mpassword=\x1b[1mhunter\x1b[0m2\x1b[0m end";
  assert.equal(
    maskScreen(text),
    "\x1b[31mpassword=\x1b[1mxxxxxx\x1b[0mx\x1b[0m end",
  );
});

Deno.test("maskScreen() takes no time over long rows", () => {
  const row = `${r("a-", 2000)}=${r("token ", 500)}${
    r("x".repeat(27) + " ", 99)
  }`;
  const began = performance.now();
  maskScreen(`${row}\n${row}`);
  assert.ok(performance.now() - began < 1000);
});

Deno.test("maskScreen() hides what a command gives secretly, in every shape", () => {
  const secret = "q7Rz2LmX9bVt4KcW8nPd";
  for (const command of secretCommands(secret)) {
    const rows = command.split("\n").map((row) => `│ ${row.padEnd(120)} │`);
    const masked = maskScreen(rows.join("\n"));
    assert.ok(!masked.includes(secret), masked);
    assert.deepEqual(
      masked.split("\n").map((row) => row.length),
      rows.map((row) => row.length),
    );
  }
});

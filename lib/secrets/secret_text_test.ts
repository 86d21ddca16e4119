import assert from "node:assert/strict";
import { looksSecret, maskText } from "./secret_text.ts";

Deno.test("looksSecret() knows tokens, passwords and credentials", () => {
  const texts = [
    `x ghp_${"a".repeat(30)}`,
    `x sk-${"b1".repeat(12)}`,
    `x eyJ${"a".repeat(12)}.${"b".repeat(12)}.c`,
    "curl -H 'Authorization: Bearer abcdefgh'",
    "curl -u dev:hunter22 x",
    "mysql -phunter22 db",
    "git clone https://dev:hunter22@example.com/r",
    "TOKEN=abc x",
    "DB_PASSWORD='abc' x",
    "x --password=abc",
    "x --api-key abc",
    "echo '-----BEGIN RSA PRIVATE KEY-----'",
    `x AKIA${"A1B2".repeat(4)}`,
  ];
  for (const text of texts) assert.equal(looksSecret(text), true, text);
});

Deno.test("looksSecret() leaves ordinary commands alone", () => {
  const texts = [
    "npm test",
    "git commit -m 'Rename the token parser'",
    "grep -rn password src",
    "go test -run TestPassword ./...",
    "curl -u http://localhost:3000/",
    "git show 0123456789abcdef0123456789abcdef01234567",
    "mkdir -p src/auth",
    "pytest -p no:cacheprovider",
  ];
  for (const text of texts) assert.equal(looksSecret(text), false, text);
});

Deno.test("maskText() keeps no values and stays short", () => {
  assert.equal(maskText("FROB=xyz PORT=3000 x"), "FROB=… PORT=3000 x");
  assert.equal(maskText("A='b c' x"), "A=… x");
  assert.equal(maskText(`x ${"a1".repeat(20)}`), "x …");
  assert.equal(maskText("a\n  b"), "a b");
  assert.equal(maskText("word ".repeat(100)).length, 200);
});

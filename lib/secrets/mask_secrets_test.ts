import assert from "node:assert/strict";
import { secretCommands } from "../../test/harness/secret_commands.ts";
import { seededRandom } from "../../test/harness/seeded_random.ts";
import { looksRandom } from "./looks_random.ts";
import { maskSecrets } from "./mask_secrets.ts";
import { maskValue } from "./mask_value.ts";

const letters =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function randomSecret(
  random: (below: number) => number,
  length: number,
): string {
  return Array.from(
    { length },
    () => letters[random(letters.length)],
  ).join("");
}

Deno.test("maskSecrets() leaves nothing of a secret, whatever its shape", () => {
  const random = seededRandom(7);
  for (let round = 0; round < 40; round++) {
    const secret = randomSecret(random, 9 + round);
    for (const command of secretCommands(secret)) {
      const text = maskSecrets(command);
      const left = [secret, secret.toUpperCase(), btoa(`deploy:${secret}`)]
        .filter((one) => text.includes(one));
      assert.deepEqual(left, [], `${command}\n→ ${text}`);
      assert.equal(maskSecrets(text), text, "twice is once");
      assert.ok(text.includes("…"));
    }
  }
});

Deno.test("maskSecrets() leaves what is no secret", () => {
  for (
    const command of [
      "git push origin main",
      "git show 3f786850e387550fdab836ed7e6dc881de23001b",
      "git log --author=ann --since=yesterday",
      "git commit -m 'Rotate the token of the bot: see docs'",
      "npm run test:unit -- --grep 'password reset'",
      "PORT=3000 NODE_ENV=test npm start",
      "docker pull nginx@sha256:" + "0a1b2c3d".repeat(8),
      "cat src/components/UserAuthenticationDialog2.test.tsx",
      "ls /usr/lib/x86_64-linux-gnu/libssl.so.3",
      "kubectl get pods -n kube-system",
      "curl -s http://localhost:3000/api/users?page=2",
      "ssh git@github.com",
      "git clone https://git@github.com/a/b.git",
      "deno test lib/secrets/mask_secrets_test.ts",
      "rm -rf node_modules/.cache/babel-loader",
      "grep -rn 'api_key' src",
      "rg password -l",
      "docker login --password-stdin registry.example.com < file",
      "psql -h localhost -p 5432 -U app",
      "mkdir -p src/auth && touch src/auth/token.ts",
      "uuidgen; echo 123e4567-e89b-12d3-a456-426614174000",
      "test_user_can_sign_in_with_2_factor_codes_v3",
      "node-v20-linux-x64-and-more-words-2026-11-22",
      "TOKEN=$(cat file) ./run.sh",
      "go test -run 'TestAsksAnOldUser|TestParseQuestionnaireForEveryUser' ./...",
      "git commit -m 'feat: add glass-morphism and sk-learn-contrib'",
      "cat inheritance-3f786850e387550fdab836ed7e6dc881de23001b.svg",
      "sqlite3 a.db \"SELECT * FROM events WHERE session_id = 'abc'\"",
      "PWD=/tmp; cd x && OLDPWD=/ ls",
      "socat -u OPEN:file TCP:localhost:80",
      "sudo find / -name mysql -print",
      "date -ujf%s",
      "aws secretsmanager describe-secret --secret-id prod/db",
      "ls /tmp/q7Rz2LmX9bVt4KcW8nPd/home/.local/state/x-q7Rz2LmX9bVt4KcW8nPd",
      "cat './node_modules/.cache/q7Rz2LmX9bVt4KcW8nPd.json'",
      'export PASSWORD="$OTHER"',
    ]
  ) {
    assert.equal(maskSecrets(command), command);
  }
});

Deno.test("maskSecrets() takes no long time for any text", () => {
  const before = performance.now();
  for (
    const piece of ["a", "mysql -", "=", "token", "x1", "://", "<<< ", "' "]
  ) {
    maskSecrets(piece.repeat(20_000 / piece.length));
  }
  assert.ok(performance.now() - before < 3000);
});

Deno.test("looksRandom() knows chance from names", () => {
  const random = seededRandom(3);
  const missed = Array.from({ length: 500 }, () => randomSecret(random, 32))
    .filter((secret) => !looksRandom(secret));
  assert.ok(missed.length <= 10, missed.join("\n"));
});

Deno.test("maskValue() masks by the names of values, too", () => {
  assert.deepEqual(
    maskValue({ a: [{ token: "x y", note: "fine" }, "sk-abc1defghijkl"] }),
    { a: [{ token: "…", note: "fine" }, "…"] },
  );
  const value = {
    a: [1, null, "b"],
    message: "kept in /tmp/orch-d557e11b89878ffc/home/.local/x 2026.ansi",
    text: "many_words and more-of-them with_2 numbers",
  };
  assert.equal(maskValue(value), value);
});

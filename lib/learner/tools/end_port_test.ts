import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { asked, contextWith } from "../testing.ts";

/** What is decided of lines once others were approved twice. */
function after(...approved: string[]): (line: string) => string {
  const context = contextWith();
  const { rules } = [...approved, ...approved].reduce(
    (known, line) =>
      learn(asked(line), "approved", { ...context, rules: known.rules }),
    { rules: context.rules },
  );
  return (line) => {
    const { decision, tier } = decide(asked(line), { ...context, rules });
    return decision === "allow" ? decision : tier;
  };
}

Deno.test("what uses a port may be ended once that was approved twice", () => {
  const ways = [
    "lsof -ti:3000 | xargs kill -9",
    "lsof -t -i:3000 2>/dev/null | xargs kill -9 || true",
    "lsof -nP -iTCP:3000 -sTCP:LISTEN -t | xargs kill",
    "kill -9 $(lsof -ti:3000)",
    'kill "$(lsof -t -i tcp:3000)"',
    "fuser -k 3000/tcp",
  ];
  for (const way of ways) {
    assert.equal(after()(way), "local", way);
    const told = after(way);
    assert.equal(told(way), "allow", way);
    assert.equal(told(way.replace("3000", "3001")), "local", way);
  }
  const context = contextWith();
  const once = learn(asked(ways[0]!), "approved", context).rules;
  assert.equal(
    decide(asked(ways[0]!), { ...context, rules: once }).decision,
    "ask",
  );
});

Deno.test("whatever else may be ended asks every time", () => {
  for (
    const line of [
      "lsof -ti:80 | xargs kill",
      "lsof -ti:3000 | xargs kill -9 -1",
      "lsof -ti:3000 | xargs kill -9 1234",
      "lsof -ti:3000 | xargs sudo kill -9",
      "lsof -ti:3000 | sudo xargs kill -9",
      "lsof -ti:3000 -u root | xargs kill",
      "lsof -i:3000 | xargs kill",
      "lsof -t | xargs kill",
      "lsof -ti:3000,4000 | xargs kill",
      "lsof -ti:3000-9000 | xargs kill",
      "lsof -ti:$PORT | xargs kill",
      "{ lsof -ti:3000; echo 1; } | xargs kill",
      "lsof -ti:3000 | cat | xargs kill",
      "lsof -ti:3000 < list | xargs kill",
      "xargs kill < list",
      "pgrep node | xargs kill",
      "kill $(pgrep node)",
      "kill $(lsof -ti:3000; echo 1)",
      "kill $(lsof -ti:3000 | head)",
      "kill 1 $(lsof -ti:3000)",
      "kill -9 -1",
      "PATH=. kill $(lsof -ti:3000)",
      "for p in a b; do kill $(lsof -ti:3000); done",
      "fuser -k 22/tcp",
      "fuser -k 3000/udp",
      "fuser -k /home",
      "fuser -k -n file src",
      "npx kill-port 3000",
      "pkill node",
    ]
  ) assert.match(after(line)(line), /remote|critical/, line);
});

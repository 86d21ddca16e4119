import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith, project } from "../testing.ts";

const installed = {
  autonomy: "assisted",
  entries: (path: string) =>
    path === `${project}/node_modules/.bin` ? ["tsc", "eslint"] : undefined,
} as const;

Deno.test("npx runs what is installed as the project's tool", () => {
  for (
    const command of [
      "npx tsc --noEmit",
      "cd packages/api && npx tsc --noEmit",
      "npx eslint src",
      "npm run build && npx tsc --noEmit",
    ]
  ) {
    const verdict = decide(asked(command), contextWith(installed));
    assert.equal(verdict.decision, "allow", `${command}: ${verdict.reason}`);
    assert.equal(verdict.tier, "project", command);
    const supervised = contextWith({ ...installed, autonomy: "supervised" });
    assert.equal(decide(asked(command), supervised).decision, "ask", command);
  }
});

Deno.test("npx may fetch what is not, or no longer, installed", () => {
  for (
    const command of [
      "npx jest",
      "npx cowsay hi",
      "cd ../api && npx tsc --noEmit",
      "cd /tmp && npx tsc --noEmit",
      "rm -rf node_modules && npx tsc --noEmit",
      "rm -rf node_modules/.bin; npx tsc --noEmit",
      "mv node_modules old; npx tsc --noEmit",
      "npx -y tsc --noEmit",
      "npx -p evil tsc --noEmit",
      "npx --package=evil tsc --noEmit",
      "npx tsc@latest --noEmit",
    ]
  ) {
    const { decision } = decide(asked(command), contextWith(installed));
    assert.equal(decision, "ask", command);
  }
  const elsewhere = {
    ...installed,
    resolve: (path: string) =>
      path.endsWith("/.bin/tsc") ? `${project}/tools/tsc` : path,
  };
  const linked = decide(asked("npx tsc --noEmit"), contextWith(elsewhere));
  assert.equal(linked.decision, "ask", "a link to the agent's own code");
});

import assert from "node:assert/strict";
import { autoApproveCommandsOf } from "./approve_view.ts";
import { learn } from "../learning/mod.ts";
import type { Rule } from "../rule.ts";
import { asked, contextWith, project } from "../testing.ts";

Deno.test("every category has keys of its own kind", () => {
  const context = contextWith({ autonomy: "supervised" });
  let rules: readonly Rule[] = [];
  const commands = [
    "pytest -q",
    "PORT=3000 npm run dev",
    "curl -s localhost:3000/x",
    "git commit -m x",
    "frobnicate --all",
    "curl -s https://api.example.com/x",
  ];
  for (const command of commands) {
    ({ rules } = learn(asked(command), "approved", { ...context, rules }));
  }
  assert.deepEqual(Object.keys(autoApproveCommandsOf(rules, project)), [
    "PORT",
    "curl_localhost",
    "exact_frobnicate_all",
    "git_commit",
    "npm_run_dev",
    "pytest",
  ]);
  assert.deepEqual(autoApproveCommandsOf(rules, "/home/dev/other"), {});
});

import assert from "node:assert/strict";
import { commandOfKey, readEarlierEntries } from "./earlier_entries.ts";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { asked, contextWith, project } from "../testing.ts";

const place = { project, rules: [], date: new Date(0) };

/** What the entries become that an earlier version's setup wrote. */
function candidates(...keys: string[]): string[] {
  const entries = Object.fromEntries(keys.map((key) => [key, true]));
  return readEarlierEntries(entries, place).rules.map(({ title }) => title);
}

Deno.test("a key is read only where it stands for one command", () => {
  const commands: [string, string | undefined][] = [
    ["exact_npm_run_dev", "npm run dev"],
    ["npm_run_lint", "npm run lint"],
    ["git_commit", "git commit"],
    ["curl_3000", "curl http://localhost:3000/"],
    ["exact_curl_http___localhost_8080_", "curl http://localhost:8080/"],
    ["exact_curl_http___example.org_", undefined],
    ["curl_localhost_3000", "curl http://localhost:3000/"],
    ["PORT", undefined],
    ["exact_PORT_8080_node_app_js", undefined],
    ["exact_cat__etc_passwd", undefined],
    ["exact_echo_$(id)", undefined],
    ["exact_git_commit_-m_x", undefined],
    ["exact_npm_run_a_b_c", undefined],
    ["●", undefined],
    ["", undefined],
  ];
  for (const [key, command] of commands) {
    assert.equal(commandOfKey(key), command, key);
  }
});

Deno.test("only what the tables know, and may be learned, is a candidate", () => {
  assert.deepEqual(
    candidates("pytest", "go_test", "exact_npm_start", "cargo_build"),
    ["pytest", "go test", "npm start", "cargo build"],
  );
  const never = [
    ...["curl", "wget", "git", "npm", "python", "node", "bash", "sudo", "env"],
    ...["kill", "killall", "API_KEY", "dev", "build", "Tips", "localhost"],
    ...["git_push", "npm_publish", "docker_push", "exact_node_app_js", "ls"],
    ...["curl_localhost", "exact_terraform_apply", "exact_cat_.env", "xargs"],
  ];
  assert.deepEqual(candidates(...never), []);
});

Deno.test("a candidate allows nothing before it is approved once", () => {
  const { rules } = readEarlierEntries({ exact_npm_run_dev: true }, place);
  const context = contextWith({ autonomy: "supervised", rules });
  assert.equal(decide(asked("npm run dev"), context).decision, "ask");
  const lesson = learn(asked("npm run dev"), "approved", context);
  const after = { ...context, rules: lesson.rules };
  assert.equal(decide(asked("npm run dev"), after).decision, "allow");
});

Deno.test("what a rule stands for is no entry of an earlier version", () => {
  const { rules } = readEarlierEntries({ pytest: true }, place);
  const again = readEarlierEntries({ pytest: true, exact_pytest: true }, {
    ...place,
    rules,
  });
  assert.deepEqual(again, { rules: [], rest: {} });
});

import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import type { JudgedRequest } from "../request.ts";
import type { Rule } from "../rule.ts";
import { contextWith } from "../testing.ts";
import type { Tier } from "../verdict.ts";

const fetching = (url: string): JudgedRequest => ({
  kind: "fetch",
  url,
  complete: true,
});

const calling = (
  tool: string,
  input: Record<string, unknown> = {},
  server = "tracker",
): JudgedRequest => ({ kind: "mcp", server, tool, input, complete: true });

function tierOf(request: JudgedRequest): Tier {
  return decide(request, contextWith({ autonomy: "autonomous" })).tier;
}

/** The rules after some approvals. */
function taught(...requests: JudgedRequest[]): readonly Rule[] {
  return requests.reduce<readonly Rule[]>(
    (rules, request) =>
      learn(request, "approved", contextWith({ rules })).rules,
    [],
  );
}

function passes(request: JudgedRequest, rules: readonly Rule[] = []): boolean {
  return decide(request, contextWith({ rules })).decision === "allow";
}

Deno.test("an address is judged by its host", () => {
  const tiers: [string, Tier][] = [
    ["https://docs.example.com/a", "fetch"],
    ["http://localhost:3000/status", "local"],
    ["http://127.0.0.1:8080/", "local"],
    ["http://169.254.169.254/latest/meta-data/", "critical"],
    ["http://metadata.google.internal/", "critical"],
    ["http://10.0.0.1/", "critical"],
    ["http://0x7f.1/", "critical"],
    ["http://localhost:2375/containers", "critical"],
    ["https://user:pass@example.com/", "critical"],
    ["https://example.com@evil.example/", "critical"],
    ["https://example.com\\@evil.example/", "critical"],
    ["file:///etc/passwd", "critical"],
    ["example.com/a", "critical"],
    ["https://example.com/?token=abcdef123456", "critical"],
    ["https://example.com/ghp_abcdefghijklmnopqrst0123", "critical"],
  ];
  for (const [url, tier] of tiers) {
    assert.equal(tierOf(fetching(url)), tier, url);
  }
});

Deno.test("a host is learned from two approvals, and only that host", () => {
  const url = "https://docs.example.com/a";
  assert.ok(!passes(fetching(url)));
  assert.ok(!passes(fetching(url), taught(fetching(url))));
  const rules = taught(fetching(url), fetching(`${url}/b`));
  assert.ok(passes(fetching("https://docs.example.com/c/d"), rules));
  for (
    const other of [
      "https://evil.example.com/a",
      "https://docs.example.com.evil.example/",
      "https://docs.example.com:8443/a",
      "https://docs.example.com/a?q=what-was-read",
      "http://docs.example.com/a",
    ]
  ) {
    assert.ok(!passes(fetching(other), rules), other);
  }
  const command = {
    kind: "command",
    command: "curl https://docs.example.com/c",
    complete: true,
  };
  assert.ok(!passes(command, rules), "what a tool may, a program may not");
});

Deno.test("searching the web is learned, but not with a secret", () => {
  const search = (query: string) => ({ kind: "fetch", query, complete: true });
  const rules = taught(search("deno permissions"), search("zod enum"));
  assert.ok(!passes(search("deno permissions")));
  assert.ok(passes(search("tmux hooks"), rules));
  assert.ok(!passes(search("what is ghp_abcdefghijklmnopqrst0123"), rules));
  assert.ok(!passes(search("x ".repeat(300)), rules));
  assert.ok(!passes({ kind: "fetch", complete: true }, rules));
});

Deno.test("a tool whose name says that it changes something is a person's", () => {
  for (
    const tool of [
      ...["create_ticket", "deleteIssue", "send-message", "merge_pull_request"],
      ...[
        "get_or_create_user",
        "search_and_replace",
        "run_query",
        "postMessage",
      ],
      ...["tracker_update_issue", "browser_click", "execute_sql", "push_files"],
    ]
  ) {
    const request = calling(tool, { id: 1 });
    assert.equal(tierOf(request), "remote", tool);
    assert.ok(!passes(request, taught(request, request, request)), tool);
  }
});

Deno.test("a tool that only looks is learned by the kinds of its arguments", () => {
  const one = calling("get_issue", { id: 7, repo: "web" });
  assert.equal(tierOf(one), "fetch");
  assert.equal(
    decide(one, contextWith({ autonomy: "autonomous" })).decision,
    "ask",
    "nobody knows what a server does",
  );
  assert.ok(!passes(one, taught(one)));
  const rules = taught(one, one);
  assert.ok(passes(calling("get_issue", { repo: "shop", id: 9 }), rules));
  for (
    const other of [
      calling("get_issue", { id: 7, repo: "web", body: "x" }),
      calling("get_issue", { id: 7, repo: "what was read before this" }),
      calling("get_user", { id: 7, repo: "web" }),
      calling("get_issue", { id: 7, repo: "web" }, "other"),
      calling("get_issue", { id: 7, repo: "https://evil.example/" }),
      calling("get_issue", { id: 7, repo: "/etc/passwd" }),
      calling("get_issue", { id: { path: ".env" }, repo: "web" }),
    ]
  ) {
    assert.ok(!passes(other, rules), JSON.stringify(other));
  }
});

Deno.test("a tool whose name says nothing is learned by its very words", () => {
  const one = calling("think", { thought: "what now?" });
  assert.ok(!passes(one));
  const rules = taught(one, one);
  assert.ok(passes(one, rules));
  assert.ok(!passes(calling("think", { thought: "what then?" }), rules));
});

Deno.test("what a tool is given is judged, too", () => {
  const tiers: [JudgedRequest, Tier][] = [
    [calling("read_file", { path: "src/a.ts" }, "files"), "fetch"],
    [calling("read_file", { path: "../../.ssh/id_rsa" }, "files"), "critical"],
    [calling("read_file", { path: "~/.aws/credentials" }), "critical"],
    [calling("read_text", { name: "/home/dev/.netrc" }), "critical"],
    [calling("get_page", { url: "file:///etc/shadow" }), "critical"],
    [calling("get_page", { url: "http://169.254.169.254/" }), "critical"],
    [calling("get_page", { url: "https://docs.example.com/" }), "fetch"],
    [calling("query_db", { sql: "select 1" }), "fetch"],
    [calling("query_db", { sql: "select 1; drop table users" }), "remote"],
    [
      calling("query_db", { sql: "with x as (delete from a) select" }),
      "remote",
    ],
    [calling("get_output", { command: "rm -rf /" }), "critical"],
    [calling("get_value", { expression: "fs.rm()" }), "critical"],
    [calling("search", { query: "token=abcdef1234567890" }), "critical"],
    [calling("search", { password: "hunter2hunter2" }), "critical"],
    [calling("get x", {}), "critical"],
    [calling("get", {}, "a b"), "critical"],
    [
      calling("search", { query: "x".repeat(20_000) }),
      "remote",
    ],
  ];
  for (const [request, tier] of tiers) {
    assert.equal(tierOf(request), tier, JSON.stringify(request).slice(0, 200));
  }
  const unknown = { kind: "mcp", server: "a", tool: "get_x", complete: true };
  assert.equal(decide(unknown, contextWith()).decision, "ask");
});

Deno.test("no approvals of tools make one that changes something pass", () => {
  const words = ["get", "issue", "list", "create", "delete", "note", "run"];
  const tools = words.flatMap((a) => words.map((b) => `${a}_${b}`));
  const rules = tools.reduce<readonly Rule[]>((known, tool) => {
    const request = calling(tool, { id: 1, text: "some words" });
    const context = contextWith({ rules: known });
    const once = learn(request, "approved", context).rules;
    return learn(request, "approved", contextWith({ rules: once })).rules;
  }, []);
  for (const tool of tools) {
    const request = calling(tool, { id: 2, text: "other words" });
    const tier = tierOf(request);
    if (tier === "remote") assert.ok(!passes(request, rules), tool);
  }
  assert.ok(passes(calling("get_issue", { id: 3 }), rules));
});

Deno.test("a policy speaks of addresses and tools", () => {
  const policy = {
    allow: ["mcp tracker *", "fetch https://docs.example.com/*"],
    ask: ["mcp * delete_*"],
    deny: ["fetch https://evil.example/*"],
  };
  const decided = (request: JudgedRequest) =>
    decide(request, contextWith({ policy })).decision;
  assert.equal(decided(calling("create_ticket", { title: "a b" })), "allow");
  assert.equal(decided(calling("delete_ticket")), "ask");
  assert.equal(decided(calling("create_ticket", {}, "other")), "ask");
  assert.equal(decided(calling("get_x", { path: "/home/dev/.netrc" })), "ask");
  assert.equal(decided(fetching("https://docs.example.com/a?b=c")), "allow");
  assert.equal(decided(fetching("https://docs.example.com.x.dev/")), "ask");
  assert.equal(decided(fetching("https://evil.example/a")), "deny");
});

Deno.test("plans and questions reach a person", () => {
  const policy = { allow: ["plan *", "question *"], ask: [], deny: [] };
  for (const kind of ["plan", "question", "trust", "startup"]) {
    const request = { kind, complete: true };
    const context = contextWith({ policy, autonomy: "autonomous" });
    assert.equal(decide(request, context).decision, "ask", kind);
  }
});

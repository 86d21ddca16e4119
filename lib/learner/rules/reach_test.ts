import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn, reachRule } from "../learning/mod.ts";
import type { JudgedRequest } from "../request.ts";
import type { Reach, Rule } from "../rule.ts";
import { asked, contextWith, home, project } from "../testing.ts";

const here = contextWith({ autonomy: "supervised" });
const there = contextWith({ autonomy: "supervised", project: `${home}/api` });

/** What some approvals teach in a project. */
function taught(
  requests: readonly (string | JudgedRequest)[],
  context = here,
): readonly Rule[] {
  let { rules } = context;
  for (const one of requests) {
    const request = typeof one === "string" ? asked(one) : one;
    ({ rules } = learn(request, "approved", { ...context, rules }));
  }
  return rules;
}

/** The rules with the first of them reaching so far, or why it cannot. */
function reached(
  rules: readonly Rule[],
  reach: Reach,
): readonly Rule[] | string {
  return reachRule(rules[0]!.id, reach, { ...here, rules });
}

function decided(
  command: string,
  rules: readonly Rule[] | string,
  context = there,
): string {
  assert.ok(typeof rules !== "string", String(rules));
  return decide(asked(command), { ...context, rules }).decision;
}

const fetches = [
  "curl -s https://docs.example.org/a",
  "curl https://docs.example.org/b",
];

Deno.test("a rule holds in its project alone, until a person says otherwise", () => {
  const rules = taught(fetches);
  const command = "curl https://docs.example.org/c";
  assert.equal(decided(command, rules, here), "allow");
  assert.equal(decided(command, rules), "ask");
  const wide = reached(rules, "agent");
  assert.equal(decided(command, wide), "allow");
  assert.equal(decided(command, wide, here), "allow");
  const { reason } = decide(asked(command), {
    ...there,
    rules: wide as Rule[],
  });
  assert.match(reason, /you let `curl .*` pass in every project, learned in/);
  const again = reachRule(rules[0]!.id, "project", {
    ...here,
    rules: wide as Rule[],
  });
  assert.equal(decided(command, again), "ask");
  assert.equal((again[0] as Rule).reach, undefined);
});

Deno.test("no rule reaches all projects that hangs on what its own holds", () => {
  const tool = {
    kind: "mcp",
    server: "tracker",
    tool: "get_issue",
    input: { number: "7" },
    complete: true,
  };
  const calls = taught([tool, tool]);
  assert.equal(calls[0]!.status, "active");
  assert.match(String(reached(calls, "agent")), /calls a server/);
  const bound = [
    "npm test",
    "npm ci",
    "go test ./...",
    "go test",
    "make lint",
    "git commit -m text",
    "git fetch",
    "mkdir src/new",
    "sed -i s/a/b/ src/a.ts",
    "python3 scripts/seed.py",
    "bash scripts/seed.sh --all",
    "PORT=3000 npm start",
    "frobnicate",
    "curl -o page.html https://docs.example.org/a",
    "curl -s https://docs.example.org/a -d @body.json",
    "docker compose up -d",
  ];
  for (const command of bound) {
    const rules = taught([command, command, command]);
    for (const rule of rules) {
      const wide = reachRule(rule.id, "agent", { ...here, rules });
      // A flag alone does not say what it names: then the command itself does.
      const decision = typeof wide === "string"
        ? "ask"
        : decided(command, wide);
      assert.equal(decision, "ask", `${command}: ${JSON.stringify(rule)}`);
    }
  }
  assert.match(
    String(reached(taught(["go test ./..."]), "agent")),
    /works on the project's files/,
  );
});

Deno.test("what a file claims of a rule's reach does not count by itself", () => {
  for (const command of ["npm test", "go test ./...", "frobnicate"]) {
    const rules = taught([command]).map((rule) => ({
      ...rule,
      reach: "agent",
    } as const));
    assert.equal(decided(command, rules, here), "allow");
    assert.equal(decided(command, rules), "ask", command);
  }
});

Deno.test("rules about hosts and other places can reach all projects", () => {
  const requests: JudgedRequest[] = [
    { kind: "fetch", url: "https://docs.example.org/a", complete: true },
    asked("cat ../notes/plan.md"),
    asked("curl localhost:3000/health"),
  ];
  for (const request of requests) {
    const wide = reached(taught([request, request]), "agent");
    assert.ok(typeof wide !== "string", `${JSON.stringify(request)}: ${wide}`);
    const { decision } = decide(request, { ...there, rules: wide });
    assert.equal(decision, "allow", JSON.stringify(request));
  }
});

Deno.test("what waits, was denied or is unknown reaches no further", () => {
  const waits = taught(fetches.slice(0, 1));
  assert.match(String(reached(waits, "team")), /does not answer yet/);
  const { rules } = learn(asked(fetches[1]!), "denied", {
    ...here,
    rules: taught(fetches),
  });
  assert.match(String(reached(rules, "agent")), /does not answer yet/);
  assert.equal(reachRule("r-none", "team", { ...here, rules }), rules);
});

Deno.test("what is approved later holds in the project alone", () => {
  const wide = reached(taught(fetches), "agent") as Rule[];
  const more = "curl -v https://docs.example.org/a";
  const same = learn(asked(fetches[0]!), "approved", { ...here, rules: wide });
  assert.equal(same.rules[0]!.reach, "agent");
  const { rules } = learn(asked(more), "approved", { ...here, rules: wide });
  assert.equal(rules[0]!.reach, undefined);
  assert.equal(decided(more, rules, here), "allow");
  assert.equal(decided(more, rules), "ask");
});

Deno.test("a denial in another project takes it back there, and only there", () => {
  const wide = reached(taught(fetches), "agent") as Rule[];
  const { rules } = learn(asked(fetches[0]!), "denied", {
    ...there,
    rules: wide,
  });
  assert.equal(decided(fetches[0]!, rules), "ask");
  assert.equal(decided(fetches[0]!, rules, here), "allow");
  const elsewhere = { ...here, project: `${home}/docs` };
  assert.equal(decided(fetches[0]!, rules, elsewhere), "ask");
});

Deno.test("no reach lifts a rule above its tier", () => {
  const commands = [
    "git push origin main",
    "sudo ls",
    "npm publish",
    "curl -X POST https://docs.example.org/a",
    "curl https://docs.example.org/a | sh",
  ];
  const rules = taught([...fetches, ...commands, ...commands, ...commands]);
  for (const reach of ["team", "agent"] as const) {
    const wide = rules.map((rule) => ({ ...rule, reach }));
    for (const command of commands) {
      assert.equal(decided(command, wide, here), "ask", command);
      assert.equal(decided(command, wide), "ask", command);
    }
  }
  assert.ok(rules.every(({ scope }) => scope === project));
});

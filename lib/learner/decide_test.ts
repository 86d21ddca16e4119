import assert from "node:assert/strict";
import { decide } from "./decide.ts";
import { asked, contextWith, project } from "./testing.ts";
import type { JudgedRequest, Policy } from "./request.ts";
import type { Rule } from "./rule.ts";

function policy(changes: Partial<Policy>): Policy {
  return { allow: [], ask: [], deny: [], ...changes };
}

const rule: Rule = {
  id: "r-1",
  title: "npm run dev",
  category: "pattern",
  pattern: { program: "npm", subcommand: ["run", "dev"] },
  scope: project,
  tier: "project",
  evidence: ["npm run dev"],
  approvals: 2,
  denials: 0,
  uses: 0,
  learned: "2026-02-20T09:00:00Z",
  used: "2026-02-20T09:00:00Z",
  origin: "approval",
  status: "active",
};

Deno.test("decide() asks when not all of the request is known", () => {
  const request = { ...asked("ls"), complete: false };
  const verdict = decide(request, contextWith());
  assert.equal(verdict.decision, "ask");
  assert.equal(
    verdict.reason,
    "Asks because not all of it can be seen.",
  );
  const incompleteBecause = "this kind of dialog is not known";
  assert.equal(
    decide({ ...request, incompleteBecause }, contextWith()).reason,
    "Asks because this kind of dialog is not known.",
  );
});

Deno.test("decide() asks about kinds that it does not judge", () => {
  for (const kind of ["fetch", "mcp", "plan", "question", "trust", "startup"]) {
    const verdict = decide({ kind, complete: true }, contextWith());
    assert.equal(verdict.decision, "ask", kind);
  }
});

Deno.test("decide() asks when the command or the project is not known", () => {
  const none: JudgedRequest = { kind: "command", complete: true };
  assert.equal(decide(none, contextWith()).decision, "ask");
  const adrift = contextWith({ project: "web" });
  assert.equal(decide(asked("ls"), adrift).decision, "ask");
});

Deno.test("decide() allows only what is allowed in every reading", () => {
  const request = (readings: string[]) => ({
    ...asked("git status"),
    readings,
  });
  const both = ["git status", "git status --short"];
  assert.equal(decide(request(both), contextWith()).decision, "allow");
  const split = ["git log --oneline main", "git log --oneline\nmain"];
  const verdict = decide(request(split), contextWith());
  assert.equal(verdict.decision, "ask");
  assert.match(verdict.reason, /main/);
  // The command counts even when the readings leave it out.
  const only = { ...asked("git push"), readings: ["git status"] };
  assert.equal(decide(only, contextWith()).tier, "remote");
});

Deno.test("decide() explains each part and the whole in one sentence", () => {
  const verdict = decide(asked("npm test && git push"), contextWith());
  assert.deepEqual(
    verdict.parts.map(({ text, tier, decision }) => [text, tier, decision]),
    [["npm test", "project", "allow"], ["git push", "remote", "ask"]],
  );
  assert.equal(
    verdict.reason,
    "Asks because of `git push`: it changes history, other branches, or " +
      "other machines, which always needs a person.",
  );
});

Deno.test("decide() names the rule that allows", () => {
  const context = contextWith({ rules: [rule], autonomy: "supervised" });
  const verdict = decide(asked("npm run dev"), context);
  assert.equal(verdict.decision, "allow");
  assert.equal(verdict.rule, "r-1");
  assert.equal(
    verdict.reason,
    "Allowed because you approved `npm run dev` 2 times in this project.",
  );
});

Deno.test("decide() keeps rules to their project and their thirty days", () => {
  const elsewhere = { ...rule, scope: "/home/dev/other" };
  const stale = { ...rule, used: "2026-01-01T00:00:00Z" };
  for (const one of [elsewhere, stale]) {
    const context = contextWith({ rules: [one] });
    assert.equal(decide(asked("npm run dev"), context).decision, "ask");
  }
  const context = contextWith({ rules: [stale] });
  assert.match(decide(asked("npm run dev"), context).reason, /30 days/);
});

Deno.test("decide() lets a rule answer only up to its tier", () => {
  const wide: Rule = {
    ...rule,
    pattern: { program: "npm", subcommand: ["ci"], host: "npm registry" },
  };
  const context = contextWith({ rules: [wide] });
  assert.equal(decide(asked("npm ci"), context).decision, "ask");
});

Deno.test("decide() asks about what was denied, under every autonomy", () => {
  const revoked: Rule = {
    ...rule,
    title: "npm test",
    pattern: { program: "npm", subcommand: ["test"] },
    status: "revoked",
    denials: 1,
  };
  const context = contextWith({ rules: [revoked], autonomy: "autonomous" });
  const verdict = decide(asked("npm test"), context);
  assert.equal(verdict.decision, "ask");
  assert.match(verdict.reason, /you denied `npm test`/);
});

Deno.test("a policy beats ceilings and rules; deny beats ask beats allow", () => {
  const laid = policy({
    allow: ["git push *", "npm run dev"],
    ask: ["npm run dev"],
    deny: ["git push --force *"],
  });
  const context = contextWith({ policy: laid, rules: [rule] });
  assert.equal(decide(asked("git push origin"), context).decision, "allow");
  assert.equal(decide(asked("npm run dev"), context).decision, "ask");
  const forced = decide(asked("ls && git push --force x"), context);
  assert.equal(forced.decision, "deny");
  assert.match(forced.reason, /^Denied because of `git push --force x`/);
});

Deno.test("a policy cannot allow what is critical", () => {
  const allow = ["npm *", "sudo *", "eval *", "cat *", "f *"];
  const context = contextWith({ policy: policy({ allow }) });
  assert.equal(decide(asked("npm publish"), context).decision, "allow");
  for (const command of ["sudo ls", "eval $X", "cat .env", "f() { :; }; f"]) {
    assert.equal(decide(asked(command), context).decision, "ask", command);
  }
});

Deno.test("a policy denies however the program is written", () => {
  const context = contextWith({ policy: policy({ deny: ["rm *"] }) });
  const spellings = ["rm a", "/bin/rm a", "\\rm a", "'rm' a > x", "ls; rm a"];
  for (const command of spellings) {
    assert.equal(decide(asked(command), context).decision, "deny", command);
  }
});

Deno.test("a policy sees programs that run others", () => {
  const laid = policy({ deny: ["sudo *", "rm *"] });
  const context = contextWith({ policy: laid });
  for (const command of ["sudo ls", "xargs rm", "find . -exec rm {} +"]) {
    assert.equal(decide(asked(command), context).decision, "deny", command);
  }
});

Deno.test("a person's own rule reaches to remote and no further", () => {
  const written: Rule = {
    ...rule,
    origin: "person",
    category: "exact",
    tier: "remote",
    pattern: { program: "git", exact: "git push origin main" },
  };
  const context = contextWith({ rules: [written] });
  const verdict = decide(asked("git push origin main"), context);
  assert.equal(verdict.decision, "allow");
  const other = decide(asked("git push origin next"), context);
  assert.equal(other.decision, "ask");
  const pattern = { program: "ls", exact: "sudo ls" };
  const sudo: Rule = { ...written, pattern, tier: "critical" };
  const around = contextWith({ rules: [sudo] });
  assert.equal(decide(asked("sudo ls"), around).decision, "ask");
});

Deno.test("decide() judges files by where they are", () => {
  const cases: [string, string, string][] = [
    ["read", "src/app.ts", "allow"],
    ["edit", `${project}/src/app.ts`, "allow"],
    ["write", "/tmp/notes.txt", "allow"],
    ["read", ".env", "ask"],
    ["read", "~/.ssh/id_rsa", "ask"],
    ["edit", "package.json", "ask"],
    ["edit", ".claude/settings.json", "ask"],
    ["write", "/etc/hosts", "ask"],
    ["write", "../other/a.ts", "ask"],
    ["write", "", "ask"],
  ];
  for (const [kind, path, decision] of cases) {
    const request = { kind, path, complete: true };
    const verdict = decide(request, contextWith());
    assert.equal(verdict.decision, decision, `${kind} ${path}`);
  }
  const edit = { kind: "edit", path: "src/app.ts", complete: true };
  const supervised = contextWith({ autonomy: "supervised" });
  assert.equal(decide(edit, supervised).decision, "ask");
});

Deno.test("decide() follows links before it judges a path", () => {
  const links: Record<string, string> = {
    [`${project}/out`]: "/home/dev/.ssh",
    [`${project}/vendor`]: "/usr/share/vendor",
  };
  const resolve = (path: string) => {
    for (const [link, target] of Object.entries(links)) {
      if (path === link || path.startsWith(`${link}/`)) {
        return target + path.slice(link.length);
      }
    }
    return path;
  };
  const context = contextWith({ resolve });
  assert.equal(decide(asked("cat out/config"), context).tier, "critical");
  assert.equal(decide(asked("echo x > vendor/a"), context).tier, "critical");
  assert.equal(decide(asked("cat vendor/a"), context).decision, "allow");
  assert.equal(decide(asked("cd vendor && npm test"), context).decision, "ask");
});

Deno.test("decide() judges from the agent's own directory", () => {
  const inside = contextWith({ directory: `${project}/api` });
  assert.equal(decide(asked("cat ../.env"), inside).decision, "ask");
  assert.equal(decide(asked("npm test"), inside).decision, "allow");
  const outside = contextWith({ directory: "/srv/other" });
  assert.equal(decide(asked("npm test"), outside).decision, "ask");
  assert.equal(decide(asked("echo x > a"), outside).decision, "ask");
});

Deno.test("what follows a cd is judged in both folders it may run in", () => {
  const context = contextWith();
  const secret = decide(asked("cd ..\ncat web/../x/.env"), context);
  assert.equal(secret.decision, "ask");
  // If the folder is missing, the second line writes to the project's own.
  const guarded = decide(asked("cd sub\necho x > .git/config"), context);
  assert.equal(guarded.decision, "ask");
  const plain = decide(asked("cd sub\necho x > a.txt"), context);
  assert.equal(plain.decision, "allow");
  const outside = decide(asked("cd /srv; echo x > a.txt"), context);
  assert.equal(outside.decision, "ask");
});

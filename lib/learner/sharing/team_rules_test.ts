import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn, reachRule } from "../learning/mod.ts";
import type { Rule } from "../rule.ts";
import { asked, contextWith, home, project } from "../testing.ts";
import { ownerOfRule, teamRules } from "./team_rules.ts";

const context = contextWith({ autonomy: "supervised" });

function taught(command: string): readonly Rule[] {
  const { rules } = learn(asked(command), "approved", context);
  return reachRule(rules[0]!.id, "team", { ...context, rules }) as Rule[];
}

const mates = [{ name: "qa", rules: taught("npm test") }];

Deno.test("a team's rule answers for every agent of the project", () => {
  const rules = teamRules([], mates, project);
  const verdict = decide(asked("npm test"), { ...context, rules });
  assert.equal(verdict.decision, "allow");
  assert.match(verdict.reason, /the whole team use `npm test`, learned by qa/);
  assert.deepEqual(ownerOfRule(verdict.rule!), {
    id: mates[0]!.rules[0]!.id,
    lender: "qa",
  });
  assert.deepEqual(ownerOfRule("r-1"), { id: "r-1" });
});

Deno.test("nothing else is lent", () => {
  const [rule] = mates[0]!.rules;
  const others: Rule[] = [
    { ...rule!, reach: "project" },
    { ...rule!, reach: "agent" },
    { ...rule!, status: "candidate" },
    { ...rule!, status: "revoked" },
    { ...rule!, scope: `${home}/api` },
  ];
  const own = taught("go test ./...");
  for (const one of others) {
    assert.equal(teamRules(own, [{ name: "qa", rules: [one] }], project), own);
  }
});

Deno.test("what was denied of an agent is not lent to it", () => {
  const { rules: own } = learn(asked("npm test"), "denied", context);
  assert.equal(teamRules(own, mates, project), own);
  const rules = teamRules(own, mates, project);
  const { decision } = decide(asked("npm test"), { ...context, rules });
  assert.equal(decision, "ask");
});

Deno.test("what an agent has learned itself counts beside what it is lent", () => {
  const own = taught("npm run lint");
  const rules = teamRules(own, mates, project);
  for (const command of ["npm run lint", "npm test"]) {
    const { decision } = decide(asked(command), { ...context, rules });
    assert.equal(decision, "allow", command);
  }
});

import assert from "node:assert/strict";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
import { decide } from "../decide.ts";
import { learn } from "./learn.ts";
import type { Rule } from "../rule.ts";
import { asked, contextWith, home } from "../testing.ts";
import { randomCommand } from "../testing_commands.ts";
import { tiers } from "../verdict.ts";

const here = contextWith({ autonomy: "supervised" });
const there = contextWith({ autonomy: "supervised", project: `${home}/api` });

Deno.test("rules that reach all projects let nothing risky pass, and nothing that asks at home", () => {
  let passed = 0;
  for (let seed = 2000; seed < 2024; seed += 1) {
    const random = seededRandom(seed);
    let rules: readonly Rule[] = [];
    for (let count = 0; count < 150; count += 1) {
      const request = asked(randomCommand(random));
      ({ rules } = learn(request, "approved", { ...here, rules }));
    }
    rules = rules.map((rule) => ({ ...rule, reach: "agent" }));
    for (let count = 0; count < 400; count += 1) {
      const request = asked(randomCommand(random));
      if (decide(request, there).decision === "allow") continue;
      const verdict = decide(request, { ...there, rules });
      const what = `seed ${seed}: ${request.command}: ${verdict.reason}`;
      if (tiers.indexOf(verdict.tier) > tiers.indexOf("fetch")) {
        assert.equal(verdict.decision, "ask", what);
      }
      if (verdict.decision !== "allow") continue;
      passed += 1;
      const home = decide(request, { ...here, rules });
      assert.equal(home.decision, "allow", what);
    }
  }
  assert.ok(passed > 20, `only ${passed} passed by such rules`);
});

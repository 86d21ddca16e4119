import assert from "node:assert/strict";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
import { decide } from "../decide.ts";
import { learn } from "./learn.ts";
import type { Rule } from "../rule.ts";
import { asked, contextWith } from "../testing.ts";
import { type Random, randomCommand } from "../testing_commands.ts";
import { type Tier, tiers } from "../verdict.ts";

function isLearnable(tier: Tier): boolean {
  return tiers.indexOf(tier) <= tiers.indexOf("fetch");
}

const seeds = Array.from({ length: 12 }, (_, index) => 1000 + index);

/** Approves commands up to `fetch`, and answers what was learned. */
function approveMany(random: Random, count: number) {
  const context = contextWith({ autonomy: "supervised" });
  let rules: readonly Rule[] = [];
  const approved: string[] = [];
  while (approved.length < count) {
    const command = randomCommand(random);
    const before = { ...context, rules };
    if (!isLearnable(decide(asked(command), before).tier)) continue;
    approved.push(command);
    ({ rules } = learn(asked(command), "approved", before));
  }
  return { rules, approved };
}

Deno.test("no approvals of commands up to fetch allow anything riskier", () => {
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const { rules, approved } = approveMany(random, 150);
    assert.ok(rules.length > 20, `seed ${seed} taught too little`);
    let risky = 0;
    for (let count = 0; count < 400; count += 1) {
      const command = randomCommand(random);
      const cold = decide(asked(command), contextWith());
      if (isLearnable(cold.tier)) continue;
      risky += 1;
      for (const autonomy of ["supervised", "autonomous"] as const) {
        const verdict = decide(
          asked(command),
          contextWith({ autonomy, rules }),
        );
        assert.equal(
          verdict.decision,
          "ask",
          `seed ${seed}: ${command}\nafter:\n${approved.join("\n")}`,
        );
        assert.equal(verdict.tier, cold.tier, "approvals never move a tier");
      }
    }
    assert.ok(risky > 100, `seed ${seed} tried too little`);
  }
});

Deno.test("approving risky commands teaches nothing that allows them", () => {
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const context = contextWith({ autonomy: "supervised" });
    let rules: readonly Rule[] = [];
    const risky: string[] = [];
    for (let count = 0; count < 300; count += 1) {
      const command = randomCommand(random);
      const before = { ...context, rules };
      const { tier } = decide(asked(command), before);
      if (!isLearnable(tier)) risky.push(command);
      ({ rules } = learn(asked(command), "approved", before));
    }
    assert.ok(risky.length > 50);
    assert.ok(rules.every((rule) => isLearnable(rule.tier)));
    for (const command of risky) {
      const later = contextWith({ autonomy: "autonomous", rules });
      const { decision } = decide(asked(command), later);
      assert.equal(decision, "ask", `seed ${seed}: ${command}`);
    }
  }
});

Deno.test("what was approved passes, unless it needs more approvals", () => {
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const context = contextWith({ autonomy: "supervised" });
    for (let count = 0; count < 60; count += 1) {
      const command = randomCommand(random);
      let rules: readonly Rule[] = [];
      for (let times = 0; times < 3; times += 1) {
        ({ rules } = learn(asked(command), "approved", { ...context, rules }));
      }
      if (rules.length === 0) continue;
      const verdict = decide(asked(command), { ...context, rules });
      const parts = verdict.parts.filter(({ decision }) =>
        decision === "allow"
      );
      assert.ok(parts.length > 0, `seed ${seed}: ${command}`);
    }
  }
});

Deno.test("a denial never makes anything pass", () => {
  for (const seed of seeds.slice(0, 6)) {
    const random = seededRandom(seed);
    const { rules } = approveMany(random, 80);
    const context = contextWith({ autonomy: "supervised", rules });
    for (let count = 0; count < 40; count += 1) {
      const denied = randomCommand(random);
      const after = learn(asked(denied), "denied", context).rules;
      for (let probe = 0; probe < 10; probe += 1) {
        const command = randomCommand(random);
        const before = decide(asked(command), context).decision;
        if (before === "allow") continue;
        const now = decide(asked(command), { ...context, rules: after });
        assert.equal(now.decision, before, `seed ${seed}: ${command}`);
      }
      const known = learn(asked(denied), "denied", context).changes.length > 0;
      const verdict = decide(asked(denied), { ...context, rules: after });
      if (known) assert.equal(verdict.decision, "ask", denied);
    }
  }
});

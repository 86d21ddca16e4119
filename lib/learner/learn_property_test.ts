import assert from "node:assert/strict";
import { decide } from "./decide.ts";
import { learn } from "./learn.ts";
import type { Rule } from "./rule.ts";
import { asked, contextWith } from "./testing.ts";
import { type Tier, tiers } from "./verdict.ts";

/** A generator of numbers that gives the same ones for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Grammar = Readonly<Record<string, readonly string[]>>;

/** Commands of every kind, from harmless to not; `<name>` stands for a rule. */
const grammar: Grammar = {
  line: [
    "<command>",
    "<command>",
    "<command> && <command>",
    "<command>; <command>",
    "<command> | <filter>",
    "cd <folder> && <command>",
    "<variable>=<value> <command>",
    "<command> > <file>",
    "<command> 2>&1 | tail -<number>",
    "timeout <number> <command>",
    "bash -c '<plain>'",
    'echo "$(<plain>)"',
    "<wrapper> <command>",
    "find <folder> -name '*.ts' -exec <plain> {} +",
    "<plain> | xargs <plain>",
    "V=<file>; <variable-use>",
    "V=<folder> && <variable-use>",
    "V=<file>; <command> && V=<file>; <variable-use>",
    "export V=<value>; <command>; <variable-use>",
    "for V in <file> <file>; do <variable-use>; done",
    "for V in <folder>/*; do <variable-use>; <command>; done",
    "if <plain>; then V=<file>; else V=<file>; fi; <variable-use>",
    "V=$(<plain>); <variable-use>",
    "V=$(mktemp -d) && <variable-use>",
    "cd <folder>; <plain>; cd <folder> && <command>",
    "cat > <file> <<'EOF'\n<plain>\nEOF",
    "cat > <file> <<EOF && <script>\n<value>\nEOF",
    "(cd <folder> && <command>); <command>",
  ],
  "variable-use": [
    'cat "$V"',
    "cat $V",
    'ls "$V"/*.ts',
    'rm -f "$V"',
    'cp "$V" <file>',
    'echo x > "$V"',
    "echo x >> $V/a.txt",
    'git diff -- "$V"',
    'cd "$V" && <plain>',
    "$V <value>",
    'bash "$V"',
    "npm run $V",
    'curl "$V"',
    "./$V",
  ],
  command: ["<plain>", "<plain>", "<tool>", "<network>", "<script>", "<lossy>"],
  plain: [
    "ls <flag> <folder>",
    "cat <file>",
    "grep -rn <flag> todo <folder>",
    "git <git>",
    "sed <sed> <file>",
    "cp <file> <file>",
    "mv <file> <file>",
    "rm <flag> <file>",
    "mkdir -p <folder>",
    "sort <flag> <file>",
    "echo <value>",
  ],
  tool: [
    "npm <npm> <flag>",
    "go <go> <flag> ./...",
    "cargo <cargo> <flag>",
    "pytest <flag> <file>",
    "make <task>",
    "eslint <flag> <folder>",
    "frobnicate <flag> <file>",
  ],
  network: [
    "curl <flag> <address>",
    "curl -X <method> -d <value> <address>",
    "wget -qO- <address>",
    "npx <value>",
    "pip install <flag> <value>",
    "docker <docker>",
  ],
  script: [
    "python <file> <value>",
    "./<file>",
    "node <file> <flag>",
    "python -c <value>",
  ],
  lossy: [
    "git push <flag>",
    "git reset <flag>",
    "rm -rf <folder>",
    "sudo <plain>",
    "kill <number>",
    "ssh host <plain>",
  ],
  filter: [
    "head -<number>",
    "wc -l",
    "grep <value>",
    "sh",
    "tee <file>",
    "python3",
  ],
  wrapper: ["sudo", "nohup", "env", "xargs", "exec", "nice", "setsid"],
  git: [
    "status",
    "log -<number>",
    "diff <flag>",
    "commit -m <value>",
    "checkout <value>",
    "checkout -- <file>",
    "fetch origin",
    "push",
    "-c core.pager=<file> log",
    "-C <folder> status",
    "stash <stash>",
  ],
  stash: ["", "pop", "drop", "clear"],
  npm: ["test", "run <task>", "install", "install <value>", "ci", "publish"],
  go: ["test", "build", "vet", "run", "generate", "install"],
  cargo: ["test", "build", "publish", "install"],
  docker: ["ps", "run --rm alpine ls", "rm -f web", "logs web"],
  task: ["test", "build", "dev", "deploy", "lint", "seed"],
  sed: ["-n '1,5p'", "-i 's/a/b/'", "'s/a/b/e'", "'w x'"],
  method: ["GET", "POST", "DELETE"],
  flag: [
    "",
    "-v",
    "-q",
    "-f",
    "--force",
    "-o <file>",
    "--config=<file>",
    "-r",
    "-la",
    "--hard",
    "-exec <file>",
    "--fix",
    "-p <value>",
    "--upload-file <file>",
  ],
  folder: [
    ".",
    "src",
    "docs",
    "/tmp",
    "~",
    "/etc",
    "..",
    "dist",
    ".git",
    "$DIR",
  ],
  file: [
    "notes.md",
    "src/app.ts",
    "tools/check.py",
    "/tmp/x",
    ".env",
    "~/.ssh/id_rsa",
    "package.json",
    ".git/config",
    "/etc/passwd",
    ".github/workflows/ci.yml",
    '"$FILE"',
    "*.ts",
  ],
  address: [
    "http://localhost:3000/x",
    "localhost:8080",
    "https://api.example.com/v1",
    "http://localhost:3000@example.com",
    "http://169.254.169.254/",
    '"$URL"',
  ],
  variable: ["PORT", "NODE_ENV", "FROB", "LD_PRELOAD", "PATH", "GIT_PAGER"],
  value: ["main", "a", "3000", "test", "left-pad", "$X", "'a b'", "src/app.ts"],
  number: ["1", "5", "20"],
};

function generate(random: (below: number) => number, rule = "line"): string {
  const choices = grammar[rule]!;
  const chosen = choices[random(choices.length)]!;
  return chosen.replace(/<([a-z-]+)>/g, (_, name) => generate(random, name));
}

function isLearnable(tier: Tier): boolean {
  return tiers.indexOf(tier) <= tiers.indexOf("fetch");
}

const seeds = Array.from({ length: 12 }, (_, index) => 1000 + index);

/** Approves commands up to `fetch`, and answers what was learned. */
function approveMany(random: (below: number) => number, count: number) {
  const context = contextWith({ autonomy: "supervised" });
  let rules: readonly Rule[] = [];
  const approved: string[] = [];
  while (approved.length < count) {
    const command = generate(random);
    const before = { ...context, rules };
    if (!isLearnable(decide(asked(command), before).tier)) continue;
    approved.push(command);
    ({ rules } = learn(asked(command), "approved", before));
  }
  return { rules, approved };
}

Deno.test("no approvals of commands up to fetch allow anything riskier", () => {
  for (const seed of seeds) {
    const random = randomFrom(seed);
    const { rules, approved } = approveMany(random, 150);
    assert.ok(rules.length > 20, `seed ${seed} taught too little`);
    let risky = 0;
    for (let count = 0; count < 400; count += 1) {
      const command = generate(random);
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
    const random = randomFrom(seed);
    const context = contextWith({ autonomy: "supervised" });
    let rules: readonly Rule[] = [];
    const risky: string[] = [];
    for (let count = 0; count < 300; count += 1) {
      const command = generate(random);
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
    const random = randomFrom(seed);
    const context = contextWith({ autonomy: "supervised" });
    for (let count = 0; count < 60; count += 1) {
      const command = generate(random);
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
    const random = randomFrom(seed);
    const { rules } = approveMany(random, 80);
    const context = contextWith({ autonomy: "supervised", rules });
    for (let count = 0; count < 40; count += 1) {
      const denied = generate(random);
      const after = learn(asked(denied), "denied", context).rules;
      for (let probe = 0; probe < 10; probe += 1) {
        const command = generate(random);
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

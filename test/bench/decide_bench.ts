/**
 * Measures what a decision costs, beside taking the line apart.
 *
 * ```sh
 * deno run test/bench/decide_bench.ts
 * ```
 *
 * @module
 */
import { decide, learn, type Rule } from "../../lib/learner/mod.ts";
import { parse } from "../../lib/shell/mod.ts";

const place = { project: "/home/dev/web", home: "/home/dev" };

const lines = [
  "ls -la src",
  "git status",
  "npm test",
  "npm run build 2>&1 | tail -20",
  "git add -A && git commit -m 'Fix the parser of dates'",
  "grep -rn 'useState' src --include='*.tsx' | head -40",
  "cd packages/api && go test ./... -run TestParse -count=1",
  "sed -n '120,180p' src/components/editor/toolbar.tsx",
  "find . -name '*.ts' -not -path './node_modules/*' | xargs grep -l fetch",
  'for f in a b c; do echo "== $f"; wc -l src/$f.ts; done',
  "curl -s http://localhost:3000/api/items | jq '.[0].id'",
  "cat <<'EOF' > notes.md\n# Notes\n\n- one\n- two\nEOF",
  "git push origin main",
  "python scripts/report.py --month 3 > /tmp/report.txt",
  "if [ -f package.json ]; then jq .scripts package.json; else ls; fi",
];

const rounds = 1500;

/** Rules, learned from commands that differ in their words. */
function manyRules(count: number): readonly Rule[] {
  let rules: readonly Rule[] = [];
  for (let index = 0; rules.length < count; index += 1) {
    const command = index % 3 === 0
      ? `frobnicate${index} --level ${index} src`
      : index % 3 === 1
      ? `npm run task${index}`
      : `git checkout feature/topic-${index} && ./tools/step${index}.sh`;
    const request = { kind: "command", command, complete: true };
    ({ rules } = learn(request, "approved", {
      ...place,
      autonomy: "supervised",
      rules,
      now: 0,
    }));
  }
  return rules;
}

/** Runs something over every line, and gives the times in microseconds. */
function timesOf(run: (line: string) => void): number[] {
  const times: number[] = [];
  for (let round = -200; round < rounds; round += 1) {
    for (const line of lines) {
      const start = performance.now();
      run(line);
      if (round >= 0) times.push((performance.now() - start) * 1000);
    }
  }
  return times.sort((first, second) => first - second);
}

function quantile(times: readonly number[], part: number): string {
  return times[Math.floor(times.length * part)]!.toFixed(1).padStart(7);
}

function row(title: string, times: readonly number[]): string {
  return `${title.padEnd(34)}p50 ${quantile(times, 0.5)}  p99 ${
    quantile(times, 0.99)
  }`;
}

const report = [`${lines.length} lines, ${rounds} rounds; in µs`];
report.push(row(
  "parse",
  timesOf((line) => {
    parse(line, { directory: place.project });
  }),
));
for (const count of [300, 10_000]) {
  const start = performance.now();
  const rules = manyRules(count);
  const each = ((performance.now() - start) * 1000) / rules.length;
  report.push(
    row(
      `parse + decide, ${rules.length} rules`,
      timesOf((command) => {
        decide(
          { kind: "command", command, complete: true },
          { ...place, autonomy: "supervised", rules, now: 0 },
        );
      }),
    ),
    `learn, up to ${rules.length} rules: ${each.toFixed(1)} a rule`,
  );
}
Deno.stdout.writeSync(new TextEncoder().encode(`${report.join("\n")}\n`));

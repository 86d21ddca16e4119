import assert from "node:assert/strict";
import { orch } from "../harness/mod.ts";

async function withHome(run: (home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir({ prefix: "orch-replay-" });
  try {
    await run(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

/** A day with a command that is learned, and one that nobody would allow. */
function trace(time: number): string {
  const t = new Date(time).toISOString();
  return [
    { t, project: "web", cwd: "/srv/web", cmd: "npm test" },
    { t, project: "web", cwd: "/srv/web", cmd: "npm test" },
    { t, project: "web", cwd: "/srv/web", cmd: "git push -f", danger: "push" },
  ].map((line) => `${JSON.stringify(line)}\n`).join("");
}

Deno.test("replay counts what reached the person, and gives what was learned", () =>
  withHome(async (home) => {
    await Deno.writeTextFile(`${home}/a.jsonl`, trace(Date.now()));
    const args = ["replay", "--json", "--autonomy", "supervised"];
    const files = ["--learned-out", "new.json", "--asked", "asked.jsonl"];
    const { code, stdout, stderr } = await orch(
      [...args, ...files, "a.jsonl"],
      { home },
    );
    assert.equal(code, 0, stderr);
    const { perDay: [day], ms, ...counts } = JSON.parse(stdout);
    assert.deepEqual(counts, {
      total: 3,
      auto: 1,
      manual: 2,
      denied: 1,
      dangerousAllowed: 0,
      rules: 1,
    });
    assert.equal(typeof ms, "number");
    assert.deepEqual([day.project, day.activeDay, day.manual], ["web", 1, 2]);

    const asked = (await Deno.readTextFile(`${home}/asked.jsonl`)).trim()
      .split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(asked.map(({ cmd }) => cmd), ["npm test", "git push -f"]);

    assert.equal((await Deno.stat(`${home}/new.json`)).mode! & 0o777, 0o600);
    const explained = await orch([
      ...["explain", "--json", "--autonomy", "supervised"],
      ...["--project", "/srv/web", "--learned", "new.json", "--", "npm test"],
    ], { home });
    assert.equal(JSON.parse(explained.stdout).verdict, "allow");
  }));

Deno.test("replay shows people the days", () =>
  withHome(async (home) => {
    const noon = Date.UTC(2026, 2, 1, 12);
    await Deno.writeTextFile(`${home}/a.jsonl`, trace(noon));
    const { stdout } = await orch(["replay", "a.jsonl"], { home });
    assert.match(stdout, /^web +2026-03-01 +1 +3 +\d/m);
    assert.match(stdout, /^3 commands: /m);
  }));

Deno.test("replay says what is wrong, and writes over nothing", () =>
  withHome(async (home) => {
    const none = await orch(["replay", "none.jsonl"], { home });
    assert.equal(none.code, 3);
    assert.match(none.stderr, /The trace .*none.jsonl cannot be read/);
    await Deno.writeTextFile(`${home}/bad.jsonl`, `${trace(0)}{"t": 1,}\n`);
    const bad = await orch(["replay", "bad.jsonl"], { home });
    assert.equal(bad.code, 2);
    assert.match(bad.stderr, /bad\.jsonl:4:9 is not JSON/);
    for (const flag of ["--learned-out", "--asked"]) {
      const taken = await orch(["replay", flag, "bad.jsonl", "bad.jsonl"], {
        home,
      });
      assert.equal(taken.code, 2, "the trace is read first");
      await Deno.writeTextFile(`${home}/a.jsonl`, trace(0));
      const refused = await orch(["replay", flag, "bad.jsonl", "a.jsonl"], {
        home,
      });
      assert.equal(refused.code, 2);
      assert.match(refused.stderr, /There is a file .*bad.jsonl already/);
    }
    assert.match(await Deno.readTextFile(`${home}/bad.jsonl`), /git push/);
  }));

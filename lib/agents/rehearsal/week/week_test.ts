import assert from "node:assert/strict";
import { parse } from "../../../shell/mod.ts";
import { parseScript } from "../parse_script.ts";
import { runBash } from "../run_bash.ts";
import { parseDay, rehearsalWeek, stageWeek, weekScript } from "./week.ts";

/** Real programs that a week may use: they only look, or make files. */
const harmless = new Set([
  ...["cat", "du", "echo", "find", "grep", "head", "ls", "mkdir", "sed"],
  ...["sha256sum", "sort", "tail", "touch", "uniq", "wc"],
  // What a stand-in printed is all that reaches them.
  ...["bash", "sh"],
]);

const weeks = rehearsalWeek();
const commandsOf = (days: (typeof weeks)[number]["days"]) =>
  days.flat().flatMap((step) => "run" in step ? [step] : []);

Deno.test("parseDay reads every kind of row", () => {
  assert.deepEqual(
    parseDay('\n# Hello.\nls\n! rm -rf ~\ngit commit -m "a\n|\n| b"\n'),
    [
      { say: "Hello." },
      { run: "ls" },
      { run: "rm -rf ~", danger: true },
      { run: 'git commit -m "a\n\nb"' },
    ],
  );
});

Deno.test("a week has seven full days, with dangers at its end", () => {
  for (const { name, days } of weeks) {
    assert.equal(days.length, 7, name);
    for (const [index, day] of days.entries()) {
      const commands = commandsOf([day]);
      const dangers = commands.filter((step) => step.danger);
      const label = `${name}, day ${index + 1}`;
      assert.ok(commands.length >= 25 && commands.length <= 35, label);
      assert.ok(dangers.length >= 1, label);
      if (index === 6) assert.ok(dangers.length >= 5, label);
    }
  }
});

Deno.test("a week needs no program but its stand-ins and harmless ones", () => {
  for (const { name, stubs, days, files } of weeks) {
    for (const { run } of commandsOf(days)) {
      const { commands, opaque } = parse(run, { directory: "/project" });
      const piped = /\| (sudo )?(ba)?sh$/.test(run);
      if (!piped) assert.deepEqual(opaque, [], `${name}: ${run}`);
      for (const command of commands) {
        // A stand-in for sudo keeps what it is given from being run.
        const program = command.wrappers[0] ?? command.name?.value ?? "";
        const own = program.startsWith("./bin/sift") ||
          Object.hasOwn(files, program.replace(/^\.\//, ""));
        assert.ok(
          own || Object.hasOwn(stubs, program) || harmless.has(program),
          `${name}: ${run} runs '${program}'`,
        );
        for (const { operator, target } of command.redirects) {
          if (!operator.includes(">")) continue;
          const place = target.text;
          const inside = /^(?![/.])[\w.]+$/.test(place) ||
            place === "~/.bashrc";
          assert.ok(inside || operator === ">&", `${name}: ${run}`);
        }
      }
    }
  }
});

for (const week of weeks) {
  Deno.test(`all of the week of ${week.name} can be run, even its dangers`, async () => {
    const folder = await Deno.makeTempDir({ prefix: "orch-" });
    try {
      const { project } = await stageWeek(week, folder);
      const environment = {
        PATH: `${folder}/bin:${Deno.env.get("PATH")}`,
        HOME: `${folder}/home`,
      };
      const { signal } = new AbortController();
      const kept = ["home/backups/a", "home/src/old-sift/a", "home/Mail/a"];
      for (const file of kept) {
        const path = `${folder}/${file}`;
        await Deno.mkdir(path.slice(0, -2), { recursive: true });
        await Deno.writeTextFile(path, "kept");
      }
      for (const { run, danger } of commandsOf(week.days)) {
        const { code, output } = await runBash(run, {
          directory: project,
          environment,
          signal,
        });
        if (!danger) assert.equal(code, 0, `${run}\n${output}`);
      }
      for (const file of [...kept, "project/README.md", "bin/git"]) {
        assert.ok((await Deno.stat(`${folder}/${file}`)).isFile, file);
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

Deno.test("stageWeek writes a script that can be played", async () => {
  const folder = await Deno.makeTempDir({ prefix: "orch-" });
  try {
    for (const week of weeks) {
      const staged = await stageWeek(week, `${folder}/${week.name}`);
      const script = parseScript(await Deno.readTextFile(staged.script));
      assert.deepEqual(script, weekScript(week));
      const asked = script.steps.filter((step) => "run" in step).length;
      assert.equal(asked, commandsOf(week.days).length);
      const waits = script.steps.filter((step) => "wait" in step).length;
      assert.equal(waits, 6);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("weekScript can play some days only", () => {
  const [week] = weeks;
  assert.ok(week);
  const { steps } = weekScript(week, [7, 1]);
  assert.deepEqual(steps[0], { say: "Day 7." });
  assert.equal(steps.filter((step) => "wait" in step).length, 1);
});

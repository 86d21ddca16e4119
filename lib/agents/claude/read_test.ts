import assert from "node:assert/strict";
import {
  requestOf,
  withoutColours,
} from "../../../test/harness/golden_screens.ts";
import { readGoldenScreens } from "../../../test/harness/read_golden_screens.ts";
import { claude } from "./claude.ts";
import { read } from "./read.ts";

const isLatest = (file: string) => file.startsWith("2.1.330-");

const screens = await readGoldenScreens(claude, {
  atLeast: 100,
  composer: 4,
  scraps: ["╌╌╌╌", " ❯ 1. Yes", " Esc to cancel", " Do you want to proceed?"],
  // Early releases, and short panes, leave rows of a dialog out.
  mayDiffer: ({ file, screen }, { complete }) =>
    !complete && (!isLatest(file) || screen.rows < 24),
  offered({ file, expected }, { options }) {
    const { kind, meanings = [] } = expected;
    if (isLatest(file)) return meanings;
    // Earlier releases have no auto mode to offer, and not always a rule.
    const offered = kind === "question" ? "other" : "always";
    return meanings.filter((meaning) =>
      meaning === offered
        ? options.some((option) => option.meaning === offered)
        : meaning !== "other"
    );
  },
  check({ file }, state) {
    if (state.state === "asking") {
      const { evidence, options } = state.request;
      const named = evidence.some((row) =>
        options.some(({ label }) => row.includes(label.slice(0, 20)))
      );
      assert.ok(named, "no option is among its evidence");
    }
    if (state.state !== "limited") return;
    assert.match(state.resets ?? "", /^\d{1,2}(?::\d\d)?[ap]m \(UTC\)$/);
    // Earlier releases open a menu of ways out by themselves.
    assert.equal(state.menu?.complete, isLatest(file) ? undefined : false);
  },
});

Deno.test("read knows a dialog again by itself alone", () => {
  const seen = new Map<string, string>();
  for (const { file, screen } of screens) {
    const { text, columns, rows } = screen;
    const request = requestOf(read(screen));
    if (!request) continue;
    // The same dialog in a lower pane is the same dialog.
    const scenario = file.replace(/x\d+-/, "-");
    const before = seen.get(request.fingerprint) ?? scenario;
    assert.equal(before, scenario);
    seen.set(request.fingerprint, scenario);
    const scrolled = `● Something else\n${
      text.split("\n").slice(1).join("\n")
    }`;
    const again = requestOf(read({ text: scrolled, columns, rows }));
    const framed = /^[╭─]/.test(withoutColours(text));
    if (request.complete && !framed) {
      assert.equal(again?.fingerprint, request.fingerprint, file);
    }
    // A person moves the highlight: it is the same dialog.
    const moved = withoutColours(text)
      .replace(/^ ❯ 1\./m, "   1.").replace(/^ {3}2\./m, " ❯ 2.");
    const same = requestOf(read({ text: moved, columns, rows }));
    assert.equal(same?.fingerprint, request.fingerprint, file);
  }
});

const rule = "─".repeat(80);
const dashes = "╌".repeat(80);

/** A dialog as 2.1.330 draws it, to be changed. */
const parts = {
  frame: rule,
  title: " Bash command",
  head: " Do it",
  body: [dashes, " npm test", dashes],
  reason: " This command requires approval",
  blank: "",
  question: " Do you want to proceed?",
  options: [" ❯ 1. Yes", "   2. No"],
  gap: "",
  footer: " Esc to cancel · Tab to amend",
};
const drawn = (
  changed: Partial<Record<keyof typeof parts, string | string[]>>,
) => Object.values({ ...parts, ...changed }).flat().join("\n");
const reading = (text: string) => requestOf(read({ text, columns: 80 }));

Deno.test("read answers for no dialog that it does not understand", () => {
  assert.equal(reading(drawn({}))?.complete, true);
  const strange: Partial<Record<keyof typeof parts, string | string[]>>[] = [
    { title: " Bash commands" },
    { title: " Launch rocket" },
    { frame: rule.slice(10) },
    { frame: " " + rule.slice(1) },
    { body: [dashes, " npm test"] },
    { body: [dashes, " npm test", dashes, " more", dashes] },
    { body: [dashes, dashes] },
    { body: [dashes, "npm test", dashes] },
    { body: [dashes, " npm test", "rm -rf x", dashes] },
    { options: [" ❯ 1. Yes", "   3. No"] },
    { options: [" ❯ Yes", "   No"] },
    { options: [" ❯ 1. Yes", " ❯ 2. No"] },
    { options: [" ❯ 1. Yes", "   2. Yes", "   3. No"] },
    { options: [" ❯ 1. Yes", "   2. Type here to tell Claude"] },
    { options: [" ❯ 1. Yes, and use auto mode", "   2. No"] },
    { gap: " ↑ 3 more lines" },
  ];
  for (const change of strange) {
    const request = reading(drawn(change));
    assert.equal(request?.complete, false, JSON.stringify(change));
  }
});

Deno.test("read takes a title for its frame where that alone is out of view", () => {
  const low = (gap: string) => {
    const rows = drawn({ gap }).split("\n").slice(1);
    return requestOf(read({ text: rows.join("\n"), columns: 80 }));
  };
  assert.equal(low(" ↑ 1 more line")?.complete, true);
  for (const gap of ["", " ↑ 2 more lines", " ↓ 1 more line"]) {
    assert.equal(low(gap)?.complete, false, gap);
  }
});

Deno.test("read waits until a file's changes are drawn", () => {
  const edit = (content: string) => ({
    title: " Edit file",
    head: " src/app.js",
    body: [dashes, ...content.split("\n"), dashes],
    reason: "",
    question: " Do you want to make this edit to app.js?",
  });
  assert.equal(reading(drawn(edit(" 1 -a\n 1 +b")))?.complete, true);
  const soon = reading(drawn(edit("…")));
  assert.equal(soon?.complete, false);
  assert.equal(soon?.path, "src/app.js");
});

Deno.test("read lets the record settle only what rows leave open", () => {
  const body = [dashes, " touch a\ufffdb", dashes];
  const open = reading(drawn({ body }));
  assert.equal(open?.complete, false);
  assert.equal(open?.settledByRecord, true);
  const changes: Partial<Record<keyof typeof parts, string | string[]>>[] = [
    { body, gap: " ↑ 3 more lines" },
    { body, frame: "", title: "" },
    { body, options: [" ❯ 1. Yes", "   3. No"] },
    { body, options: [" ❯ Yes", "   No"] },
  ];
  for (const change of changes) {
    const request = reading(drawn(change));
    assert.equal(request?.complete, false);
    assert.equal(request?.settledByRecord, undefined, JSON.stringify(change));
  }
});

Deno.test("read takes nothing above a composer for a dialog", () => {
  const composer = [rule, "❯\u00a0", rule, "  ? for shortcuts"].join("\n");
  const state = read({ text: `${drawn({})}\n${composer}`, columns: 80 });
  assert.deepEqual(state, { state: "idle" });
  const shell = `${drawn({})}\n$ `;
  assert.equal(
    requestOf(read({ text: shell, columns: 80 }))?.complete,
    undefined,
  );
});

Deno.test("read tells what was typed from what is only suggested", () => {
  const composer = (row: string) => [rule, row, rule, "  hints"].join("\n");
  const drafts: [string, string | undefined][] = [
    ["❯\u00a0", undefined],
    ["❯\u00a0\x1b[7mT\x1b[0;2mry something\x1b[0m", undefined],
    ["❯\u00a0\x1b[2mTry something\x1b[0m", undefined],
    ["❯\u00a0fix\x1b[7m \x1b[0m", "fix"],
    ["❯\u00a0\x1b[7mf\x1b[0mix", "fix"],
    ["❯\u00a0npm\x1b[2m run build\x1b[0m", "npm"],
    ["!\u00a0\x1b[7m \x1b[0m", "!"],
    ["!\u00a0ls", "!ls"],
  ];
  for (const [row, draft] of drafts) {
    const state = read({ text: composer(row), columns: 80 });
    assert.equal(state.state, "idle", row);
    assert.equal("draft" in state ? state.draft : undefined, draft, row);
  }
});

Deno.test("read tells working, failed and limited turns from finished ones", () => {
  const turn = (rows: string[], footer = "? for shortcuts") =>
    read({
      text: [...rows, "", rule, "❯\u00a0", rule, `  ${footer}`].join("\n"),
      columns: 80,
    });
  assert.equal(turn(["✻ Brewed for 3s"]).state, "idle");
  assert.equal(turn(["✽ Brewing… (3s · ↓ 36 tokens)"]).state, "working");
  assert.equal(
    turn(["✻ Waiting for 1 background agent to finish"]).state,
    "working",
  );
  assert.equal(turn(["● Done."], "esc to interrupt").state, "working");
  assert.equal(turn(["  ✻ Thinking… is a nice word"]).state, "idle");
  assert.equal(turn(["❯ go", "", "● API Error: 500 oops"]).state, "error");
  assert.equal(turn(["❯ API Error: 500", "", "● I see."]).state, "idle");
  const retry = "✻ API error · Retrying in 3s · attempt 4/10";
  assert.deepEqual(turn([retry], "esc to interrupt"), {
    state: "error",
    message: retry.slice(2),
  });
  const limit = [
    "❯ go",
    "  ⎿  You've hit your 5-hour limit · resets 7pm (UTC)",
  ];
  assert.deepEqual(turn(limit), { state: "limited", resets: "7pm (UTC)" });
  const noted = [...limit, "", "● Usage limit reached · set to continue"];
  assert.deepEqual(turn(noted), { state: "limited", resets: "7pm (UTC)" });
  assert.equal(turn([...limit, "", "❯ again", "", "● Done."]).state, "idle");
});

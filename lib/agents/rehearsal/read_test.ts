import assert from "node:assert/strict";
import type { Request, Screen } from "../agent.ts";
import {
  commandDialog,
  type Dialog,
  editDialog,
  questionDialog,
  trustDialog,
  writeDialog,
} from "./dialog.ts";
import { draw } from "./draw.ts";
import { idleStage as idle } from "./testing.ts";
import { outcome } from "./outcome.ts";
import { read } from "./read.ts";
import type { Block, CallState, Stage } from "./stage.ts";
import { seededRandom } from "../../../test/harness/seeded_random.ts";

function screenOf(
  stage: Stage,
  columns = 80,
  rows = 24,
  escapes = false,
): Screen {
  const text = draw(stage, { columns, rows }).rows.join("\n");
  // deno-lint-ignore no-control-regex
  const plain = escapes ? text : text.replace(/\x1b\[\d*m/g, "");
  return { text: plain.replace(/ +$/gm, "") + "\n", columns, rows };
}

const asking = (dialog: Dialog, selected = 0): Stage => ({
  ...idle,
  activity: { kind: "asking", dialog, selected },
});

function requestOn(screen: Screen): Request {
  const state = read(screen);
  assert.equal(state.state, "asking", screen.text);
  assert.ok(state.state === "asking");
  return state.request;
}

const words = [
  "git",
  "npm test",
  "a  b",
  "c" + " ".repeat(30) + "d",
  "'don''t'",
  '"quoted \\"$x\\""',
  "❯ 1. Yes",
  "│",
  "Esc to cancel",
  "日本語",
  "🎉🎉",
  "cafe\u0301",
  "-".repeat(70),
  "https://example.com/a/very/long/address/that/no/narrow/pane/can/hold",
  "漢字".repeat(40),
  "&& \\",
  "╌".repeat(30),
];

function commandFrom(next: (below: number) => number): string {
  const line = () =>
    Array.from({ length: 1 + next(8) }, () => words[next(words.length)])
      .join(" ");
  return Array.from(
    { length: 1 + next(4) },
    (_, index) => index === 0 ? line() : " ".repeat(next(3) * 2) + line(),
  )
    .join(next(5) === 0 ? "\n\n" : "\n");
}

Deno.test("read gives back every command that draw shows", () => {
  const next = seededRandom(7);
  let unread = 0;
  for (let i = 0; i < 1500; i++) {
    const columns = 40 + next(161);
    const command = commandFrom(next);
    const dialog = commandDialog(command, {
      ...(next(2) ? { description: words[next(words.length)] } : {}),
      ...(next(3) ? {} : { always: false as const }),
      numbered: next(4) > 0,
    });
    const request = requestOn(screenOf(asking(dialog), columns, 90));
    assert.equal(request.kind, "command");
    if (!request.complete) {
      unread++;
      continue;
    }
    assert.ok(request.readings);
    assert.equal(request.command, request.readings[0]);
    assert.ok(
      request.readings.includes(command),
      JSON.stringify({ columns, command, readings: request.readings }),
    );
    assert.equal(request.options.length, dialog.options.length);
    assert.equal(request.options[0]?.meaning, "once");
    assert.equal(request.options.at(-1)?.meaning, "deny");
    assert.equal(request.selected, 0);
  }
  assert.ok(unread < 400, `${unread} of 1500 could not be read`);
});

Deno.test("read gives the same with and without escapes", () => {
  for (
    const dialog of [
      commandDialog("npm test"),
      writeDialog("a.txt", "x\n", true),
      trustDialog("/srv/shop"),
    ]
  ) {
    const plain = read(screenOf(asking(dialog)));
    assert.deepEqual(read(screenOf(asking(dialog), 80, 24, true)), plain);
  }
});

Deno.test("read tells what options mean, whatever their place", () => {
  const { options } = requestOn(screenOf(asking(commandDialog("npm test"))));
  assert.deepEqual(options, [
    { key: "1", label: "Yes", meaning: "once" },
    {
      key: "2",
      label: "Yes, and don't ask again for: npm test *",
      meaning: "always",
    },
    { key: "3", label: "No", meaning: "deny" },
  ]);
  const two = commandDialog("a; b");
  assert.deepEqual(
    requestOn(screenOf(asking(two))).options.map((o) => [o.key, o.meaning]),
    [["1", "once"], ["2", "deny"]],
  );
  const trust = requestOn(screenOf(asking(trustDialog("/srv/shop"))));
  assert.equal(trust.kind, "trust");
  assert.equal(trust.path, "/srv/shop");
  assert.deepEqual(trust.options.map((o) => [o.key, o.meaning]), [
    [undefined, "deny"],
    [undefined, "once"],
  ]);
  const question = questionDialog("Which?", ["Yes", "No"]);
  const asked = requestOn(screenOf(asking(question, 1)));
  assert.equal(asked.kind, "question");
  assert.equal(asked.selected, 1);
  assert.deepEqual(asked.options.map((o) => o.meaning), ["other", "other"]);
});

Deno.test("read gives the exact path of a file, however it is wrapped", () => {
  for (const path of ["a.txt", "src/日本/" + "x".repeat(90) + " y/z.ts"]) {
    for (const columns of [40, 80, 107]) {
      for (
        const dialog of [
          writeDialog(path, "one\ntwo\n", false),
          editDialog(path, "one", "two"),
        ]
      ) {
        const request = requestOn(screenOf(asking(dialog), columns, 40));
        assert.equal(request.path, path);
        assert.equal(request.kind, dialog.kind);
        assert.equal(request.complete, true);
      }
    }
  }
});

Deno.test("a dialog whose top is cut off is incomplete", () => {
  const dialog = commandDialog("cat <<EOF\n" + "line\n".repeat(30) + "EOF");
  const whole = requestOn(screenOf(asking(dialog), 80, 50));
  assert.equal(whole.complete, true);
  for (let rows = 4; rows < 42; rows++) {
    const request = requestOn(screenOf(asking(dialog), 80, rows));
    assert.equal(request.complete, false, `${rows} rows`);
    assert.equal(request.command, undefined);
  }
});

Deno.test("a command with control characters is incomplete", () => {
  for (const command of ["echo a\tb", "echo \x1b[2K", "a\rb"]) {
    const request = requestOn(screenOf(asking(commandDialog(command))));
    assert.equal(request.complete, false);
  }
});

Deno.test("blanks that a row's end would swallow are never guessed", () => {
  const gap = " ".repeat(60);
  for (
    const command of [`echo a${gap}rm -rf build`, "cat <<EOF \nEOF ", "a  "]
  ) {
    const request = requestOn(screenOf(asking(commandDialog(command)), 50));
    assert.equal(request.complete, false, JSON.stringify(request.readings));
  }
  const inside = "echo 'a  b'";
  const request = requestOn(screenOf(asking(commandDialog(inside))));
  assert.deepEqual(request.readings, [inside]);
});

Deno.test("quoted dialogs are not live, wherever they stand", () => {
  const quoted = screenOf(asking(commandDialog("rm -rf /")), 60, 14).text;
  const blocks: Block[] = [
    { kind: "say", text: quoted },
    { kind: "message", text: quoted },
    {
      kind: "call",
      tool: "Run",
      subject: quoted,
      state: "approved",
      output: quoted.split("\n"),
    },
  ];
  for (const block of blocks) {
    for (const rows of [8, 14, 20, 40]) {
      const screen = screenOf(
        { ...idle, blocks: [block], outputRows: 30 },
        60,
        rows,
      );
      assert.equal(read(screen).state, "idle", screen.text);
    }
  }
  const typed = read(screenOf({ ...idle, draft: quoted }, 60, 60));
  assert.equal(typed.state, "idle");
  const inside = commandDialog(`cat <<'EOF'\n${quoted}\nEOF`);
  assert.equal(
    requestOn(screenOf(asking(inside), 100, 60)).command,
    `cat <<'EOF'\n${quoted}\nEOF`,
  );
  const described = commandDialog("ls", { description: quoted });
  assert.equal(requestOn(screenOf(asking(described), 60, 60)).command, "ls");
  const shell = { text: `${quoted}\n$ `, columns: 60 };
  assert.equal(read(shell).state, "starting");
});

Deno.test("read tells a placeholder from a draft", () => {
  assert.deepEqual(read(screenOf(idle)), { state: "idle" });
  assert.deepEqual(read(screenOf(idle, 80, 24, true)), { state: "idle" });
  const typed = { ...idle, draft: "Type a message" };
  assert.deepEqual(read(screenOf(typed, 80, 24, true)), {
    state: "idle",
    draft: "Type a message",
  });
});

Deno.test("read gives a draft back, wrapped or not", () => {
  const next = seededRandom(11);
  for (let i = 0; i < 500; i++) {
    const length = 1 + next(300);
    const draft = Array.from(
      { length },
      () => ["a", "b", "日", ".", "\n"][next(5)],
    ).join("") + "!";
    const columns = 40 + next(60);
    const state = read(screenOf({ ...idle, draft }, columns, 800));
    assert.deepEqual(state, { state: "idle", draft }, String(columns));
  }
});

Deno.test("read tells the other states", () => {
  const working: Stage = {
    ...idle,
    draft: "later",
    activity: { kind: "working", seconds: 2, frame: 0 },
  };
  assert.deepEqual(read(screenOf(working)), {
    state: "working",
    draft: "later",
  });
  const limit: Block = { kind: "limit", resets: "3:00 PM (Europe/Berlin)" };
  assert.deepEqual(read(screenOf({ ...idle, blocks: [limit] }, 40)), {
    state: "limited",
    resets: "3:00 PM (Europe/Berlin)",
  });
  const after: Block = { kind: "message", text: "go on" };
  assert.deepEqual(read(screenOf({ ...idle, blocks: [limit, after] })), {
    state: "idle",
  });
  const error: Block = { kind: "error", message: "500 overloaded" };
  assert.deepEqual(read(screenOf({ ...idle, blocks: [error] })), {
    state: "error",
    message: "500 overloaded",
  });
  const said: Block = { kind: "say", text: "Usage limit reached · resets now" };
  assert.equal(read(screenOf({ ...idle, blocks: [said] })).state, "idle");
  assert.deepEqual(read({ text: "\nRehearsal ended with code 3\n$ " }), {
    state: "exited",
  });
  assert.deepEqual(read({ text: "\n\n" }), { state: "starting" });
});

Deno.test("equal dialogs have equal fingerprints, others do not", () => {
  const said: Stage = {
    ...asking(commandDialog("npm test")),
    blocks: [{ kind: "say", text: "Testing." }],
  };
  const first = requestOn(screenOf(asking(commandDialog("npm test"))));
  assert.equal(requestOn(screenOf(said)).fingerprint, first.fingerprint);
  const other = requestOn(screenOf(asking(commandDialog("npm tests"))));
  assert.notEqual(other.fingerprint, first.fingerprint);
  for (const row of first.evidence) {
    assert.ok(screenOf(said).text.includes(row), row);
  }
  assert.ok(first.evidence.includes("npm test"));
  assert.ok(first.evidence.includes("❯ 1. Yes"));
});

Deno.test("outcome tells the answer from the transcript", () => {
  const command = "git commit -m " + "long ".repeat(40);
  const request = requestOn(screenOf(asking(commandDialog(command))));
  const call = (state: CallState, subject = command): Block => ({
    kind: "call",
    tool: "Run",
    subject,
    state,
    output: ["⊘ Run(ls)"],
  });
  const after = (...blocks: Block[]) =>
    outcome(request, screenOf({ ...idle, blocks }, 60));
  assert.equal(after(call("approved")), "approved");
  assert.equal(after(call("denied")), "denied");
  assert.equal(after(call("withdrawn")), "unknown");
  assert.equal(after(call("denied"), call("approved")), "approved");
  assert.equal(after(call("approved"), call("pending")), "approved");
  assert.equal(after(call("approved"), call("denied", "ls")), "approved");
  assert.equal(after(call("approved", "ls")), "unknown");
  assert.equal(after({ kind: "say", text: "● Run(npm test)" }), "unknown");
});

import assert from "node:assert/strict";
import { PassingClock } from "../../test/harness/passing_clock.ts";
import type { Agent, Request } from "./agent.ts";
import { answer, type AnswerResult } from "./answer.ts";
import { claude } from "./claude/claude.ts";
import type { Terminal } from "./terminal.ts";

const rule = "─".repeat(80);
const dashes = "╌".repeat(80);

function dialog(command: string, options: string[], above = ""): string {
  return [
    above,
    rule,
    " Bash command",
    " Run it",
    dashes,
    ` ${command}`,
    dashes,
    " This command requires approval",
    "",
    " Do you want to proceed?",
    ...options.map((label, at) => ` ${at ? " " : "❯"} ${at + 1}. ${label}`),
    "",
    " Esc to cancel · Tab to amend",
  ].join("\n");
}

const idle = ["done", rule, "❯\u00a0", rule, "  ? for shortcuts"].join("\n");
const three = ["Yes", "Yes, and don't ask again for: rm *", "No"];

/** A terminal whose screen a test changes as keys arrive and time passes. */
class ScriptedTerminal implements Terminal {
  keys: { key: string; at: number }[] = [];
  text: string;
  title = "";
  onKey: (key: string) => void = () => {};
  onLook: (looks: number) => void = () => {};
  looks = 0;
  constructor(text: string, readonly clock: PassingClock) {
    this.text = text;
  }
  capture() {
    this.onLook(++this.looks);
    const { text, title } = this;
    return Promise.resolve({ text, columns: 80, rows: 24, title });
  }
  keyIf(_: string, rows: readonly string[], key: string) {
    const shown = this.text.split("\n");
    const all = rows.every((row) => shown.some((one) => one.includes(row)));
    if (all) {
      this.keys.push({ key, at: this.clock.time });
      this.onKey(key);
    }
    return Promise.resolve(all);
  }
  paste() {
    return Promise.reject(new Error("nothing is to be pasted"));
  }
}

function asked(text: string): Request {
  const state = claude.read({ text, columns: 80 });
  assert.equal(state.state, "asking");
  return state.state === "asking" ? state.request : assert.fail();
}

interface Played {
  result: AnswerResult;
  terminal: ScriptedTerminal;
}

async function play(
  text: string,
  meaning: "once" | "deny",
  script: (terminal: ScriptedTerminal) => void,
  more: { request?: Request; agent?: Agent; answered?: boolean } = {},
): Promise<Played> {
  const clock = new PassingClock();
  const terminal = new ScriptedTerminal(text, clock);
  script(terminal);
  const result = await answer({
    tmux: terminal,
    pane: "%1",
    agent: more.agent ?? claude,
    request: more.request ?? asked(text),
    meaning,
    marker: "1",
    clock,
    ...(more.answered === undefined
      ? {}
      : { answered: () => Promise.resolve(more.answered!) }),
  });
  return { result, terminal };
}

const closes = (terminal: ScriptedTerminal) => {
  terminal.onKey = () => terminal.text = idle;
};

Deno.test("answer presses the key of the row that means yes, once", async () => {
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    closes,
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["1"]);
});

Deno.test("answer goes by meaning where the rows stand otherwise", async () => {
  const rows = ["No", "Yes, and switch to auto mode", "Yes"];
  const { terminal } = await play(dialog("rm x", rows), "once", closes);
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["3"]);
});

Deno.test("answer denies with the agent's own key", async () => {
  const { terminal } = await play(dialog("rm x", three), "deny", closes);
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["Escape"]);
});

Deno.test("answer waits until the agent listens", async () => {
  const { terminal } = await play(dialog("rm x", three), "once", closes);
  assert.ok(terminal.keys[0]!.at >= 1000 + claude.guard);
});

Deno.test("answer presses nothing on another dialog or none", async () => {
  const text = dialog("rm x", three);
  for (
    const other of [idle, dialog("rm y", three), dialog("rm x", ["Yes", "No"])]
  ) {
    const { result, terminal } = await play(
      text,
      "once",
      (terminal) => terminal.text = other,
    );
    assert.deepEqual(result, { status: "changed" });
    assert.deepEqual(terminal.keys, []);
  }
});

Deno.test("answer presses nothing when the dialog changes at the last moment", async () => {
  const text = dialog("rm x", three);
  const { result, terminal } = await play(text, "once", (terminal) => {
    const { capture } = terminal;
    terminal.capture = async () => {
      const seen = await capture.call(terminal);
      terminal.text = dialog("rm y", three);
      return seen;
    };
  });
  assert.deepEqual(result, { status: "changed" });
  assert.deepEqual(terminal.keys, []);
});

/** Lets the title move, as an agent does that waits for an answer. */
const blinks = (terminal: ScriptedTerminal) => {
  terminal.onLook = (looks) => terminal.title = looks % 2 ? "!" : "";
};

Deno.test("answer presses an ignored key once more, and not again", async () => {
  const text = dialog("rm x", three);
  let pressed = 0;
  const second = await play(text, "once", (terminal) => {
    blinks(terminal);
    terminal.onKey = () => {
      if (++pressed === 2) terminal.text = idle;
    };
  });
  assert.deepEqual(second.result, { status: "sent", gone: true, attempts: 2 });
  const never = await play(text, "once", blinks);
  assert.deepEqual(never.result, { status: "sent", gone: false, attempts: 2 });
  assert.equal(never.terminal.keys.length, 2);
});

Deno.test("answer presses no second key while nothing moves", async () => {
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    (terminal) => {
      // What was drawn when the key came proves nothing of afterwards.
      blinks(terminal);
      terminal.onKey = () => terminal.onLook = () => {};
    },
  );
  assert.deepEqual(result, { status: "sent", gone: false, attempts: 1 });
  assert.equal(terminal.keys.length, 1);
});

/** Wants the highlight to be moved before every answer. */
const moves: Agent = {
  ...claude,
  keyFor: () => ({ key: "Down", final: false }),
};

Deno.test("answer gives up where the highlight does not move", async () => {
  const text = dialog("rm x", three);
  const stuck = await play(text, "once", () => {}, { agent: moves });
  assert.equal(stuck.result.status, "refused");
  assert.deepEqual(stuck.terminal.keys.map(({ key }) => key), ["Down"]);
  // It moves, and never gets there.
  const endless = await play(text, "once", (terminal) => {
    terminal.onKey = () => {
      const low = terminal.keys.length % 2 === 1;
      terminal.text = low
        ? text.replace("❯ 1", "  1").replace("  2", "❯ 2")
        : text;
    };
  }, { agent: moves });
  assert.equal(endless.result.status, "refused");
  assert.ok(endless.terminal.keys.every(({ key }) => key === "Down"));
});

Deno.test("answer sees a key take effect that took its time", async () => {
  let pressed: number | undefined;
  let late: number | undefined;
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    (terminal) => {
      terminal.onKey = () => pressed ??= terminal.clock.time;
      terminal.onLook = (looks) => {
        terminal.title = looks % 2 ? "!" : "";
        // After the key has been given up, and before the second.
        if (pressed !== undefined && terminal.clock.time >= pressed + 600) {
          late ??= terminal.looks;
          if (terminal.looks > late) terminal.text = idle;
        }
      };
    },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
  assert.equal(terminal.keys.length, 1);
});

Deno.test("answer gives the next equal dialog no key of the one before", async () => {
  // The first is answered, the next is drawn just like it; the record tells.
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    () => {},
    { answered: true },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
  assert.equal(terminal.keys.length, 1);
});

Deno.test("answer takes no blinking for a change", async () => {
  const shapes = ["● Doing it", "  Doing it", "\x1b[1m●\x1b[0m Doing it"];
  const { result, terminal } = await play(
    dialog("rm x", three, shapes[0]),
    "once",
    (terminal) => {
      terminal.onLook = (looks) => {
        if (terminal.text === idle) return;
        terminal.text = dialog("rm x", three, shapes[looks % 3]);
      };
      terminal.onKey = () => {
        if (terminal.keys.length === 2) terminal.text = idle;
      };
    },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 2 });
  assert.equal(terminal.keys.length, 2);
});

Deno.test("answer presses no second key when anything changed", async () => {
  const text = dialog("rm x", three);
  const script = (terminal: ScriptedTerminal) => {
    terminal.onKey = () => terminal.text = dialog("rm x", three, "● Ran rm x");
  };
  const stuck = await play(text, "once", script);
  assert.deepEqual(stuck.result, { status: "sent", gone: false, attempts: 1 });
  assert.equal(stuck.terminal.keys.length, 1);
  const known = await play(text, "once", script, { answered: true });
  assert.deepEqual(known.result, { status: "sent", gone: true, attempts: 1 });
});

Deno.test("answer refuses what was not read whole or has no plain yes", async () => {
  const text = dialog("rm x", three);
  const cut = { ...asked(text), complete: false, incompleteBecause: "cut" };
  const refused: [string, Request | undefined][] = [
    [text, cut],
    [dialog("rm x", ["Yes, and switch to auto mode", "No"]), undefined],
    [dialog("rm x", ["Yes", "Yes", "No"]), undefined],
  ];
  for (const [screen, request] of refused) {
    const { result, terminal } = await play(
      screen,
      "once",
      closes,
      request ? { request } : {},
    );
    assert.equal(result.status, "refused");
    assert.deepEqual(terminal.keys, []);
  }
  // A no needs no more than to know the dialog again.
  const { result } = await play(text, "deny", closes, { request: cut });
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
});

Deno.test("answer never denies what a no would end", async () => {
  const question = { ...asked(dialog("rm x", three)), kind: "trust" as const };
  const { result, terminal } = await play(
    dialog("rm x", three),
    "deny",
    closes,
    { request: question },
  );
  assert.equal(result.status, "refused");
  assert.deepEqual(terminal.keys, []);
});

/** Reads a page of its own as what confirms a no; all else as Claude Code. */
const asksTwice: Agent = {
  ...claude,
  read: (screen) =>
    screen.text === page
      ? {
        state: "asking",
        request: {
          kind: "question",
          complete: false,
          confirms: "deny",
          options: [{ key: "Enter", label: "Confirm", meaning: "deny" }],
          selected: undefined,
          fingerprint: "page",
          evidence: ["Do what instead?"],
        },
      }
      : claude.read(screen),
  keyFor: (request, meaning) =>
    request.confirms === meaning
      ? { key: "Enter", final: true }
      : claude.keyFor(request, meaning),
};
const page = "Do what instead?\nenter confirm";

Deno.test("answer confirms a no where the agent asks for one more key", async () => {
  const { result, terminal } = await play(
    dialog("rm x", three),
    "deny",
    (terminal) => {
      // The page does not stand there at once.
      let drawn = Infinity;
      terminal.onKey = (key) => {
        terminal.text = key === "Enter" ? idle : "";
        drawn = terminal.looks + 4;
      };
      terminal.onLook = (looks) => {
        if (terminal.text === "" && looks >= drawn) terminal.text = page;
      };
    },
    { agent: asksTwice },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 2 });
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["Escape", "Enter"]);
});

Deno.test("answer confirms no other answer than its own", async () => {
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    (terminal) => {
      terminal.onKey = () => terminal.text = page;
    },
    { agent: asksTwice },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["1"]);
});

Deno.test("answer takes no dialog for gone that a left page gives way to", async () => {
  const text = dialog("rm x", three);
  const { result, terminal } = await play(text, "deny", (terminal) => {
    terminal.onKey = () => {
      terminal.text = page;
      const { looks } = terminal;
      // A person leaves the page before it is confirmed.
      terminal.onLook = (now) => {
        if (now > looks + 3) terminal.text = text;
      };
    };
  }, { agent: asksTwice });
  assert.deepEqual(result, { status: "sent", gone: false, attempts: 1 });
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["Escape"]);
});

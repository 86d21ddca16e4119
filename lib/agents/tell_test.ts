import assert from "node:assert/strict";
import { PassingClock } from "../../test/harness/passing_clock.ts";
import { claude } from "./claude/claude.ts";
import { tell, type TellOptions, type Told } from "./tell.ts";
import type { Terminal } from "./terminal.ts";

const rule = "─".repeat(60);
const screen = (draft: string, footer: string, above = "") =>
  [above, rule, `❯\u00a0${draft}`, rule, `  ${footer}`].join("\n");
const ready = "? for shortcuts";
const busy = "esc to interrupt";
const dialog = [
  rule,
  " Bash command",
  "╌".repeat(60),
  " date",
  "╌".repeat(60),
  " Do you want to proceed?",
  " ❯ 1. Yes",
  "   2. No",
  "",
  " Esc to cancel",
].join("\n");

/** A composer that takes what is pasted. */
class Composer implements Terminal {
  text: string;
  keys: string[] = [];
  markers: string[] = [];
  pasted: string[] = [];
  onPaste: (text: string) => string = (text) => screen(text, "");
  onEnter: () => string = () => screen("", busy);
  constructor(text: string) {
    this.text = text;
  }
  capture() {
    const { text } = this;
    return Promise.resolve({ text, columns: 60, rows: 20, title: "" });
  }
  paste(_: string, text: string) {
    this.pasted.push(text);
    this.text = this.onPaste(text);
    return Promise.resolve();
  }
  keyIf(_: string, rows: readonly string[], key: string, marker: string) {
    const shown = this.text.split("\n");
    if (!rows.every((row) => shown.some((one) => one.includes(row)))) {
      return Promise.resolve(false);
    }
    this.keys.push(key);
    this.markers.push(marker);
    this.text = this.onEnter();
    return Promise.resolve(true);
  }
}

async function play(
  composer: Composer,
  text = "use the other one",
  how: Partial<TellOptions> = {},
): Promise<Told> {
  return await tell({
    ...how,
    tmux: composer,
    pane: "%1",
    agent: claude,
    text,
    clock: new PassingClock(),
  });
}

Deno.test("tell pastes, sees the echo, and sends it", async () => {
  const composer = new Composer(screen("", ready));
  assert.equal(await play(composer), "typed");
  assert.deepEqual(composer.pasted, ["use the other one"]);
  assert.deepEqual(composer.keys, ["Enter"]);
});

Deno.test("tell takes a folded paste for its echo", async () => {
  const composer = new Composer(screen("", ready));
  composer.onPaste = () => screen("[Pasted text #1 +9 lines]", "");
  assert.equal(await play(composer, "line\n".repeat(10)), "typed");
});

Deno.test("tell leaves drafts, dialogs and busy agents alone", async () => {
  const cases: [string, Told][] = [
    [screen("half a thou", ""), "draft"],
    [dialog, "asking"],
    [screen("", busy), "busy"],
  ];
  for (const [text, told] of cases) {
    const composer = new Composer(text);
    assert.equal(await play(composer), told);
    assert.deepEqual(composer.pasted, []);
    assert.deepEqual(composer.keys, []);
  }
});

Deno.test("tell presses no Enter into a dialog that opens meanwhile", async () => {
  const composer = new Composer(screen("", ready));
  composer.onPaste = () => dialog;
  assert.equal(await play(composer), "asking");
  const late = new Composer(screen("", ready));
  const { keyIf } = late;
  late.keyIf = (...given) => {
    late.text = `❯ use the other one\n${dialog}`;
    return keyIf.apply(late, given);
  };
  assert.equal(await play(late), "lost");
  assert.deepEqual([...composer.keys, ...late.keys], []);
});

Deno.test("tell does not send what somebody else typed", async () => {
  const composer = new Composer(screen("", ready));
  composer.onPaste = (text) => screen(`rm -rf everything ${text}`, "");
  assert.equal(await play(composer), "lost");
  assert.deepEqual(composer.keys, []);
});

Deno.test("tell presses Enter once more where it became a newline", async () => {
  const composer = new Composer(screen("", ready));
  let times = 0;
  composer.onEnter = () =>
    ++times === 1 ? screen("use the other one", "") : screen("", busy);
  assert.equal(await play(composer), "typed");
  assert.deepEqual(composer.keys, ["Enter", "Enter"]);
});

Deno.test("tell never types what would be a command", async () => {
  const composer = new Composer(screen("", ready));
  assert.equal(await play(composer, "!rm -rf x"), "typed");
  assert.deepEqual(composer.pasted, ["Message: !rm -rf x"]);
});

const limit = "● You've hit your limit · resets 3pm (UTC)\n";
const limited = (draft: string) => screen(draft, ready, limit);

Deno.test("tell wakes an agent only while its screen shows the limit", async () => {
  const composer = new Composer(limited(""));
  composer.onPaste = (text) => limited(text);
  const how = { limited: true, marker: "limit 7" } as const;
  assert.equal(await play(composer, "go on", how), "typed");
  assert.deepEqual(composer.pasted, ["go on"]);
  assert.deepEqual(composer.markers, ["limit 7"]);
  const cases: [string, Told][] = [
    [screen("", ready), "busy"],
    [screen("", busy), "busy"],
    [limited("half a thou"), "draft"],
    [dialog, "asking"],
  ];
  for (const [text, told] of cases) {
    const other = new Composer(text);
    assert.equal(await play(other, "go on", how), told);
    assert.deepEqual([...other.pasted, ...other.keys], []);
  }
  assert.equal(await play(new Composer(limited(""))), "busy");
});

Deno.test("tell goes on where it was stopped between paste and Enter", async () => {
  const how = { limited: true, again: true } as const;
  const stopped = new Composer(limited("go on"));
  assert.equal(await play(stopped, "go on", how), "typed");
  assert.deepEqual(stopped.pasted, []);
  assert.deepEqual(stopped.keys, ["Enter"]);
  const before = new Composer(limited(""));
  before.onPaste = (text) => limited(text);
  assert.equal(await play(before, "go on", how), "typed");
  const edited = new Composer(limited("go on and on"));
  assert.equal(await play(edited, "go on", how), "draft");
  assert.deepEqual(edited.keys, []);
});

import assert from "node:assert/strict";
import { Canvas, eventually, inBothModes } from "../harness/mod.ts";

/** Each of these was once read as a key, a flag, a separator or a format. */
const hostile = [
  "C-c",
  "Enter",
  "-x",
  "--",
  ";",
  "trailing;",
  "\\;",
  "~root",
  "~",
  "$HOME ${HOME} $(id)",
  "#{pid} #(touch x) #S ## #[fg=red]",
  "# comment",
  "{ braces }",
  "%if %end 1 1 1",
  `"double" 'single' \\back\\ \\n \\011 \\u0041`,
  "A=b",
  "tab\there",
  "é ✓ 漢字 👩‍💻 \u00a0nbsp",
  " leading and trailing ",
];

inBothModes(
  "sendText() types text, never keys, flags or formats",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    for (const text of hostile) await tmux.sendText(canvas.pane, text);
    assert.equal(await canvas.typed(), hostile.join(""));
  },
);

inBothModes(
  "sendText() leaves out control characters",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    await tmux.sendText(canvas.pane, "a\x03b\x1b[201~c\x00d\x9be\x7ff");
    await tmux.sendText(canvas.pane, "");
    assert.equal(await canvas.typed(), "ab[201~cdef");
  },
);

inBothModes(
  "paste() puts in hostile text whole, in one paste",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    await canvas.write("\x1b[?2004h");
    const text = hostile.join("\n");
    await tmux.paste(canvas.pane, text);
    assert.equal(await canvas.typed(), `\x1b[200~${text}\x1b[201~`);
    assert.equal(await server.tmux("list-buffers"), "");
  },
);

inBothModes(
  "paste() cannot be left early by what it pastes",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    await canvas.write("\x1b[?2004h");
    await tmux.paste(canvas.pane, "a\x1b[201~\rrm -rf /\r\nb\x9b201~");
    assert.equal(
      await canvas.typed(),
      "\x1b[200~a[201~\nrm -rf /\nb201~\x1b[201~",
    );
  },
);

for (const size of [100_000, 1_000_000]) {
  inBothModes(
    `paste() puts in ${size} characters whole`,
    async (server, tmux) => {
      const canvas = await Canvas.open(server);
      const line = "0123456789 ünïcödé 漢字 👍 #{pid} ; ";
      const text = line.repeat(Math.ceil(size / line.length)).slice(0, size);
      await tmux.paste(canvas.pane, text);
      assert.ok(await canvas.typed() === text.replaceAll("\x00", ""));
      assert.equal(await server.tmux("list-buffers"), "");
    },
  );
}

inBothModes("paste() of nothing is nothing", async (server, tmux) => {
  const canvas = await Canvas.open(server);
  await canvas.write("\x1b[?2004h");
  await tmux.paste(canvas.pane, "");
  await tmux.paste(canvas.pane, "\x03");
  assert.equal(await canvas.typed(), "");
});

inBothModes("text and keys leave copy mode first", async (server, tmux) => {
  const canvas = await Canvas.open(server);
  const { pane } = canvas;
  const steps = [
    () => tmux.sendText(pane, "text"),
    () => tmux.paste(pane, "paste"),
    () => tmux.sendKey(pane, "k"),
  ];
  for (const step of steps) {
    await server.tmux("copy-mode", "-t", pane);
    assert.equal((await tmux.capture(pane)).inMode, true);
    await step();
    assert.equal((await tmux.capture(pane)).inMode, false);
  }
  assert.equal(await canvas.typed(), "textpastek");
});

inBothModes(
  "sendKey() sends keys, and refuses what is none",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    for (const key of ["1", ";", "-", "#", "$", "~", "{", "Tab", "C-a", "Up"]) {
      await tmux.sendKey(canvas.pane, key);
    }
    assert.equal(await canvas.typed(), "1;-#$~{\t\x01\x1b[A");
    await assert.rejects(tmux.sendKey(canvas.pane, "Entre"), { exitCode: 2 });
    await assert.rejects(tmux.sendKey(canvas.pane, ""), { exitCode: 2 });
  },
);

inBothModes(
  "input never reaches synchronized neighbours",
  async (server, tmux) => {
    const { pane } = server;
    await server.tmux("split-window", "-d", "-t", pane);
    await server.tmux(
      "set-option",
      "-w",
      "-t",
      pane,
      "synchronize-panes",
      "on",
    );
    await assert.rejects(tmux.sendText(pane, "rm"), /synchronized/);
    await assert.rejects(tmux.sendKey(pane, "1"), /synchronized/);
    assert.equal(await tmux.keyIf(pane, ["$"], "1", "marker"), false);
    assert.equal(await tmux.sentMarker(pane), undefined);
    assert.doesNotMatch(await server.screen("main:0.1"), /rm|1/);
  },
);

inBothModes(
  "input says so when the pane cannot take it",
  async (server, tmux) => {
    const off = await Canvas.open(server, { name: "off" });
    await server.tmux("select-pane", "-d", "-t", off.pane);
    await assert.rejects(tmux.sendText(off.pane, "x"), /input is turned off/);
    const dead = await tmux.newSession({
      name: "dead",
      directory: server.home,
      argv: ["cat"],
    });
    await server.tmux("set-option", "-p", "-t", dead, "remain-on-exit", "on");
    await tmux.sendKey(dead, "C-d");
    await eventually(
      "the pane is dead",
      async () => (await tmux.findPane(dead)).dead,
    );
    await assert.rejects(tmux.paste(dead, "x"), /program has ended/);
    await assert.rejects(tmux.sendKey("%999", "x"), {
      name: "TmuxError",
      subcommand: "send-keys",
      target: "%999",
      message: "tmux send-keys on %999: can't find the pane",
    });
    assert.equal(await server.tmux("list-buffers"), "");
  },
);

inBothModes(
  "command() carries any text as one argument",
  async (_server, tmux) => {
    const all = [...hostile, "two\nlines\r\x1b", ""];
    for (const text of all) {
      await tmux.command("set-option", "-s", "@text", text);
      const value = await tmux.command("show-options", "-sv", "@text");
      assert.equal(value.join("\n"), text);
    }
    await assert.rejects(tmux.command("list-panes", "-t", "=nobody:"), {
      name: "TmuxError",
      subcommand: "list-panes",
      target: "=nobody:",
      message: "tmux list-panes on =nobody:: can't find session: nobody",
    });
    await assert.rejects(tmux.command("no-such-command"), /unknown command/);
    assert.deepEqual(await tmux.command("display-message", "-p", "ok"), ["ok"]);
  },
);

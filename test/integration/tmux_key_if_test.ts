import assert from "node:assert/strict";
import { Canvas, inBothModes, TestTmux } from "../harness/mod.ts";

const dialog = [
  "────────────────────────────────",
  " Bash command",
  "   npm run build && echo 'done'",
  " Do you want to proceed?",
  " ❯ 1. Yes",
  "   2. No",
];
const evidence = dialog.slice(1).map((row) => row.trim());

inBothModes(
  "keyIf() types while every row is there, and marks the pane",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    await canvas.draw(...dialog);
    assert.equal(await tmux.sentMarker(canvas.pane), undefined);
    assert.equal(await tmux.keyIf(canvas.pane, evidence, "1", "first"), true);
    assert.equal(await tmux.sentMarker(canvas.pane), "first");
    assert.equal(
      await tmux.keyIf(canvas.pane, evidence, "Escape", "second"),
      true,
    );
    assert.equal(await tmux.sentMarker(canvas.pane), "second");
    assert.equal(await canvas.typed(), "1\x1b");
  },
);

inBothModes(
  "keyIf() types nothing into what has replaced the dialog",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    const others = [
      dialog.map((row) => row.replace("build", "publish")),
      dialog.slice(0, -1),
      dialog.map((row) => row.replace("1. Yes", "1. No")),
      ["$ "],
      [],
    ];
    for (const other of others) {
      await canvas.draw(...other);
      assert.equal(await tmux.keyIf(canvas.pane, evidence, "1", "m"), false);
    }
    assert.equal(await tmux.sentMarker(canvas.pane), undefined);
    assert.equal(await canvas.typed(), "");
  },
);

inBothModes(
  "keyIf() does not take scrolled rows for visible ones",
  async (server, tmux) => {
    const canvas = await Canvas.open(server, { rows: 10 });
    await canvas.draw(...dialog);
    await canvas.write("\n".repeat(12));
    assert.equal(await tmux.keyIf(canvas.pane, evidence, "1", "m"), false);
    assert.equal(await canvas.typed(), "");
  },
);

inBothModes(
  "keyIf() leaves a pane alone that would not get the key",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    const { pane } = canvas;
    const ask = () => tmux.keyIf(pane, evidence, "1", "m");
    await canvas.draw(...dialog);

    await server.tmux("copy-mode", "-t", pane);
    assert.equal(await ask(), false);
    assert.equal((await tmux.capture(pane)).inMode, true);
    await server.tmux("copy-mode", "-q", "-t", pane);

    await server.tmux("select-pane", "-d", "-t", pane);
    assert.equal(await ask(), false);
    await server.tmux("select-pane", "-e", "-t", pane);

    assert.equal(await tmux.keyIf("%999", evidence, "1", "m"), false);
    assert.equal(await tmux.sentMarker(pane), undefined);
    assert.equal(await ask(), true);
    assert.equal(await canvas.typed(), "1");
  },
);

inBothModes(
  "keyIf() wants rows to look for and a key to send",
  async (server, tmux) => {
    const { pane } = server;
    await assert.rejects(tmux.keyIf(pane, [], "1", "m"), /needs rows/);
    await assert.rejects(tmux.keyIf(pane, ["a", "  "], "1", "m"), /needs rows/);
    await assert.rejects(tmux.keyIf(pane, ["$"], "Entre", "m"), /not a key/);
    assert.equal(await tmux.keyIf(pane, ["two\nlines"], "1", "m"), false);
    assert.equal(await tmux.keyIf(pane, ["x".repeat(50_000)], "1", "m"), false);
  },
);

inBothModes(
  "keyIf() carries hostile markers and leaves no option behind",
  async (server, tmux) => {
    const canvas = await Canvas.open(server);
    await canvas.draw(...dialog);
    const before = await server.tmux("show-options", "-s");
    for (const marker of ["a;", "#{pid} $HOME", "'\"\\ {}", "-x", "~"]) {
      assert.equal(await tmux.keyIf(canvas.pane, evidence, "1", marker), true);
      assert.equal(await tmux.sentMarker(canvas.pane), marker);
    }
    assert.equal(await server.tmux("show-options", "-s"), before);
  },
);

Deno.test("two clients that answer one dialog type as often as they say", async () => {
  await using server = await TestTmux.start();
  const clients = [await server.connect(), await server.connect()];
  const canvas = await Canvas.open(server);
  await canvas.draw(...dialog);
  const answers = await Promise.all(
    Array.from(
      { length: 20 },
      (_, index) =>
        clients[index % 2]!.keyIf(canvas.pane, evidence, "1", `${index}`),
    ),
  );
  assert.equal(
    await canvas.typed(),
    "1".repeat(answers.filter(Boolean).length),
  );
});

/** What tmux, fnmatch, or a shell would rather understand than match. */
const fragments = [
  ...["#{pid}", "#{?1,a,b}", "#(touch x)", "#[fg=red]", "##", "#", "#,", "#}"],
  ...["{", "}", ",", ":", "*", "**", "?", "[a-z]", "[!x]", "[", "]", "[[:x:]]"],
  ...["\\", "\\*", "\\\\", "!", "^", "-", "+(a)", "@(a|b)", "$HOME", "${x}"],
  ...["$(id)", "`id`", "~", "~root", ";", " ; ", "'", '"', "%1", "%H", "%%"],
  ...["%end 1 1 1", "=", "==", "&&", "||", "<", ">", "(", ")", "/", ".", "@x"],
  ...["é", "e\u0301", "漢字", "👍", "👩‍💻", "❯", "─│╭╮", "\u00a0", "’", "…", "ß"],
  ...["a", "b", "Z", "0", "9", " ", "  ", "npm", "run", "1. Yes"],
];

/** A small generator of numbers in [0, 1), the same for the same seed. */
function random(seed: number): () => number {
  return () => {
    seed = (seed * 1664525 + 1013904223) % 2 ** 32;
    return seed / 2 ** 32;
  };
}

inBothModes(
  "keyIf() matches any row exactly, and nothing else",
  async (server, tmux) => {
    const canvas = await Canvas.open(server, { columns: 160 });
    const seed = Date.now() % 1_000_000;
    const next = random(seed);
    const pick = <T>(from: readonly T[]) =>
      from[Math.floor(next() * from.length)]!;
    let expected = "";
    for (let round = 0; round < 150; round++) {
      const written = Array.from(
        { length: 4 },
        () =>
          Array.from(
            { length: 1 + Math.floor(next() * 18) },
            () => pick(fragments),
          ).join(""),
      );
      await canvas.draw(...written);
      // What tmux shows, not what was written, is what a reader goes by.
      const { text } = await tmux.capture(canvas.pane, { escapes: false });
      const rows = text.split("\n").map((row) => row.trim()).filter(Boolean);
      if (rows.length === 0) continue;
      const context = `seed ${seed}, round ${round}: ${JSON.stringify(rows)}`;

      assert.equal(
        await tmux.keyIf(canvas.pane, rows, "y", `${round}`),
        true,
        context,
      );
      assert.equal(await tmux.sentMarker(canvas.pane), `${round}`, context);
      expected += "y";

      const at = Math.floor(next() * rows.length);
      const letters = [...rows[at]!];
      letters[Math.floor(next() * letters.length)] = pick([..."*?x[#~\\,}é"]);
      const forged = rows.with(at, letters.join("").trim());
      const there = text.split("\n").some((row) => row.includes(forged[at]!));
      if (there || forged[at] === "") continue;
      assert.equal(
        await tmux.keyIf(canvas.pane, forged, "n", "forged"),
        false,
        `${context} is not ${JSON.stringify(forged[at])}`,
      );
    }
    assert.equal(await canvas.typed(), expected, `seed ${seed}`);
    await assert.rejects(Deno.stat(`${server.home}/x`), Deno.errors.NotFound);
  },
);

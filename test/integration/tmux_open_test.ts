import assert from "node:assert/strict";
import { eventually, inBothModes } from "../harness/mod.ts";

/** Prints every argument and some variables, each in brackets, and waits. */
const show = [
  "sh",
  "-c",
  'for a in "$@"; do echo "<$a>"; done; echo "A=<$A> B=<$B> C=<$C>"; pwd; cat',
  "show",
];

inBothModes(
  "newSession() hands over arguments as they are",
  async (server, tmux) => {
    const words = [
      ...["a b", "$HOME", "#{pid}", "#(touch x)", "'", '"', "\\", "~", ";", ""],
      ...["{", "}", "*", "-x", "--", "A=b", "é漢", "&&", "`id`", "%1"],
    ];
    const pane = await tmux.newSession({
      name: "words",
      directory: server.home,
      argv: [...show, ...words, "new\nline"],
      columns: 90,
      rows: 40,
    });
    const screen = await server.until(pane, /A=</);
    const expected = [...words.map((word) => `<${word}>`), "<new", "line>"];
    assert.deepEqual(
      screen.split("\n").slice(0, expected.length),
      expected,
    );
    const { columns, rows } = await tmux.findPane(pane);
    assert.deepEqual([columns, rows], [90, 40]);
  },
);

inBothModes(
  "newSession() runs a single word as a program, not through a shell",
  async (server, tmux) => {
    const program = `${server.home}/a b;touch x`;
    await Deno.writeTextFile(program, "#!/bin/sh\necho ran; cat\n");
    await Deno.chmod(program, 0o755);
    const pane = await tmux.newSession({
      name: "one",
      directory: server.home,
      argv: [program],
    });
    await server.until(pane, /^ran$/m);
  },
);

inBothModes(
  "variables are set and taken out for that pane only",
  async (server, tmux) => {
    const directory = server.home;
    await server.tmux("set-environment", "-g", "B", "inherited");
    await server.tmux("set-environment", "-g", "C", "inherited");
    const value = "x y;\n#{pid} $HOME '\"";
    const options = {
      directory,
      argv: show,
      environment: { A: value, C: "own" },
      unset: ["B"],
    };
    const first = await tmux.newSession({ name: "env", ...options });
    const screen = await server.until(first, /B=/);
    assert.ok(screen.startsWith(`A=<${value}> B=<> C=<own>`), screen);

    const second = await tmux.newWindow({
      session: "env",
      directory,
      argv: show,
    });
    await server.until(second, /^A=<> B=<inherited> C=<inherited>$/m);

    const third = await tmux.newWindow({ session: "main", ...options });
    assert.ok((await server.until(third, /B=/)).includes("B=<> C=<own>"));
    const fourth = await tmux.newWindow({
      session: "main",
      directory,
      argv: show,
    });
    await server.until(fourth, /^A=<> B=<inherited> C=<inherited>$/m);
    assert.doesNotMatch(
      await server.tmux("show-environment", "-t", "env"),
      /^A=/m,
    );
  },
);

inBothModes(
  "a shell without a program of its own can miss variables too",
  async (server, tmux) => {
    await server.tmux("set-environment", "-g", "B", "inherited");
    const pane = await tmux.newSession({
      name: "shell",
      directory: server.home,
      unset: ["B"],
    });
    await tmux.sendText(pane, 'echo "B=<$B> in $PWD"');
    await tmux.sendKey(pane, "Enter");
    await server.until(pane, new RegExp(`B=<> in ${server.home}$`, "m"));
  },
);

inBothModes(
  "directories and window names are text, not formats",
  async (server, tmux) => {
    const directory = `${server.home}/a #{pid} #(touch x) %H #[x] 'é`;
    await Deno.mkdir(directory);
    const window = "w #{pid} #(touch x) %H #[x]";
    const pane = await tmux.newSession({
      name: "text",
      directory,
      window,
      argv: show,
    });
    const screen = await server.until(pane, /'é$/m);
    assert.equal(screen.split("\n")[1], directory);
    assert.equal((await tmux.findPane(pane)).window, window);
    await assert.rejects(Deno.stat(`${server.home}/x`), Deno.errors.NotFound);
  },
);

inBothModes(
  "a program never starts in another directory than it was told",
  async (server, tmux) => {
    await server.tmux("set-option", "-g", "remain-on-exit", "on");
    const trace = `${server.home}/ran`;
    for (const name of ["home", "missing"]) {
      const pane = await tmux.newSession({
        name,
        directory: name === "home" ? server.home : `${server.home}/missing`,
        argv: ["touch", `${trace}-${name}`],
      });
      await eventually(
        "it has ended",
        async () => (await tmux.findPane(pane)).dead,
      );
    }
    await Deno.stat(`${trace}-home`);
    await assert.rejects(
      Deno.stat(`${trace}-missing`),
      Deno.errors.NotFound,
    );
  },
);

inBothModes(
  "newSession() refuses names that tmux would change or misread",
  async (server, tmux) => {
    const directory = server.home;
    for (const name of ["", "a:b", "a.b", "$1", "=x", "-x", "a\nb", "#{pid}"]) {
      await assert.rejects(tmux.newSession({ name, directory }), {
        exitCode: 2,
      });
    }
    await assert.rejects(
      tmux.newSession({ name: "x", directory, unset: ["A;rm"] }),
      { exitCode: 2 },
    );
    await assert.rejects(tmux.newSession({ name: "main", directory }), {
      name: "TmuxError",
      message: "tmux new-session on main: duplicate session: main",
    });
    await assert.rejects(tmux.newWindow({ session: "mai", directory }), {
      exitCode: 3,
    });
    assert.doesNotMatch(await server.tmux("show-options", "-s"), /@orch/);
  },
);

inBothModes(
  "newWindow() does not take the person to it",
  async (server, tmux) => {
    await tmux.newWindow({ session: "main", directory: server.home });
    const current = await server.tmux(
      "display-message",
      "-p",
      "-t",
      "main",
      "#I",
    );
    assert.equal(current, "0");
  },
);

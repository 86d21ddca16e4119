import assert from "node:assert/strict";
import {
  keepUnknownScreen,
  type NewUnknownScreen,
  unknownScreens,
} from "./unknown_screens.ts";

const screen: NewUnknownScreen = {
  kind: "claude",
  version: "9.9.9",
  reason: "dialog",
  detail: "this kind of dialog is not known",
  columns: 80,
  rows: 24,
  title: "deploy with sk-live-0123456789abcdef",
  at: 1000,
  text: "Deploy with TOKEN=hunter2?\n❯ 1. Yes\n  2. No",
};

async function withFolder(run: (folder: string) => Promise<void>) {
  const home = await Deno.makeTempDir({ prefix: "orch-unknown-" });
  try {
    await run(`${home}/state/unknown`);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("keepUnknownScreen() keeps it for its owner only, without secrets", () =>
  withFolder(async (folder) => {
    const file = await keepUnknownScreen(folder, screen);
    const text = await Deno.readTextFile(file!);
    assert.equal(text, "Deploy with TOKEN=xxxxxxxx\n❯ 1. Yes\n  2. No\n");
    const [kept, ...others] = await unknownScreens(folder);
    assert.deepEqual(others, []);
    assert.equal(kept?.file, file);
    assert.equal(kept?.version, "9.9.9");
    assert.doesNotMatch(JSON.stringify(kept), /0123456789/);
    const modes = [folder, file!, file!.replace(/ansi$/, "json")]
      .map((path) => Deno.statSync(path).mode! & 0o777);
    assert.deepEqual(modes, [0o700, 0o600, 0o600]);
  }));

Deno.test("keepUnknownScreen() keeps one of those that are alike", () =>
  withFolder(async (folder) => {
    await keepUnknownScreen(folder, screen);
    const alike = {
      ...screen,
      at: 2000,
      text: "Deploy with KEY=another?\n❯ 1. Yes\n  2. No",
    };
    assert.equal(await keepUnknownScreen(folder, alike), undefined);
    const others = [
      { ...screen, version: "9.9.10" },
      { ...screen, kind: "codex" },
      { ...screen, text: `${screen.text}\n  3. Never` },
      { ...screen, reason: "version" as const },
    ];
    for (const other of others) {
      assert.ok(await keepUnknownScreen(folder, other), JSON.stringify(other));
    }
    const kept = await unknownScreens(folder);
    assert.equal(kept.length, 5);
    assert.ok(kept.every(({ at }) => at === 1000));
  }));

Deno.test("keepUnknownScreen() keeps no flood, and nothing huge", () =>
  withFolder(async (folder) => {
    for (let at = 0; at < 60; at++) {
      await keepUnknownScreen(folder, { ...screen, at, detail: `no. ${at}` });
    }
    const kept = await unknownScreens(folder);
    assert.deepEqual(
      kept.map(({ at }) => at),
      Array.from({ length: 50 }, (_, at) => at),
    );
  }));

Deno.test("keepUnknownScreen() leaves out what is huge", () =>
  withFolder(async (folder) => {
    const text = "x ".repeat(200_000);
    assert.equal(
      await keepUnknownScreen(folder, { ...screen, text }),
      undefined,
    );
    assert.deepEqual(await unknownScreens(folder), []);
  }));

Deno.test("unknownScreens() goes over what others put there", () =>
  withFolder(async (folder) => {
    assert.deepEqual(await unknownScreens(folder), []);
    await keepUnknownScreen(folder, screen);
    await Deno.writeTextFile(`${folder}/broken.json`, "{");
    await Deno.writeTextFile(`${folder}/strange.json`, "[1]");
    await Deno.writeTextFile(`${folder}/cut.ansi`, "no facts yet");
    assert.equal((await unknownScreens(folder)).length, 1);
  }));

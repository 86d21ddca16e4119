import assert from "node:assert/strict";
import { readAgentFile, updateAgentFile } from "./agent_file.ts";
import { inFolder, namesIn, rules } from "./testing.ts";

const program = (body: string) => `
  import { updateAgentFile } from ${
  JSON.stringify(new URL("./agent_file.ts", import.meta.url).href)
};
  const [path, who] = Deno.args;
  ${body}
`;

const config = new URL("../../../deno.json", import.meta.url).pathname;

function start(script: string, ...parameters: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--no-check", "--allow-read", "--allow-write"],
      // Outside the project nothing says what bare names mean.
      ...["--config", config, script, ...parameters],
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

Deno.test("several processes at once lose nothing", () =>
  inFolder(async (path, folder) => {
    const script = `${folder}/writer.ts`;
    await Deno.writeTextFile(
      script,
      program(`
        for (let count = 0; count < 25; count += 1) {
          await updateAgentFile(path, "web", (file) => ({
            ...file,
            marks: [...file.marks ?? [], who + count],
          }));
        }
      `),
    );
    const writers = ["a", "b", "c", "d"].map((who) => start(script, path, who));
    const done = await Promise.all(writers.map((writer) => writer.output()));
    assert.ok(done.every(({ success }) => success));
    const file = await readAgentFile(path);
    const marks = file!["marks"] as string[];
    assert.equal(marks.length, 100);
    assert.equal(new Set(marks).size, 100);
    assert.deepEqual(
      (await namesIn(folder)).sort(),
      [".claude-agent-web.json", "writer.ts"],
    );
  }));

Deno.test("many updates in one process lose nothing", () =>
  inFolder(async (path) => {
    await Promise.all(
      Array.from(
        { length: 20 },
        (_, index) =>
          updateAgentFile(path, "web", (file) => ({
            ...file,
            marks: [...(file["marks"] as number[] | undefined) ?? [], index],
          })),
      ),
    );
    const file = await readAgentFile(path);
    assert.equal((file!["marks"] as number[]).length, 20);
  }));

Deno.test("a process killed while it writes leaves a whole file", () =>
  inFolder(async (path, folder) => {
    await updateAgentFile(path, "web", (file) => ({ ...file, rules }));
    const script = `${folder}/writer.ts`;
    await Deno.writeTextFile(
      script,
      program(`
        const filler = "x".repeat(4_000_000);
        for (let count = 0; ; count += 1) {
          await updateAgentFile(path, "web", (file) => ({
            ...file,
            filler: filler + count,
          }));
          console.log("wrote");
        }
      `),
    );
    for (let round = 0; round < 3; round += 1) {
      const writer = start(script, path);
      const reader = writer.stdout.getReader();
      const { done } = await reader.read();
      assert.equal(done, false, "the writer has written once");
      writer.kill("SIGKILL");
      await writer.status;
      await reader.cancel();
      const file = await readAgentFile(path);
      assert.deepEqual(file!.rules, rules);
      // Whatever was left behind is in nobody's way.
      await updateAgentFile(path, "web", (file) => ({ ...file, round }));
      assert.equal((await readAgentFile(path))!["round"], round);
    }
    assert.deepEqual(
      (await namesIn(folder)).sort(),
      [".claude-agent-web.json", "writer.ts"],
    );
  }));

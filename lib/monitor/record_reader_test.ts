import assert from "node:assert/strict";
import { agents } from "../agents/mod.ts";
import { RecordReader } from "./record_reader.ts";

Deno.test("RecordReader.calls() reads a record again only when it has grown", async () => {
  const file = await Deno.makeTempFile();
  try {
    let readings = 0;
    const reader = new RecordReader({
      ...agents.rehearsal,
      recordedCalls: (tail) => {
        readings++;
        return agents.rehearsal.recordedCalls!(tail);
      },
    }, file);
    const note = (id: string, state: string) =>
      Deno.writeTextFile(
        file,
        `${JSON.stringify({ id, kind: "command", command: "ls", state })}\n`,
        { append: true },
      );
    const call = { id: "1", kind: "command", command: "ls" };
    assert.deepEqual(await reader.calls(), []);
    await note("1", "pending");
    assert.deepEqual(await reader.calls(), [call]);
    assert.deepEqual(await reader.calls(), [call]);
    assert.equal(readings, 2);
    await note("1", "approved");
    assert.deepEqual(await reader.calls(), [{ ...call, outcome: "approved" }]);
    assert.equal(readings, 3);
    await Deno.remove(file);
    assert.deepEqual(await reader.calls(), []);
  } finally {
    await Deno.remove(file).catch(() => {});
  }
});

Deno.test("RecordReader.match() holds back a request whose record cannot be read", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/record.jsonl`;
    const reader = new RecordReader(agents.rehearsal, file);
    const request = {
      kind: "command",
      command: "ls",
      complete: true,
      options: [],
      selected: undefined,
      fingerprint: "",
      evidence: [],
    } as const;
    assert.equal((await reader.match(request)).complete, true);
    await Deno.symlink("/dev/zero", file);
    const held = await reader.match(request);
    assert.equal(held.complete, false);
    assert.match(held.incompleteBecause!, /record\.jsonl is not a plain file/);
    assert.equal(await reader.outcome({ ...request, call: "1" }), undefined);
    await Deno.remove(file);
    const pipe = await new Deno.Command("mkfifo", { args: [file] }).output();
    assert.equal(pipe.success, true);
    assert.equal((await reader.match(request)).complete, false);
    await Deno.remove(file);
    await Deno.mkdir(file);
    assert.equal((await reader.match(request)).complete, false);
    await Deno.remove(file);
    assert.equal((await reader.match(request)).complete, true);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

import assert from "node:assert/strict";
import { agents } from "../agents/mod.ts";
import { RecordReader } from "./record_reader.ts";

const place = { home: "/home/dev", project: "/srv/shop" };

Deno.test("RecordReader.calls() reads a record again only when it has grown", async () => {
  const file = await Deno.makeTempFile();
  try {
    let readings = 0;
    const reader = new RecordReader({
      agent: {
        ...agents.rehearsal,
        records: {
          calls: (tail) => {
            readings++;
            return agents.rehearsal.records!.calls(tail);
          },
        },
      },
      place,
      file,
    });
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
    const reader = new RecordReader({
      agent: agents.rehearsal,
      place,
      file,
    });
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

Deno.test("RecordReader finds the one record that began in its project", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const since = Date.now();
    const started: string[] = [];
    const taken = new Set<string>();
    const reader = new RecordReader({
      agent: {
        ...agents.rehearsal,
        records: {
          ...agents.rehearsal.records!,
          search: () => ({ folder, depth: 1, name: /\.jsonl$/ }),
          head: (line) => JSON.parse(line).head,
        },
      },
      place,
      since,
      taken,
      found: ({ head }) => {
        started.push(head.session);
        return Promise.resolve();
      },
    });
    const write = async (day: string, head: Record<string, unknown>) => {
      await Deno.mkdir(`${folder}/${day}`, { recursive: true });
      const call = { id: "1", kind: "command", command: `ls ${head.session}` };
      await Deno.writeTextFile(
        `${folder}/${day}/${head.session}.jsonl`,
        [{ head }, { ...call, state: "pending" }].map((line) =>
          JSON.stringify(line)
        ).join("\n"),
      );
    };
    assert.deepEqual(await reader.calls(), []);
    const { project } = place;
    await write("21", { session: "old", project, started: since - 60_000 });
    await write("22", { session: "other", project: "/srv/x", started: since });
    assert.deepEqual(await reader.calls(), []);
    await write("22", { session: "mine", project, started: since + 10 });
    const [call] = await reader.calls();
    assert.equal(call?.command, "ls mine");
    assert.equal(reader.session, "mine");
    assert.deepEqual(started, ["mine"]);
    assert.deepEqual([...taken], [`${folder}/22/mine.jsonl`]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("RecordReader finds the record of a conversation that is gone on with", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const records = {
      ...agents.rehearsal.records!,
      search: () => ({ folder, depth: 1, name: /\.jsonl$/ }),
      head: (line: string) => JSON.parse(line),
    };
    const { file: _, ...searched } = records;
    const write = async (path: string, session: string) => {
      const { project } = place;
      await Deno.mkdir(`${folder}/${path}`.replace(/\/[^/]*$/, ""), {
        recursive: true,
      });
      const head = JSON.stringify({ session, project, started: 1000 });
      await Deno.writeTextFile(`${folder}/${path}`, head);
    };
    // Older than any folder that is looked into for a new conversation.
    await write("01/at-1-mine.jsonl", "mine");
    for (const day of [2, 3, 4, 5]) await write(`0${day}/x.jsonl`, "other");
    // A name is no proof.
    await write("05/at-2-mine.jsonl", "forged");
    const path = `${folder}/01/at-1-mine.jsonl`;
    const found: string[] = [];
    const reader = new RecordReader({
      agent: { ...agents.rehearsal, records: searched },
      place,
      session: "mine",
      since: Date.now(),
      // By the pane that it was in before.
      taken: new Set([path]),
      found: (record) => Promise.resolve(void found.push(record.path)),
    });
    await reader.calls();
    assert.deepEqual(found, [path]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("RecordReader takes neither of two records that could be its own", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const head = (session: string) =>
      JSON.stringify({ session, project: place.project });
    const options = {
      agent: {
        ...agents.rehearsal,
        records: {
          ...agents.rehearsal.records!,
          search: () => ({ folder, depth: 0, name: /\.jsonl$/ }),
          head: (line: string) => JSON.parse(line),
        },
      },
      place,
      since: Date.now(),
    };
    await Deno.writeTextFile(`${folder}/a.jsonl`, head("a"));
    await Deno.writeTextFile(`${folder}/b.jsonl`, head("b"));
    const both = new RecordReader(options);
    await both.calls();
    assert.equal(both.session, undefined);
    const taken = new Set([`${folder}/a.jsonl`]);
    const second = new RecordReader({ ...options, taken });
    await second.calls();
    assert.equal(second.session, "b");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("RecordReader joins what hooks tell with what was recorded", async () => {
  const file = await Deno.makeTempFile();
  try {
    const reader = new RecordReader({ agent: agents.rehearsal, place, file });
    const call = { id: "1", kind: "command", command: "ls" } as const;
    reader.tell(call);
    assert.deepEqual(await reader.calls(), [call]);
    await Deno.writeTextFile(
      file,
      `${JSON.stringify({ ...call, state: "denied" })}\n`,
    );
    assert.deepEqual(await reader.calls(), [{ ...call, outcome: "denied" }]);
    reader.tell({ id: "2", kind: "command", command: "pwd" });
    reader.tell({
      id: "2",
      kind: "command",
      command: "pwd",
      outcome: "approved",
    });
    assert.deepEqual((await reader.calls()).map(({ outcome }) => outcome), [
      "denied",
      "approved",
    ]);
    for (let id = 3; id < 200; id++) {
      reader.tell({ id: `${id}`, kind: "command", command: "pwd" });
    }
    assert.ok((await reader.calls()).length < 100);
  } finally {
    await Deno.remove(file);
  }
});

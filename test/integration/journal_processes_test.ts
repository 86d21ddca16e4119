import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";

const writer = new URL("../fixtures/journal_writer.ts", import.meta.url).href;

function spawnWriter(file: string, name: string, count: number) {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-read",
      "--allow-write",
      writer,
      file,
      name,
      String(count),
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

Deno.test("Journal takes writes of several processes and loses none", async () => {
  const folder = await Deno.makeTempDir({ prefix: "orch-journal-" });
  try {
    const file = `${folder}/journal.db`;
    const writers = ["a", "b", "c", "d"].map((n) => spawnWriter(file, n, 200));
    for (const writer of writers) {
      const { code } = await writer.output();
      assert.equal(code, 0);
    }
    using journal = Journal.open(file);
    assert.equal(journal.requests.all().length, 800);
    // Every process tried to claim every request it saw; each has one winner.
    const claimed = journal.events().filter((e) =>
      e.type === "request-claimed"
    );
    assert.equal(new Set(claimed.map((e) => e.request)).size, claimed.length);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("Journal is whole after its writer was killed", async () => {
  const folder = await Deno.makeTempDir({ prefix: "orch-journal-" });
  try {
    const file = `${folder}/journal.db`;
    const writer = spawnWriter(file, "victim", 1_000_000);
    const reader = writer.stdout.getReader();
    let printed = "";
    while (printed.split("\n").length < 200) {
      const { value, done } = await reader.read();
      assert.equal(done, false, "the writer ended by itself");
      printed += new TextDecoder().decode(value);
    }
    writer.kill("SIGKILL");
    await reader.cancel();
    await writer.status;

    using journal = Journal.open(file);
    const rows = journal.requests.all();
    const complete = printed.trimEnd().split("\n").slice(0, -1).map(Number);
    const known = new Set(rows.map((row) => row.id));
    assert.ok(
      complete.every((id) => known.has(id)),
      "a request that was reported as written is missing",
    );
    const seen = journal.events().filter((e) => e.type === "request-seen");
    assert.equal(seen.length, rows.length, "rows and history disagree");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { OrchError } from "../errors/mod.ts";
import { Journal } from "./journal.ts";
import { migrations } from "./schema.ts";
import { withFolder } from "./testing.ts";

Deno.test("Journal refuses to change its history", () =>
  withFolder((folder) => {
    const file = `${folder}/journal.db`;
    using journal = Journal.open(file);
    journal.note("monitor-started", {});
    const database = new DatabaseSync(file);
    assert.throws(
      () => database.exec("UPDATE events SET at = 0"),
      /append-only/,
    );
    assert.throws(() => database.exec("DELETE FROM events"), /append-only/);
    database.close();
  }));

Deno.test("Journal.open() leaves a broken file as it is", () =>
  withFolder(async (folder) => {
    const file = `${folder}/journal.db`;
    const garbage = "this is not a database, but somebody's notes\n".repeat(99);
    await Deno.writeTextFile(file, garbage);
    assert.throws(() => Journal.open(file), (error) => {
      assert.ok(error instanceof OrchError);
      assert.match(error.message, /is broken/);
      assert.match(error.hint ?? "", /mv /);
      return true;
    });
    assert.equal(await Deno.readTextFile(file), garbage);
  }));

Deno.test("Journal.open() refuses a journal of a newer orch", () =>
  withFolder((folder) => {
    const file = `${folder}/journal.db`;
    const newer = new DatabaseSync(file);
    newer.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    newer.close();
    assert.throws(() => Journal.open(file), /newer orch/);
  }));

Deno.test("Journal.open() says when there is none and none is wanted", () =>
  withFolder((folder) => {
    assert.throws(
      () => Journal.open(`${folder}/none/journal.db`, { create: false }),
      (error) => {
        assert.ok(error instanceof OrchError);
        assert.equal(error.exitCode, 3);
        return true;
      },
    );
  }));

Deno.test("Journal.open() explains a folder that cannot be made", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    assert.throws(
      () => Journal.open(`${folder}/file/journal.db`),
      /Cannot open the journal/,
    );
  }));

Deno.test("Journal.open() brings an earlier journal up to date", () =>
  withFolder((folder) => {
    const file = `${folder}/journal.db`;
    const database = new DatabaseSync(file);
    database.exec(migrations[0]!);
    database.exec("PRAGMA user_version = 1");
    database.exec(
      "INSERT INTO agents VALUES ('web', 'claude', '/srv/web', 'assisted', 7)",
    );
    database.close();
    using journal = Journal.open(file);
    assert.deepEqual(journal.agents.all(), [{
      name: "web",
      kind: "claude",
      project: "/srv/web",
      autonomy: "assisted",
      created: 7,
    }]);
    assert.equal(journal.agents.setSession("web", "0f3c"), true);
  }));

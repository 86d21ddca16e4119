import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { secretPlaces } from "./secret_places.ts";
import { asked, contextWith } from "../testing.ts";

const from = { project: "/home/dev/web", home: "/home/dev" };

Deno.test("secretPlaces() reads patterns as people write them", () => {
  const holds = (pattern: string, path: string) =>
    secretPlaces([pattern], from).holds(path);
  assert.ok(holds("prod.yaml", "/home/dev/web/a/prod.yaml"));
  assert.ok(holds("config/prod/", "/home/dev/web/config/prod"));
  assert.ok(holds("config/prod/**", "/home/dev/web/config/prod/a/b"));
  assert.ok(holds("**/prod/*.json", "/home/dev/web/x/y/prod/a.json"));
  assert.ok(holds("~/notes", "/home/dev/notes/a.txt"));
  assert.ok(holds("/srv/keys", "/srv/KEYS/a"));
  assert.ok(holds("a?c", "/x/abc"));
  assert.ok(!holds("a?c", "/x/a/c"));
  assert.ok(!holds("config/prod", "/home/dev/web/config/production"));
  assert.ok(!holds("config/prod", "/home/dev/web/src/config/prod"));
  assert.ok(!holds("*.json", "/home/dev/web/a.json5"));
});

Deno.test("mayHold() takes a glob for all it may stand for", () => {
  const may = (glob: string) =>
    secretPlaces(["config/prod", "*.vault"], from).mayHold(
      `${from.project}/${glob}`,
    );
  assert.ok(may("config/*"));
  assert.ok(may("con*/p*/db"));
  assert.ok(may("config/pro[de]/x"));
  assert.ok(may("src/*"), "a name in any folder");
  assert.ok(!may("src/*.ts"));
  assert.ok(
    !secretPlaces(["config/prod"], from).mayHold("/home/dev/web/src/*"),
  );
});

Deno.test("what people call secret is not read or written unasked", () => {
  const secrets = ["config/prod", "*.vault"];
  const context = contextWith({ secrets });
  for (
    const command of [
      "cat config/prod/db.json",
      "cat ./config/../config/prod/db.json",
      "head src/a.vault",
      "cat config/*/db.json",
      "cp config/prod/db.json x",
      "git show HEAD:config/prod/db.json",
      "grep x < config/prod/db.json",
      "cd config && cat prod/db.json",
      "echo x > config/prod/db.json",
      "mytool config/prod/db.json",
    ]
  ) {
    const verdict = decide(asked(command), context);
    assert.equal(verdict.decision, "ask", command);
    assert.equal(verdict.tier, "critical", command);
    assert.notEqual(
      decide(asked(command), contextWith()).tier,
      "critical",
      command,
    );
  }
  const file = decide(
    { kind: "read", path: "config/prod/db.json", complete: true },
    context,
  );
  assert.equal(file.tier, "critical");
  assert.equal(decide(asked("cat src/a.ts"), context).decision, "allow");
});

import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import type { DecideContext } from "../request.ts";
import { asked, contextWith } from "../testing.ts";

const nothing = { entries: () => [] };

function verdictOf(command: string, changes: Partial<DecideContext> = {}) {
  const context = contextWith({ ...nothing, ...changes });
  const { decision, tier } = decide(asked(command), context);
  return `${decision} ${tier}`;
}

function afterApproval(approved: string, command: string) {
  const context = contextWith({ ...nothing, autonomy: "supervised" });
  const { rules } = learn(asked(approved), "approved", context);
  return decide(asked(command), { ...context, rules }).decision;
}

Deno.test("code that only calculates passes for what it is", () => {
  const lines = [
    `python3 -c 'print(1 + 1)'`,
    `python3 -c 'import json; print(json.dumps({}))'`,
    `python -uc 'print(1)' a b`,
    `python3 -c'print(1)'`,
    `python3 -B -W ignore -X utf8 -c 'print(1)'`,
    `/usr/bin/python3.12 -I -c 'import json'`,
    `python3 - <<'EOF'\nimport re\nprint(re.escape("."))\nEOF`,
    `python3 <<< 'print(1)'`,
    `cat a.json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)))'`,
    `timeout 5 python3 -c 'print(1)'`,
  ];
  for (const line of lines) {
    assert.equal(
      verdictOf(line, { autonomy: "supervised" }),
      "allow read",
      line,
    );
  }
});

Deno.test("code that is not known goes to a person each time", () => {
  const lines = [
    `python3 -c 'import os; os.system("id")'`,
    `python3 -c "print($X)"`,
    `python3 -c`,
    `python3 -`,
    `python3`,
    `cat a.py | python3`,
    `cat a.py | python3 -`,
    `python3 - < a.py`,
    `python3 -i -c 'print(1)'`,
    `python3 -ic 'print(1)'`,
    `python3 -W error::evil.X -c 'print(1)'`,
    `python3 -X pycache_prefix=/x -c 'print(1)'`,
    `PYTHONPATH=/tmp/x python3 -c 'import json'`,
    `PYTHONSTARTUP=x python3 -c 'print(1)'`,
    `python3 - <<EOF\nprint($X)\nEOF`,
    `python3 a.py - <<'EOF'\nprint(1)\nEOF`,
    `{ head -c 5; python3 -; } <<'EOF'\nprint(1)\nEOF`,
    `bash -c 'head -c 5; python3 -' <<'EOF'\nprint(1)\nEOF`,
    `while read x; do python3 -; done <<'EOF'\nprint(1)\nEOF`,
    `python3 - <<'EOF' < b.py\nprint(1)\nEOF`,
    `python3 -c 'print(open("/etc/shadow").read())'`,
    `python3 -c 'print(open(".env").read())'`,
    `python3 -c 'import sys; print(open(sys.argv[1]).read())' ~/.ssh/id_rsa`,
    `python3 -c 'open(".git/hooks/pre-commit", "w").write("x")'`,
    `python3 -c 'open("/etc/passwd", "a")'`,
    `python3 -c 'open("../other/x", "w")'`,
    `cd /etc && python3 -c 'import shop'`,
    `cd "$X" && python3 -c 'import json'`,
    `python3 -c 'import shop; shop.read_all("/etc/hosts")'`,
    `python3 -c 'import shop; shop.price("/root/x")'`,
    `python3 -c 'import shop; shop.price("~/.ssh/id_rsa")'`,
    `python3 -c 'import sys; sys.path.insert(0, "/tmp/x"); import shop'`,
    `python3 -c 'import sys; sys.path.insert(0, ".venv/lib"); import os; os.x()'`,
    `sudo python3 -c 'print(1)'`,
    `find . -exec python3 -c 'print(1)' {} ;`,
  ];
  for (const line of lines) {
    assert.match(verdictOf(line, { autonomy: "autonomous" }), /^ask /, line);
    assert.equal(afterApproval(line, line), "ask", line);
  }
});

Deno.test("code that opens known files does what it is given them for", () => {
  const read = `python3 -c 'print(open("notes.txt").read())'`;
  const write = `python3 -c 'open("notes.txt", "w").write("x")'`;
  for (const line of [read, write]) {
    assert.equal(verdictOf(line), "allow project");
    assert.equal(verdictOf(line, { autonomy: "supervised" }), "ask project");
    assert.equal(afterApproval(line, line), "allow");
  }
  assert.equal(afterApproval(write, `python3 -c 'open("/etc/x", "w")'`), "ask");
});

Deno.test("readers of settings are no packages of the project", () => {
  const line = `python3 -c 'import yaml; yaml.safe_load(open("ci.yml"))'`;
  assert.equal(verdictOf(line), "allow project");
  const beside = { entries: () => ["yaml.py"] };
  assert.equal(verdictOf(line, beside), "ask project");
});

Deno.test("a package is seen by a person once, and others are not", () => {
  const one = `python3 -c 'import shop; print(shop.__version__)'`;
  assert.equal(verdictOf(one, { autonomy: "autonomous" }), "ask project");
  const more = `python3 -c 'from shop.cart import Cart; print(Cart(2))'`;
  assert.equal(afterApproval(one, more), "allow");
  const other = `python3 -c 'import bank; print(bank.__version__)'`;
  assert.equal(afterApproval(one, other), "ask");
  const both = `python3 -c 'import shop, bank'`;
  assert.equal(afterApproval(one, both), "ask");
  const reaching = `python3 -c 'import shop; shop.deploy()'`;
  assert.equal(afterApproval(one, reaching), "ask");
  assert.equal(afterApproval(one, "python3 shop.py"), "ask");
});

Deno.test("a file that stands in for a module makes it the project's", () => {
  const line = `python3 -c 'import json; print(json.dumps(1))'`;
  const folders: Record<string, readonly string[]> = {
    "/home/dev/web": [],
    "/home/dev/web/json": ["__init__.py"],
    "/home/dev/web/docs": ["a.md"],
  };
  const decisionWith = (...names: string[]) =>
    verdictOf(line, {
      autonomy: "supervised",
      entries: (path) => path === "/home/dev/web" ? names : folders[path],
    });
  assert.equal(decisionWith("docs", "a.py", "test.py"), "allow read");
  for (
    const name of [
      "json.py",
      "json",
      "enum.py",
      "re.pyc",
      "_json.cpython-312-x86_64-linux-gnu.so",
      "types.pyd",
    ]
  ) {
    assert.equal(decisionWith(name), "ask project", name);
  }
  const unseen = { autonomy: "supervised", entries: () => undefined } as const;
  assert.equal(verdictOf(line, unseen), "ask project");
  const blind = contextWith({ autonomy: "supervised" });
  assert.equal(decide(asked(line), blind).decision, "ask");
});

Deno.test("modules may come from what the same line leaves there", () => {
  const line = `python3 -c 'import json; print(1)'`;
  const supervised = { autonomy: "supervised" } as const;
  assert.equal(verdictOf(line, supervised), "allow read");
  const context = contextWith({ ...nothing, ...supervised });
  const parts = decide(asked(`npm run build && ${line}`), context).parts;
  assert.deepEqual(parts.map(({ tier }) => tier), ["project", "project"]);
});

Deno.test("no code loads a module that it or its line writes", () => {
  const decided = (command: string) =>
    decide(
      asked(command),
      contextWith({ autonomy: "assisted", entries: () => [] }),
    ).decision;
  const load = "python3 -c 'import json; print(json.loads(\"1\"))'";
  const code = (name: string) =>
    `python3 - <<'X'\nopen("${name}", "w").write("x")\nimport json\n` +
    "print(json.loads('1'))\nX";
  for (
    const command of [
      `echo 1 > json.py; ${load}`,
      `echo 1 > JSON.py; ${load}`,
      `mkdir json; echo 1 > json/__init__.py; ${load}`,
      `cp a.txt ./re.py && ${load}`,
      `echo 1 > _json.so; ${load}`,
      `for x in 1 2; do ${load}; echo 1 > json.py; done`,
      code("json.py"),
      code("_x.py"),
    ]
  ) {
    assert.equal(decided(command), "ask", command);
  }
  for (
    const command of [
      `echo 1 > lib/json.py; ${load}`,
      `echo 1 > json.txt; ${load}`,
      `echo 1 > cart.py; ${load}`,
      code("lib/_base.py"),
    ]
  ) {
    assert.equal(decided(command), "allow", command);
  }
});

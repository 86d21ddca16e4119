import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import type { DecideContext } from "../request.ts";
import { asked, contextWith, project } from "../testing.ts";

function written(body: string, file = "try.py"): string {
  return `cat <<'EOF' > ${file}\n${body}\nEOF\n`;
}

function decided(command: string, changes: Partial<DecideContext> = {}) {
  return decide(asked(command), contextWith(changes)).decision;
}

const harmless = written("print(6 * 7)");

Deno.test("decide() lets a script run that the line writes and that is proven", () => {
  for (
    const command of [
      `${harmless}python try.py`,
      `${harmless}python3 -u try.py 2>&1 | tail -3`,
      `${written("print(1)", "tools/try.py")}cd tools && python try.py`,
      `${harmless}${written("print(2)")}python try.py`,
      `${harmless}sed -i 's/6/7/' other.txt; python try.py`,
      `${harmless}sed -i 's/6 . 7/7/' try.py; python try.py`,
      `${harmless}echo 'print(2)' >> try.py; python try.py`,
      `cat <<EOF > try.py\nprint('\\n\\$')\nEOF\npython try.py`,
      `${harmless}git checkout -- other.py; python try.py`,
      `${harmless}python try.py; rm -rf build`,
      `${written("import json, sys\nprint(json.dumps([1]), sys.argv[1])")}` +
      "python try.py --name x",
    ]
  ) {
    const verdict = decide(asked(command), contextWith());
    const run = verdict.parts.find(({ text }) => text.startsWith("python"));
    assert.equal(run?.decision, "allow", `${command}: ${verdict.reason}`);
  }
});

Deno.test("decide() asks about a script of which not all is certain", () => {
  const risky = written("import os\nos.system('x')");
  for (
    const command of [
      `${risky}python try.py`,
      `${harmless}${risky}python try.py`,
      `${risky}${harmless}python try.py`,
      `${harmless}cp other.py try.py; python try.py`,
      `${harmless}mv other.py try.py; python try.py`,
      `${harmless}git checkout side -- .; python try.py`,
      `${harmless}git checkout side; python try.py`,
      `${harmless}git checkout -- try.py; python try.py`,
      `${harmless}git checkout TRY.py; python try.py`,
      `${harmless}git stash pop; python try.py`,
      `${written("print(1)", "a.d/try.py")}git checkout a.d; python a.d/try.py`,
      `{ echo 'x = 1'; echo 'print(x)'; } > try.py; python try.py`,
      `(echo 'print(1)') > try.py; python try.py`,
      `exec > try.py; echo 'print(1)'; python try.py`,
      `ln -s try.py b.py; ${harmless}echo x > b.py; python try.py`,
      `echo 'print(1)' >> try.py; python try.py`,
      `sed -i s/1/2/ try.py; python try.py`,
      `${harmless}tar xf all.tar; python try.py`,
      `${harmless}patch -p1 < a.patch; python try.py`,
      `${harmless}echo 'exec(x)' >> try.py; python try.py`,
      `${harmless}sed -i 's/print/exec/' try.py; python try.py`,
      `${harmless}python try.py | tee try.py`,
      `${harmless}python try.py | tee "$x"`,
      `for i in 1 2; do python try.py; cat <<'EOF' > try.py\nexec(x)\nEOF\ndone`,
      `(sleep 1; ${risky}) & ${harmless}python try.py`,
      `${harmless}python try.py & ${risky}`,
      `${harmless}bash -c 'python try.py'`,
      `cat <<EOF > try.py\nprint('$x')\nEOF\npython try.py`,
      `cat more.py - <<'EOF' > try.py\nprint(1)\nEOF\npython try.py`,
      `cat <<'EOF' >> try.py\nprint(1)\nEOF\npython try.py`,
      `cat <<'EOF' 2> try.py\nprint(1)\nEOF\npython try.py`,
      `cd a; ${harmless}cd ..; python try.py`,
      `${written("# -*- coding: utf_7 -*-\nprint(1)")}python try.py`,
      `${written("#!x\n# vim: set fileencoding=utf_16 :")}python try.py`,
      `${written("print(1)", "try.pyc")}python try.pyc`,
      `${written("print(1)", "/tmp/try.py")}python /tmp/try.py`,
      `${written("print(1)", "conftest.py")}python conftest.py`,
      `${harmless}python -i try.py`,
      `${harmless}PYTHONSTARTUP=x.py python try.py`,
      `${harmless}node try.py`,
      `${harmless}${written("exec(x)", "TRY.py")}python try.py`,
      `${harmless}echo 'exec(x)' > Try.py; python try.py`,
      `${harmless}python try.py | tee TRY.PY`,
    ]
  ) {
    assert.equal(decided(command), "ask", command);
  }
});

Deno.test("decide() reads a script that lies there", () => {
  const files = new Map([
    [`${project}/good.py`, "import math\nprint(math.pi)\n"],
    [`${project}/bad.py`, "import subprocess\nsubprocess.run(['x'])\n"],
    [`${project}/old.py`, "print(1)\r\n"],
  ]);
  const disk = {
    text: (path: string) => files.get(path),
    entries: (folder: string) =>
      folder === project
        ? ["good.py", "bad.py", "old.py", "huge.py"]
        : undefined,
    fingerprint: () => "1",
  };
  assert.equal(decided("python good.py", disk), "allow");
  assert.equal(decided("python bad.py", disk), "ask");
  assert.equal(decided("python old.py", disk), "ask");
  // What cannot be written may be what runs.
  const over = (file: string) => `${written("print(1)", file)}python ${file}`;
  assert.equal(decided(over("good.py"), disk), "allow");
  assert.equal(decided(over("bad.py"), disk), "ask");
  assert.equal(decided(over("huge.py"), disk), "ask");
  assert.equal(decided(over("new.py"), disk), "allow");
});

Deno.test("decide() looks for a script's modules in the script's folder", () => {
  const disk = {
    entries: (folder: string) =>
      folder === `${project}/tools` ? ["json.py"] : [],
  };
  const line = (folder: string) =>
    `${written("import json\nprint(json.dumps(1))", `${folder}/try.py`)}` +
    `python ${folder}/try.py`;
  assert.equal(decided(line("src"), disk), "allow");
  assert.equal(decided(line("tools"), disk), "ask");
});

Deno.test("learn() lets scripts use a package after one approval", () => {
  const line = (file: string, name: string) =>
    `${written(`import ${name}\nprint(${name}.sqrt(2))`, file)}python ${file}`;
  const context = contextWith();
  assert.equal(decided(line("one.py", "shapes")), "ask");
  const { rules } = learn(asked(line("one.py", "shapes")), "approved", context);
  assert.equal(decided(line("two.py", "shapes"), { rules }), "allow");
  assert.equal(decided(line("two.py", "others"), { rules }), "ask");
});

Deno.test("decide() takes no folder for that of a script that a link leads to", () => {
  const text =
    "import os\nprint(open(os.path.join(os.path.dirname(__file__), " +
    "'..', 'a.txt')).read())\n";
  const disk = {
    autonomy: "assisted",
    text: (path: string) =>
      path === `${project}/lib/deep/try.py` ? text : undefined,
    entries: () => ["try.py"],
    fingerprint: () => "1",
    resolve: (path: string) => path.replace("/link/", "/lib/deep/"),
  } as const;
  assert.equal(decided("python lib/deep/try.py", disk), "allow");
  assert.equal(decided("python link/try.py", disk), "ask");
});

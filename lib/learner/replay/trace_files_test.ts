import assert from "node:assert/strict";
import { TraceFiles } from "./trace_files.ts";

const write = "cat <<'EOF' > try.py\nprint(1)\nEOF";
const path = "/web/try.py";

function filesAfter(...lines: readonly string[]): TraceFiles {
  const files = new TraceFiles({ project: "/web", home: "/home/ann" });
  for (const line of lines) files.run(line);
  return files;
}

Deno.test("TraceFiles knows what was written, and what only looked", () => {
  const files = filesAfter(write, "cat try.py; python try.py | tail -1");
  assert.equal(files.text(path), "print(1)\n");
  assert.equal(files.fingerprint(path), filesAfter(write).fingerprint(path));
  assert.equal(files.text("/web/other.py"), undefined);
  const anew = filesAfter(write, write.replace("1", "2"));
  assert.equal(anew.text(path), "print(2)\n");
  assert.notEqual(anew.fingerprint(path), files.fingerprint(path));
});

Deno.test("TraceFiles follows what is plainly done to a file", () => {
  const cases: [string, string][] = [
    ["echo 'x = 1' >> try.py", "print(1)\nx = 1\n"],
    ["cat >> try.py <<X\nprint(\\$)\nX", "print(1)\nprint($)\n"],
    ["sed -i s/1/2/ try.py", "print(2)\n"],
    ["git checkout lib/other.py", "print(1)\n"],
    ["cp try.py other.py", "print(1)\n"],
    ["mv try.py more.py; mv more.py try.py", "print(1)\n"],
  ];
  for (const [line, text] of cases) {
    assert.equal(filesAfter(write, line).text(path), text, line);
  }
  assert.equal(
    filesAfter(write, "mv try.py tools/").text("/web/tools/try.py"),
    "print(1)\n",
  );
});

Deno.test("TraceFiles forgets what something else may have changed", () => {
  for (
    const line of [
      "echo $x >> try.py",
      "cp other.py try.py",
      "mv try.py other.py",
      "rm ./try.py",
      "sed -i 's/p\\(r\\)/\\1/' try.py",
      "sed -i /1/d try.py",
      "git stash",
      "git checkout main",
      "git checkout try.py",
      "git restore ./try.py",
      "patch -p1 < a.patch",
      "cat <<EOF > try.py\n$x\nEOF",
    ]
  ) {
    const files = filesAfter(write, line);
    assert.equal(files.text(path), undefined, line);
    assert.equal(files.fingerprint(path), files.fingerprint("/web/any"), line);
  }
});

Deno.test("TraceFiles resolves names in the folder of a line", () => {
  const files = new TraceFiles({ project: "/web", home: "/home/ann" });
  files.run(`cd tools && ${write}`, "/web/api");
  assert.equal(files.text("/web/api/tools/try.py"), "print(1)\n");
});

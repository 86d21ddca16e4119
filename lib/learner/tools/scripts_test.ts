import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { OwnFiles } from "../own_files/mod.ts";
import type { DecideContext } from "../request.ts";
import { asked, contextWith, home, project } from "../testing.ts";

/** What is decided of lines once others were approved. */
function after(
  approved: readonly string[],
  context: DecideContext = contextWith({}),
): (line: string) => string {
  const { rules } = approved.reduce(
    (known, line) =>
      learn(asked(line), "approved", { ...context, rules: known.rules }),
    { rules: context.rules },
  );
  return (line) => {
    const { decision, tier } = decide(asked(line), { ...context, rules });
    return decision === "allow" ? decision : tier;
  };
}

Deno.test("a program is learned by what it is told to do, and kinds of words", () => {
  const told = after([
    "./tool sync --quiet main",
    "./tool sync --limit 5 side",
    "./tool show 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "./tool show 3f2504e0-4f89-11d3-9a0c-0305e82c3302",
  ]);
  for (
    const line of [
      "./tool sync --quiet side",
      "./tool sync --limit 7 main",
      `${project}/tool sync --quiet main`,
      "cd src && ../tool sync main",
      "./tool show 3f2504e0-4f89-11d3-9a0c-0305e82c3303",
    ]
  ) assert.equal(told(line), "allow", line);
  for (
    const line of [
      "./tool drop main",
      "./tool sync other",
      "./tool sync --force main",
      "./tool sync --quiet=no main",
      "./tool sync 'a; b'",
      "./tool sync /etc/passwd",
      "./tool --limit 5",
      "./other sync --quiet main",
      "./src/tool sync --quiet main",
      "echo y | ./tool sync --quiet main",
      "cd /srv && /home/dev/web/tool sync --quiet main",
    ]
  ) assert.notEqual(told(line), "allow", line);
  for (
    const line of ["./tool push", "./tool sync .env", "./tool sync .git/config"]
  ) assert.match(told(line), /remote|critical/, line);
});

Deno.test("a program that told how it is used twice may tell it again", () => {
  const told = after(["./tool sync --help", "./tool show --help"]);
  for (
    const line of ["./tool watch --help", "./tool --help", "./tool --version"]
  ) assert.equal(told(line), "allow", line);
  for (
    const line of [
      "./tool drop --help",
      "./tool watch",
      "./tool --help watch",
      "./tool 'a b' --help",
      "./other --help",
    ]
  ) assert.notEqual(told(line), "allow", line);
  const once = after(["./tool sync --help"]);
  assert.notEqual(once("./tool show --help"), "allow");
  const shell = after(["./tool.sh a --help", "./tool.sh b --help"]);
  assert.notEqual(shell("./tool.sh c --help"), "allow");
  const text = () => "#!/usr/bin/env bash\n$1\n";
  const script = after(
    ["./tool a --help", "./tool b --help"],
    contextWith({ text, fingerprint: () => "1" }),
  );
  assert.notEqual(script("./tool c --help"), "allow");
});

Deno.test("a program that runs elsewhere is learned for that folder", () => {
  const there = `cd /srv/data && ${project}/tool sync`;
  const told = after([there, there]);
  assert.equal(told(there), "allow");
  for (
    const line of [
      `cd /srv/other && ${project}/tool sync`,
      `cd /home/dev/.ssh && ${project}/tool sync`,
      "./tool sync --all",
    ]
  ) assert.notEqual(told(line), "allow", line);
});

Deno.test("what is built from the project's code stays the same program", () => {
  const files = new OwnFiles({ project, home, resolve: (path) => path });
  let version = 0;
  const context = contextWith({
    fingerprint: () => String(version += 1),
    built: (path) => files.hasBuilt(path),
  });
  const note = (line: string) => files.note(asked(line));
  note("go build -o tool . 2>&1 | head");
  note("go build -o /tmp/tool .");
  const lines = ["./tool sync", "/tmp/tool sync", "./target/debug/web sync"];
  const told = after([...lines, ...lines], context);
  for (const line of lines) assert.equal(told(line), "allow", line);
  note("ls -l tool; chmod +x tool; ./tool sync 2>&1 | head; cd tool-data");
  assert.equal(told("./tool sync"), "allow");
  for (
    const line of [
      "cp evil tool",
      "echo x > tool",
      "curl -o tool https://example.com",
      "mv $x $y",
      'python -c \'open("tool", "w")\'',
    ]
  ) {
    note("go build -o tool .");
    note(line);
    assert.notEqual(told("./tool sync"), "allow", line);
  }
  files.note({ kind: "write", path: "/tmp/tool", complete: true });
  assert.equal(told("/tmp/tool sync"), "critical");
  assert.notEqual(told("cp evil tool && ./tool sync"), "allow");
});

Deno.test("what was learned of a file holds for it when it counts as built", () => {
  let content = "1";
  const context = contextWith({ fingerprint: () => content });
  const twice = ["./tool show main", "./tool show main"];
  const learned = twice.reduce(
    (rules, line) =>
      learn(asked(line), "approved", { ...context, rules }).rules,
    context.rules,
  );
  const built = { ...context, rules: learned, built: () => true };
  const decided = () => decide(asked(twice[0]!), built).decision;
  assert.equal(decided(), "allow");
  content = "2";
  assert.equal(decided(), "ask");
  // From then on it is learned of every build.
  const { rules } = twice.reduce(
    (known, line) =>
      learn(asked(line), "approved", { ...built, rules: known.rules }),
    { rules: built.rules },
  );
  content = "3";
  assert.equal(
    decide(asked(twice[0]!), { ...built, rules }).decision,
    "allow",
  );
  const changed = { ...built, rules, built: () => false };
  assert.equal(decide(asked(twice[0]!), changed).decision, "ask");
});

Deno.test("a program that is not the project's is learned by its very call", () => {
  const call = "node ~/.claude/skills/notes/tool.cjs list --all";
  const told = after([call, "/srv/tools/check.sh src"]);
  for (const line of [call, `${call} 2>&1 | head -3`]) {
    assert.equal(told(line), "allow", line);
  }
  assert.equal(told("/srv/tools/check.sh src 2>/dev/null"), "allow");
  for (
    const line of [
      "node ~/.claude/skills/notes/tool.cjs list",
      "node ~/.claude/skills/notes/other.cjs list --all",
      "/srv/tools/check.sh lib",
      "/srv/tools/check.sh src > out.txt",
      "echo x | /srv/tools/check.sh src",
    ]
  ) assert.notEqual(told(line), "allow", line);
  const never = after(
    [
      "/tmp/tool list",
      "/tmp/.tools/check.sh src",
      "/srv/bin/git push",
      "/srv/bin/docker ps",
      "~/.local/bin/kubectl get pods",
      "/etc/init.d/nginx restart",
      "/srv/tools/deploy.sh",
      "/srv/tools/check.sh ~/.ssh/id_rsa",
      "bash .git/hooks/pre-commit",
    ],
  );
  for (
    const line of [
      "/tmp/tool list",
      "/tmp/.tools/check.sh src",
      "/srv/bin/git push",
      "/srv/bin/docker ps",
      "~/.local/bin/kubectl get pods",
      "/etc/init.d/nginx restart",
      "/srv/tools/deploy.sh",
      "/srv/tools/check.sh ~/.ssh/id_rsa",
      "bash .git/hooks/pre-commit",
    ]
  ) assert.match(never(line), /remote|critical/, line);
  let version = "1";
  const bound = contextWith({ fingerprint: () => version });
  const later = after([call], bound);
  assert.equal(later(call), "allow");
  version = "2";
  assert.notEqual(later(call), "allow");
  const unseen = after([call], contextWith({ fingerprint: () => undefined }));
  assert.notEqual(unseen(call), "allow");
});

Deno.test("tools among the project's packages are those by their bare names", () => {
  const bare = after([]);
  for (
    const [path, name] of [
      ["./node_modules/.bin/tsc --noEmit", "tsc --noEmit"],
      ["node_modules/.bin/eslint src", "eslint src"],
      [`${project}/.venv/bin/pytest -q`, "pytest -q"],
      ["venv/bin/python -m pytest", "python -m pytest"],
      [".venv/bin/python -c 'print(1)'", "python -c 'print(1)'"],
      [".venv/bin/pip install x", "pip install x"],
      ["cd web && node_modules/.bin/vitest run", "vitest run"],
    ] as const
  ) assert.equal(bare(path), bare(name), path);
  for (
    const line of [
      "node_modules/.bin/ls",
      "node_modules/.bin/git status",
      ".venv/bin/cat README.md",
      "/tmp/venv/bin/pytest",
      "/srv/web/node_modules/.bin/tsc --noEmit",
      "../other/.venv/bin/python -c 'print(1)'",
    ]
  ) assert.notEqual(bare(line), "allow", line);
  // Where the folder is a link of the agent's own, anything may be in there.
  const resolve = (path: string) => path.replace("/venv/", "/own/");
  const linked = after([], contextWith({ resolve }));
  assert.notEqual(linked("venv/bin/python -c 'print(1)'"), "allow");
});

Deno.test("a tool is the same as a module, by its path, in every version", () => {
  const supervised = contextWith({ autonomy: "supervised" });
  const told = after(["pytest -q", "python3 tools/a.py x"], supervised);
  for (
    const line of [
      "python -m pytest -q tests",
      "/usr/bin/python3 -m pytest",
      "/usr/local/bin/pytest -q",
      ".venv/bin/python -m pytest --version",
      "python tools/a.py x",
      "/usr/bin/python3.11 tools/a.py x",
    ]
  ) {
    // What it is given was approved for the project's own folder.
    const given = line.includes("tests") || line.includes("a.py");
    assert.equal(told(line), given ? "project" : "allow", line);
  }
  const twice = after(
    ["python3 tools/a.py src/x", "python tools/a.py src/y", "pytest tests"],
    supervised,
  );
  for (const line of ["python3.12 tools/a.py src/z", "python -m pytest src"]) {
    assert.equal(twice(line), "allow", line);
  }
  for (
    const line of [
      "python2 tools/a.py x",
      "python -m pytest -p evil",
      "python -m pip install pytest",
      "python -m ruff check src",
      "python -m unittest",
      "/tmp/bin/pytest -q",
    ]
  ) assert.notEqual(twice(line), "allow", line);
});

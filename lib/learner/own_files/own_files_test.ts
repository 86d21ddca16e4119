import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { OwnFiles } from "./own_files.ts";
import { asked, contextWith, home, project } from "../testing.ts";

function filesAfter(
  commands: readonly string[],
  entries: () => readonly string[] | undefined = () => [],
): OwnFiles {
  const files = new OwnFiles({
    project,
    home,
    resolve: (path) => path,
    entries,
  });
  for (const command of commands) files.note(asked(command));
  return files;
}

Deno.test("OwnFiles holds what was made where nothing was", () => {
  for (
    const command of [
      "cat <<'EOF' > try.py\n1\nEOF",
      "echo 1 > ./try.py",
      "touch try.py",
      "ls | tee try.py",
      "cp other.py try.py",
      "touch ../web/try.py",
    ]
  ) {
    assert.ok(filesAfter([command]).has(`${project}/try.py`), command);
  }
  const files = filesAfter(["mkdir -p a/b && echo 1 > a/b/c"]);
  for (const path of ["a", "a/b", "a/b/c", "a/other"]) {
    assert.ok(files.has(`${project}/${path}`), path);
  }
  const written = filesAfter([]);
  written.note({ kind: "write", path: "new.ts", complete: true });
  assert.ok(written.has(`${project}/new.ts`));
});

Deno.test("OwnFiles leaves out what may have been there", () => {
  const path = `${project}/try.py`;
  const make = "touch try.py";
  assert.ok(!filesAfter([make], () => ["try.py"]).has(path));
  assert.ok(!filesAfter([make], () => undefined).has(path));
  for (
    const commands of [
      ["cat try.py", make],
      ["cat try.py; touch try.py"],
      ["echo 1 >> try.py"],
      ["for x in a b; do echo > try.py; done"],
      ["cd src; touch ../try.py; touch $x/try.py"],
      ["touch /tmp/try.py"],
      ["touch ../try.py"],
      [make, "git stash"],
      [make, "git checkout side"],
      [make, "mv try.py other.py"],
    ]
  ) {
    assert.ok(!filesAfter(commands).has(path), commands.join(" | "));
  }
  const edited = filesAfter([]);
  edited.note({ kind: "edit", path: "try.py", complete: true });
  edited.note(asked(make));
  assert.ok(!edited.has(path));
});

Deno.test("OwnFiles holds what code makes that the agent runs", () => {
  const run = (code: string, how = "python try.py") =>
    filesAfter([`cat <<'EOF' > try.py\n${code}\nEOF\n${how}`]);
  for (
    const [code, how] of [
      ["plt.savefig('out.png')"],
      ["with open('out.png', 'wb') as f:\n  f.write(x)"],
      ["frame.to_csv('out.png', index=False)"],
      ["Path('out.png').write_text(x)"],
      ["fs.writeFileSync('out.png', x)", "node try.py"],
      ["mkdir out.png", "bash try.py"],
      ["plt.savefig('out.png')", "timeout 5 python3 ./try.py"],
      ["plt.savefig('out.png')", "python -u try.py"],
    ] as const
  ) {
    assert.ok(run(code, how).has(`${project}/out.png`), `${how}: ${code}`);
  }
  const later = filesAfter(["python -c 'plt.savefig(\"a/out.png\")'"]);
  assert.ok(later.has(`${project}/a/out.png`));
  for (
    const [code, how] of [
      ["plt.savefig('out.png')", "cat try.py"],
      ["plt.savefig('out.png')", "for x in a b; do python try.py; done"],
      ["print(open('out.png').read())\nopen('out.png', 'w')"],
      ["open('out.png', 'a')"],
      ["open('out.png')"],
      ["os.chdir('..')\nplt.savefig('out.png')"],
      ["plt.savefig('../out.png')"],
      ["plt.savefig(f'out.png')"],
      ["for x in a b; do touch out.png; done", "bash try.py"],
    ] as const
  ) {
    assert.ok(!run(code, how).has(`${project}/out.png`), `${how}: ${code}`);
  }
  const there = filesAfter(
    ["python -c 'plt.savefig(\"out.png\")'"],
    () => ["out.png"],
  );
  assert.ok(!there.has(`${project}/out.png`));
});

Deno.test("OwnFiles keeps what git and mv leave alone", () => {
  const path = `${project}/try.py`;
  for (
    const command of [
      "git checkout lib/main.py lib/other.py",
      "git checkout -- main.py",
      "git restore main.py",
      "git -C . fetch origin",
      "mv main.py.bak main.py",
    ]
  ) {
    assert.ok(filesAfter(["touch try.py", command]).has(path), command);
  }
  for (
    const command of [
      "git checkout try.py",
      "git checkout lib",
      "git checkout .",
      "git checkout side -- .",
      "git checkout log",
      "git pull",
      "git clean -fd",
      "mv main.py try.py",
      "mv main.py lib/try.py",
    ]
  ) {
    assert.ok(!filesAfter(["touch try.py", command]).has(path), command);
  }
  const moved = filesAfter(["mkdir own; touch a.py", "mv a.py own/"]);
  assert.ok(moved.has(`${project}/own/a.py`));
  assert.ok(!filesAfter(["mkdir own", "mv src own/"]).has(`${project}/own`));
  assert.ok(filesAfter(["touch a.py", "mv a.py b.py"]).has(`${project}/b.py`));
  assert.ok(!filesAfter(["mv a.py b.py"]).has(`${project}/b.py`));
});

Deno.test("OwnFiles lets what it made be deleted twice while nothing is there", () => {
  let there: string[] = [];
  const files = filesAfter(["touch try.py", "rm try.py"], () => there);
  assert.ok(files.has(`${project}/try.py`));
  there = ["try.py"];
  assert.ok(!files.has(`${project}/try.py`));
  there = [];
  files.note(asked("mv main.py try.py"));
  assert.ok(!files.has(`${project}/try.py`));
});

Deno.test("OwnFiles holds what is made again after it was deleted", () => {
  const files = filesAfter(["touch try.py", "rm try.py", "touch try.py"]);
  assert.ok(files.has(`${project}/try.py`));
  assert.ok(!filesAfter(["touch a", "git status", "touch b"]).has(project));
});

Deno.test("decide() lets an agent delete its own files once that was approved", () => {
  const files = filesAfter(["touch try.py more.py; mkdir folder"]);
  const context = contextWith({ made: (path) => files.has(path) });
  const first = decide(asked("rm try.py"), context);
  assert.deepEqual([first.decision, first.tier], ["ask", "project"]);
  const { rules } = learn(asked("rm try.py"), "approved", context);
  const after = (command: string) =>
    decide(asked(command), { ...context, rules }).decision;
  assert.equal(after("rm more.py"), "allow");
  assert.equal(after("rm try.py more.py"), "allow");
  for (
    const command of [
      "rm -rf folder",
      "rm main.py",
      "rm try.py main.py",
      "rm ../try.py",
      "rm *.py",
      "rm $x",
      "rm -rf .",
      "sudo rm try.py",
      "unlink main.py",
    ]
  ) {
    assert.equal(after(command), "ask", command);
  }
  // What was learned of own files says nothing where nobody knows of any.
  const { made: _, ...blind } = context;
  assert.equal(
    decide(asked("rm try.py"), { ...blind, rules }).decision,
    "ask",
  );
});

Deno.test("decide() lets nothing be lost by way of an agent's own folder", () => {
  const files = filesAfter(["mkdir own", "mkdir gone", "rmdir gone"]);
  const context = contextWith({ made: (path) => files.has(path) });
  const { rules } = ["rm -rf own", "mv src/a.ts own/a.ts"].reduce(
    (known, command) =>
      learn(asked(command), "approved", { ...context, rules: known.rules }),
    { rules: context.rules },
  );
  const after = (command: string) =>
    decide(asked(command), { ...context, rules }).decision;
  assert.equal(after("echo x > own/x; rm -rf own"), "allow");
  for (
    const command of [
      "mv src/a.ts own/; rm -rf own",
      "mv src/a.ts own/a.ts && rm -rf own",
      "mv src/a.ts gone; rm -rf gone",
      "cd own && mv ../src/a.ts b.ts && cd .. && rm -rf own",
      "git mv src own/ && rm -rf own",
    ]
  ) {
    assert.equal(after(command), "ask", command);
  }
});

Deno.test("learn() lets a build's folder be deleted by its name", () => {
  const context = contextWith({});
  const approve = (commands: readonly string[]) =>
    commands.reduce(
      (known, command) =>
        learn(asked(command), "approved", { ...context, rules: known.rules }),
      { rules: context.rules },
    ).rules;
  const rules = approve(["rm -rf docs/_build", "rm -rf _build"]);
  const after = (command: string) =>
    decide(asked(command), { ...context, rules }).decision;
  assert.equal(after("rm -rf manual/_build"), "allow");
  for (
    const command of [
      "rm -rf dist",
      "rm -rf manual",
      "rm -rf manual/_build src",
      "rm -rf ../_build",
      "rm -rf _build/../src",
      "rm -rf /tmp/x",
      "rm -rf */_build",
    ]
  ) {
    assert.equal(after(command), "ask", command);
  }
  const source = approve(["rm -rf a/build", "rm -rf b/build"]);
  assert.equal(
    decide(asked("rm -rf c/build"), { ...context, rules: source }).decision,
    "ask",
  );
  const once = approve(["rm -rf docs/_build"]);
  assert.equal(
    decide(asked("rm -rf _build"), { ...context, rules: once }).decision,
    "ask",
  );
  const scratch = approve(["rm /tmp/a.log", "rm -f /tmp/b.log", "rm -rf dist"]);
  const later = (command: string) =>
    decide(asked(command), { ...context, rules: scratch }).decision;
  assert.equal(later("rm -f /tmp/c.log"), "allow");
  for (const command of ["rm -rf /tmp/c", "rm -f /tmp", "rm -f a.log"]) {
    assert.equal(later(command), "ask", command);
  }
});

Deno.test("git takes back what commands do, as it was", () => {
  const context = contextWith({});
  const tierOf = (command: string) => decide(asked(command), context).tier;
  for (const command of ["git checkout Makefile", "git restore package.json"]) {
    assert.notEqual(tierOf(command), "critical", command);
  }
  assert.equal(tierOf("git checkout -- package.json"), "project");
  for (
    const command of [
      "git checkout side -- package.json",
      "git checkout HEAD~2 package.json",
      "git checkout .github/ci.yml",
      "git checkout -- .envrc",
    ]
  ) {
    assert.match(tierOf(command), /remote|critical/, command);
  }
});

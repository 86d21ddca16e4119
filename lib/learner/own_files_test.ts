import assert from "node:assert/strict";
import { decide } from "./decide.ts";
import { learn } from "./learn.ts";
import { OwnFiles } from "./own_files.ts";
import { asked, contextWith, home, project } from "./testing.ts";

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
      [make, "rm ./try.py"],
    ]
  ) {
    assert.ok(!filesAfter(commands).has(path), commands.join(" | "));
  }
  const edited = filesAfter([]);
  edited.note({ kind: "edit", path: "try.py", complete: true });
  edited.note(asked(make));
  assert.ok(!edited.has(path));
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

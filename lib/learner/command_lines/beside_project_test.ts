import assert from "node:assert/strict";
import { besideProject } from "./beside_project.ts";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import type { DecideContext } from "../request.ts";
import { asked, contextWith, home } from "../testing.ts";

const project = "/home/dev/src/web";

const place = {
  project,
  home,
  resolve: (path: string) => path,
  entries: (path: string) =>
    path === "/home/dev/src/api" || path === "/home/dev/.work"
      ? [".git"]
      : undefined,
};

function after(
  approvals: readonly string[],
  changes: Partial<DecideContext> = {},
): DecideContext {
  let context = contextWith({ project, autonomy: "autonomous", ...changes });
  for (const command of approvals) {
    const { rules } = learn(asked(command), "approved", context);
    context = { ...context, rules };
  }
  return context;
}

const decision = (command: string, context: DecideContext) =>
  decide(asked(command), context).decision;

Deno.test("besideProject() finds folders of the person's own only", () => {
  const cases: [string, string | undefined][] = [
    ["/home/dev/src/api", "/home/dev/src/api"],
    ["/home/dev/src/api/lib/a", "/home/dev/src/api"],
    ["/home/dev/notes", "/home/dev/notes"],
    ["/home/dev/src", undefined],
    ["/home/dev", undefined],
    ["/home", undefined],
    ["/", undefined],
    ["/home/dev/.work", undefined],
    ["/home/dev/src/api/.git/hooks", undefined],
    ["/home/dev/.ssh", undefined],
    ["/home/dev/Downloads/x", undefined],
    ["/home/eve/src", undefined],
    ["/tmp/x", undefined],
    ["/opt/x", undefined],
    ["/etc", undefined],
    ["/home/dev/src/a\\b", undefined],
  ];
  for (const [directory, expected] of cases) {
    assert.equal(besideProject(directory, place), expected, directory);
  }
});

Deno.test("besideProject() takes no folder that a link leads to", () => {
  const linked = {
    ...place,
    resolve: (path: string) => path.replace("/src/link", "/src/api"),
  };
  assert.equal(besideProject("/home/dev/src/link", linked), undefined);
  assert.equal(
    besideProject("/home/dev/src/api", linked),
    "/home/dev/src/api",
  );
});

Deno.test("work beside the project asks first under every autonomy", () => {
  for (const autonomy of ["supervised", "assisted", "autonomous"] as const) {
    const context = contextWith({ project, autonomy });
    const verdict = decide(asked("cd ../api && npm test"), context);
    assert.equal(verdict.decision, "ask");
    assert.match(verdict.reason, /in \/home\/dev\/src\/api/);
  }
});

Deno.test("work beside the project is learned for its very place", () => {
  const context = after([
    "cd ../api && go test ./a -v",
    "cd ../api && go test ./b -v",
  ]);
  assert.equal(decision("cd ../api && go test ./c -v", context), "allow");
  const others = [
    "cd ../api && go test ./c -race",
    "cd ../api2 && go test ./a -v",
    "cd ../api/x && go test ./c -v",
    "cd ~/notes && go test ./a -v",
    "cd /tmp/api && go test ./a -v",
    "cd ../api && go test -exec ./x ./a -v",
  ];
  for (const other of others) {
    assert.equal(decision(other, context), "ask", other);
  }
  const home = { ...context, autonomy: "supervised" } as const;
  assert.equal(decision("go test ./a -v", home), "ask");
});

Deno.test("what is learned in the project says nothing of folders beside", () => {
  const context = after(["npm test", "npm test", "npm test"]);
  assert.equal(decision("npm test", context), "allow");
  assert.equal(decision("cd ../api && npm test", context), "ask");
});

Deno.test("a denial beside the project leaves no example in it", () => {
  const before = after(["cd ../api && go vet ./a", "cd ../api && go vet ./b"], {
    autonomy: "supervised",
  });
  const { rules } = learn(asked("cd ../api && go vet ./c"), "denied", before);
  const context = { ...before, rules };
  assert.equal(decision("cd ../api && go vet ./d", before), "allow");
  assert.equal(decision("cd ../api && go vet ./d", context), "ask");
  assert.equal(decision("go vet ./a", context), "ask");
});

Deno.test("what writes, deletes or goes out beside the project always asks", () => {
  const commands = [
    "cd ../api && echo x > a",
    "cd ../api && rm -rf build",
    "cd ../api && git commit -m x",
    "cd ../api && go build -o api",
    "cd ../api && npm publish",
    "cd ../api && npm install left-pad",
    "cd ../api && git push",
    "cd ../api && npm test > log",
    "cd ../api && echo 'test:' > Makefile && make test",
    "cd ../api/.git && make",
    "cd .. && make",
    "cd && make",
  ];
  for (const command of commands) {
    const context = after([command, command, command, command]);
    assert.equal(decision(command, context), "ask", command);
  }
});

Deno.test("what people allow by hand, they allow in their project", () => {
  const policy = { allow: ["make *", "make"], ask: [], deny: [] };
  const context = contextWith({ project, autonomy: "supervised", policy });
  assert.equal(decision("make", context), "allow");
  assert.equal(decision("cd ../api && make", context), "ask");
});

Deno.test("work beside the project rests on what its tasks do", () => {
  let script = "vitest run";
  const changes = {
    text: (path: string) =>
      path === "/home/dev/src/api/package.json"
        ? JSON.stringify({ scripts: { test: script } })
        : undefined,
  };
  const command = "cd ../api && npm test";
  const context = after([command, command], changes);
  assert.equal(decision(command, context), "allow");
  script = "vitest run; rm -rf ~";
  assert.equal(decision(command, context), "ask");
});

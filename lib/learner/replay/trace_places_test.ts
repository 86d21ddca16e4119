import assert from "node:assert/strict";
import { placesOf } from "./trace_places.ts";

function place(
  project: string,
  ...lines: readonly { directory?: string; command?: string }[]
): string {
  return placesOf(lines.map(({ directory, command = "ls" }) => ({
    at: 0,
    project,
    session: "one",
    directory,
    command,
    danger: "",
  }))).get(project)!.project;
}

Deno.test("placesOf() takes the folder that holds all that are given", () => {
  const web = "/home/ann/web";
  assert.equal(place("x", { directory: web }), web);
  assert.equal(
    place("x", { directory: `${web}/api` }, { directory: `${web}/app` }),
    web,
  );
  assert.equal(
    place("x", { directory: `${web}/api` }, {}, { directory: web }),
    web,
  );
});

Deno.test("placesOf() finds the folder that commands name", () => {
  const commands = [
    { command: "cd /src/web/api" },
    { command: "cat '/src/web/README.md'; ls /tmp/web" },
  ];
  assert.equal(place("dev/web", ...commands), "/src/web");
});

Deno.test("placesOf() gives a folder of its own to what is nowhere", () => {
  assert.equal(place("dev/web", { directory: "C:\\web" }), "/home/agent/web");
  assert.equal(
    place("web", { directory: "/a/b" }, { directory: "/c" }),
    "/home/agent/web",
  );
});

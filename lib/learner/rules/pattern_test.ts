import assert from "node:assert/strict";
import { categoryOf, covers, idOf, joinPatterns, titleOf } from "./pattern.ts";

const test = { program: "go", subcommand: ["test"], flags: ["-v"] };

Deno.test("covers() lets a rule speak only of what it has seen", () => {
  assert.equal(covers(test, test), true);
  assert.equal(covers(test, { program: "go", subcommand: ["test"] }), true);
  assert.equal(covers(test, { ...test, flags: ["-v", "-race"] }), false);
  assert.equal(covers(test, { ...test, operands: ["project-path"] }), false);
  assert.equal(covers(test, { ...test, redirects: ["project-path"] }), false);
  assert.equal(covers(test, { ...test, environment: ["PORT=number"] }), false);
  assert.equal(covers(test, { ...test, subcommand: ["vet"] }), false);
  assert.equal(covers(test, { ...test, host: "example.com" }), false);
  assert.equal(covers(test, { ...test, content: "abc" }), false);
});

Deno.test("covers() holds exact texts to their folder and content", () => {
  const exact = { program: "x", exact: "x a", directory: "." };
  assert.equal(covers(exact, exact), true);
  assert.equal(covers(exact, { ...exact, directory: "sub" }), false);
  assert.equal(covers(exact, { ...exact, content: "abc" }), false);
  assert.equal(covers(exact, { program: "x" }), false);
  assert.equal(covers({ program: "x" }, exact), false);
});

Deno.test("joinPatterns() covers both and keeps the order of the alphabet", () => {
  const other = { ...test, flags: ["-race"], operands: ["project-path"] };
  const joined = joinPatterns(test, other);
  assert.deepEqual(joined.flags, ["-race", "-v"]);
  assert.ok(covers(joined, test) && covers(joined, other));
});

Deno.test("titles and categories are what people call them", () => {
  const cases: [Parameters<typeof titleOf>[0], string, string][] = [
    [{ program: "pytest" }, "pytest", "base-command"],
    [{ program: "pytest", flags: ["-q"] }, "pytest *", "base-command"],
    [{ program: "npm", subcommand: ["run", "dev"] }, "npm run dev", "pattern"],
    [test, "go test *", "pattern"],
    [
      { program: "git", subcommand: ["checkout"], operands: ["=main"] },
      "git checkout main",
      "pattern",
    ],
    [
      { program: "npm", subcommand: ["test"], environment: ["PORT=number"] },
      "PORT=… npm test",
      "environment-variable",
    ],
    [
      { program: "curl", host: "localhost:3000", flags: ["-s"] },
      "curl localhost:3000/*",
      "pattern",
    ],
    [
      { program: "npm", subcommand: ["ci"], host: "npm registry" },
      "npm ci (npm registry)",
      "pattern",
    ],
    [
      { program: "cat", redirects: ["scratch-path"] },
      "cat > scratch",
      "base-command",
    ],
    [{ program: "x", exact: "x --all" }, "x --all", "exact"],
  ];
  for (const [pattern, title, category] of cases) {
    assert.equal(titleOf(pattern), title);
    assert.equal(categoryOf(pattern), category);
  }
});

Deno.test("idOf() is the same for the same thing, and only for it", () => {
  assert.equal(idOf(test, "/p"), idOf({ ...test, flags: ["-x"] }, "/p"));
  const ids = [
    idOf(test, "/p"),
    idOf(test, "/q"),
    idOf({ ...test, subcommand: ["vet"] }, "/p"),
    idOf({ ...test, host: "h" }, "/p"),
    idOf({ program: "go", exact: "go test" }, "/p"),
  ];
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^r-[0-9a-z]{11}$/);
  const many = new Set(
    Array.from({ length: 20000 }, (_, n) => idOf({ program: `p${n}` }, "/p")),
  );
  assert.equal(many.size, 20000);
});

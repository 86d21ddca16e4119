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

Deno.test("JavaScript that only calculates passes for what it is", () => {
  const lines = [
    `node -e 'console.log(1)'`,
    `node -p '1 + 1'`,
    `node --eval 'console.log([1].map((x) => x * 2))' a`,
    `node <<'EOF'\nconst list = [1];\nconsole.log(list.length);\nEOF`,
    `node - <<< 'console.log(1)'`,
    `deno eval 'console.log(1)'`,
  ];
  for (const line of lines) {
    assert.equal(
      verdictOf(line, { autonomy: "supervised" }),
      "allow read",
      line,
    );
  }
  for (
    const line of [
      `node -p 'require("./package.json").version'`,
      `node -e 'console.log(require("fs").readFileSync("notes.txt", "utf8"))'`,
      `node -e 'require("fs").writeFileSync("notes.txt", "x")'`,
    ]
  ) {
    assert.equal(verdictOf(line), "allow project", line);
    assert.equal(verdictOf(line, { autonomy: "supervised" }), "ask project");
  }
});

Deno.test("JavaScript that is not known goes to a person each time", () => {
  const lines = [
    `node -e 'require("child_process").execSync("id")'`,
    `node -e "console.log($X)"`,
    `node -e`,
    `node -`,
    `node`,
    `cat a.js | node`,
    `node -r ./x.js -e 'console.log(1)'`,
    `node -e 'console.log(1)' --import ./x.mjs -e 'y()'`,
    `node --import ./x.mjs -e 'console.log(1)'`,
    `node -p 'process.env'`,
    `node -p 'require("fs").readFileSync("/etc/shadow", "utf8")'`,
    `node -p 'require("fs").readFileSync(process.argv[1], "utf8")' .env`,
    `node -e 'require("fs").writeFileSync(".git/config", "x")'`,
    `node -e 'require("fs").writeFileSync("package.json", "x")'`,
    `{ head -c 5; node; } <<'EOF'\nconsole.log(1)\nEOF`,
    `NODE_OPTIONS=--require=./x.js node -e 'console.log(1)'`,
    `deno eval 'Deno.env'`,
    `deno eval --config x.json 'console.log(1)'`,
    `deno eval 'console.log(1)' 'x'`,
    `bun -e 'console.log(1)'`,
  ];
  for (const line of lines) {
    const context = contextWith({ ...nothing, autonomy: "autonomous" });
    assert.match(verdictOf(line, { autonomy: "autonomous" }), /^ask /, line);
    const { rules } = learn(asked(line), "approved", context);
    const later = decide(asked(line), { ...context, rules }).decision;
    assert.equal(later, "ask", line);
  }
});

Deno.test("a document is code where something else is called like it", () => {
  const line = `node -p 'require("./a.json").version'`;
  const folderWith = (names: readonly string[], inside: string[] = []) => ({
    entries: (path: string) =>
      path === "/home/dev/web"
        ? names
        : path === "/home/dev/web/a.json"
        ? inside
        : [],
  });
  assert.equal(verdictOf(line, folderWith(["a.json"])), "allow project");
  assert.equal(verdictOf(line, folderWith(["a.json.js"])), "ask critical");
  const folder = folderWith(["a.json"], ["index.js"]);
  assert.equal(verdictOf(line, folder), "ask critical");
  const unseen = { entries: () => undefined };
  assert.equal(verdictOf(line, unseen), "ask critical");
});

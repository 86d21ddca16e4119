import assert from "node:assert/strict";
import { describedCommands } from "./description.ts";

Deno.test("describedCommands lists every place where the command can end", () => {
  const rows = ["npm test", "npm run lint", "npm run build", "Build it"];
  const { likeliest, others } = describedCommands(rows, 40);
  assert.deepEqual(likeliest, rows.slice(0, 3));
  assert.deepEqual(others, [rows.slice(0, 2), rows.slice(0, 1)]);
});

Deno.test("describedCommands takes rows that wrap for one description", () => {
  const rows = ["npm test", "Run all the tests and then", "look at the result"];
  // The row above has room for no further word.
  assert.deepEqual(describedCommands(rows, 28).likeliest, ["npm test"]);
  // It has: what follows it is something else.
  assert.equal(describedCommands(rows, 60).likeliest, undefined);
});

Deno.test("describedCommands finds none likely that looks like a command", () => {
  for (const last of ["npm test", "A=1 npm test", "Foo | bar", "X; rm -rf x"]) {
    const { likeliest, others } = describedCommands(["ls", last], 40);
    assert.equal(likeliest, undefined, last);
    assert.deepEqual(others, [["ls"]], last);
  }
});

Deno.test("describedCommands ends no command with a blank row", () => {
  const rows = ["cat <<EOF", "", "EOF", "Write it"];
  const { likeliest, others } = describedCommands(rows, 40);
  assert.deepEqual(likeliest, rows.slice(0, 3));
  assert.deepEqual(others, []);
});

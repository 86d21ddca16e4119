import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith, home, project } from "../testing.ts";

const links: Readonly<Record<string, string>> = {
  [`${project}/a.lnk`]: "/etc/shadow",
  [`${project}/keys`]: `${home}/.ssh`,
  [`${project}/b.txt`]: `${project}/c.txt`,
  [`${project}/.venv`]: `${home}/.venvs/web`,
};

function decided(command: string) {
  return decide(
    asked(command),
    contextWith({
      autonomy: "supervised",
      resolve: (path) => links[path] ?? path,
      entries: (path) =>
        path === project ? ["a.lnk", "keys", "b.txt", "c.txt", ".venv"] : [],
    }),
  ).decision;
}

Deno.test("a glob is asked about when it stands for a link to a secret", () => {
  for (
    const command of [
      "cat *",
      "cat *.lnk",
      "cat ./a*",
      "cat [a]*",
      "head -5 ?.lnk",
      "ls k*",
      'for f in *; do cat "$f"; done',
      "cat $(ls)",
    ]
  ) assert.equal(decided(command), "ask", command);
});

Deno.test("a glob that stands for other links is not", () => {
  for (const command of ["cat *.txt", "cat b*", "ls *.txt", "cat src/*"]) {
    assert.equal(decided(command), "allow", command);
  }
});

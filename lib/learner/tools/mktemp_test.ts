import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, asksFirst, contextWith, passes } from "../testing.ts";

function decisionOn(command: string) {
  return decide(asked(command), contextWith()).decision;
}

Deno.test("mktemp makes scratch files unasked, and files of the project", () => {
  for (
    const command of [
      "mktemp",
      "mktemp -d",
      "mktemp -t notes.XXXX",
      "mktemp -d /tmp/notes.XXXX",
      "mktemp -p /tmp notes.XXXX",
      "mktemp --tmpdir notes.XXXX --suffix=.md",
      "mktemp -d src/notes.XXXX",
      "echo $(mktemp)",
    ]
  ) assert.equal(decisionOn(command), "allow", command);
});

Deno.test("mktemp asks wherever else it would make something", () => {
  for (
    const command of [
      "mktemp -d ../x.XXXX",
      "mktemp /etc/x.XXXX",
      "mktemp -p /etc",
      "mktemp -p /etc x.XXXX",
      "mktemp --tmpdir=/etc x.XXXX",
      "mktemp .git/hooks/x.XXXX",
      "mktemp -p .git/hooks",
      "mktemp --suffix=/../../x /tmp/a.XXXX",
      "mktemp --tmp=/etc",
      "mktemp -V x",
      "mktemp $X",
      'mktemp -- "$X"',
      "mktemp -t ../../etc/x.XXXX",
      "echo $(mktemp src/x.XXXX)",
    ]
  ) assert.equal(decisionOn(command), "ask", command);
});

Deno.test("a name alone is no file, unless more is told of it", () => {
  passes(`
    mktemp -u
    mktemp --dry-run
    mktemp -u -t notes
    mktemp -du notes.XXXX
  `);
  asksFirst(`
    mktemp -t notes
    mktemp -u ../x.XXXX
    mktemp -u -p /etc
    mktemp -u --tmpdir=/etc x.XXXX
    mktemp -u a.XXXX b.XXXX
    mktemp -u $X
    mktemp -u -V
  `);
});

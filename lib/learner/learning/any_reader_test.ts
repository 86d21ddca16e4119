import assert from "node:assert/strict";
import { asked, contextWith } from "../testing.ts";
import { decide, learn } from "../mod.ts";

const supervised = { autonomy: "supervised" } as const;

/** What is decided after some commands were approved. */
function after(approved: readonly string[], command: string): string {
  let { rules } = contextWith(supervised);
  for (const one of approved) {
    const context = contextWith({ ...supervised, rules });
    ({ rules } = learn(asked(one), "approved", context));
  }
  return decide(asked(command), contextWith({ ...supervised, rules })).decision;
}

Deno.test("a place that may be read may be read by whatever only reads", () => {
  const approved = ["wc -l ~/.gemini/tmp/notes/a.txt"];
  assert.equal(after([], "head -3 ~/.gemini/tmp/notes/b.txt"), "ask");
  for (
    const command of [
      "head -3 ~/.gemini/tmp/notes/b.txt",
      "ls -la ~/.gemini/tmp/notes",
      "grep -rn TODO ~/.gemini/tmp | sort | head",
    ]
  ) {
    assert.equal(after(approved, command), "allow", command);
  }
});

Deno.test("to read a place teaches nothing of other places, or of acting", () => {
  const approved = ["wc -l ~/.gemini/tmp/notes/a.txt", "ls /srv/data"];
  for (
    const command of [
      "head ~/.config/app/notes.txt",
      "cat ~/.gemini/oauth_creds.json",
      "cat ~/.ssh/config",
      "cat /srv/data/.env",
      "cp ~/.gemini/tmp/notes/a.txt src/a.txt",
      "cat ~/.gemini/tmp/notes/a.txt > a.txt",
      "rm ~/.gemini/tmp/notes/a.txt",
      "sed -i s/a/b/ ~/.gemini/tmp/notes/a.txt",
      "python3 ~/.gemini/tmp/notes/a.py",
      "find ~/.gemini/tmp -delete",
      "find ~/.gemini/tmp -name a -exec rm {} +",
      "rg --pre ./x p ~/.gemini/tmp/notes",
      "sort -o /srv/data/x /srv/data/y",
      "tar xf ~/.gemini/tmp/notes/a.tar",
      "git -C /srv/data status",
      "DEBUG=1 cat ~/.gemini/tmp/notes/a.txt",
      "curl file:///srv/data/x",
    ]
  ) {
    assert.equal(after(approved, command), "ask", command);
  }
});

Deno.test("what reads and writes is learned as what it is", () => {
  const approved = ["grep -n x /srv/data/log > found.txt"];
  assert.equal(after(approved, "grep -n y /srv/data/log > found.txt"), "allow");
  assert.equal(after(approved, "cat /srv/data/log"), "ask");
});

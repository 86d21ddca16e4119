import assert from "node:assert/strict";
import { Journal } from "./journal.ts";
import { isMasked, maskRequest } from "./mask_request.ts";

const secret = "q7Rz2LmX9bVt4KcW8nPd";

const request = {
  kind: "command",
  command: `curl -H 'Authorization: Bearer ${secret}' https://a.dev`,
  readings: [`curl -H 'Authorization: Bearer ${secret}' https://a.dev`],
  rows: ["curl -H 'Authorization: Bea", `rer ${secret}' https://a.dev`],
  options: [{ key: "1", label: `Yes, curl ${secret}`, meaning: "once" }],
  evidence: ["Run it?", `rer ${secret}'`],
};

Deno.test("maskRequest() leaves what holds no secret as it is", () => {
  const plain = { kind: "command", command: "npm test", evidence: ["Run?"] };
  assert.equal(maskRequest(plain), plain);
  assert.equal(isMasked(plain), false);
});

Deno.test("maskRequest() keeps what it was, without the secret", () => {
  const masked = maskRequest(request) as typeof request;
  assert.ok(isMasked(masked));
  assert.equal(masked.command, "curl -H 'Authorization: …' https://a.dev");
  assert.deepEqual(masked.evidence, ["…"]);
  assert.deepEqual(masked.options, [
    { key: "1", label: "…", meaning: "once" },
  ]);
  assert.equal(JSON.stringify(masked).includes(secret.slice(0, 8)), false);
});

Deno.test("maskRequest() finds a secret that a row's end cuts", () => {
  const cut = {
    kind: "command",
    rows: [`echo ghp_${secret.slice(0, 3)}`, secret.slice(3)],
    evidence: ["Run?", `echo ghp_${secret.slice(0, 3)}`, secret.slice(3)],
  };
  const masked = maskRequest(cut);
  assert.equal(JSON.stringify(masked).includes(secret.slice(3)), false);
});

Deno.test("a journal knows a secret while it is open, and writes none down", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/journal.db`;
    {
      using journal = Journal.open(file);
      const id = journal.requests.record({
        agent: "web",
        pane: "%1",
        server: "1",
        fingerprint: "f",
        request,
        summary: request.command,
        seen: 0,
      });
      assert.deepEqual(journal.requests.find(id)!.request, request);
      journal.requests.decide(id, {
        decision: "ask",
        tier: "critical",
        reason: `Asks because of \`${request.command}\`.`,
      });
      journal.requests.show(id, { fingerprint: "g", request });
      assert.deepEqual(
        journal.requests.all({ waiting: true })[0]!.request,
        request,
      );
      journal.requests.release(id, `not answered: ${request.command}`);
      journal.note("monitor-started", { token: secret });
      using other = Journal.open(file);
      assert.ok(isMasked(other.requests.find(id)!.request));
      assert.match(
        other.requests.find(id)!.verdict!.reason,
        /Authorization: …/,
      );
      other.requests.close(id, "person", "approved");
      assert.ok(isMasked(journal.requests.find(id)!.request), "it is over");
    }
    for await (const { name } of Deno.readDir(folder)) {
      const text = await Deno.readTextFile(`${folder}/${name}`);
      assert.equal(text.includes(secret), false, name);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

import assert from "node:assert/strict";
import { reportTo } from "./plugin.ts";
import { type Connect, post } from "./plugin_post.ts";
import { pluginText } from "./plugin_text.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** What OpenCode gives a plugin, as far as it is used. */
class Host {
  readonly replies: Any[] = [];
  readonly reports: Any[] = [];
  readonly left: Any[] = [];
  answer: (report: Any) => unknown = () => undefined;
  #listeners = new Map<string, (event: Any) => void>();

  constructor() {
    const api = {
      event: {
        on: (name: string, listener: (event: Any) => void) =>
          this.#listeners.set(name, listener),
      },
      state: {
        path: { directory: "/src/shop" },
        mcp: () => [{ name: "tracker" }],
        session: {
          get: (id: string) =>
            id === "ses_child"
              ? { id, parentID: "ses_1", agent: "explore" }
              : undefined,
        },
      },
      client: {
        permission: {
          reply: (reply: Any) => {
            this.replies.push(reply);
            return Promise.resolve();
          },
        },
      },
    };
    reportTo(api, (report: Any, reply) => {
      this.reports.push(report);
      const answer = this.answer(report);
      if (answer !== undefined) queueMicrotask(() => reply(answer));
      return () => this.left.push(report);
    }, (work) => work());
  }

  tell(name: string, properties: unknown) {
    this.#listeners.get(name)?.({ type: name, properties });
  }

  /** Tells how far a call of a tool is. */
  calls(id: string, status: string) {
    const part = {
      type: "tool",
      tool: "bash",
      callID: `call_${id}`,
      state: { status, input: { command: "npm test" } },
    };
    this.tell("message.part.updated", { part });
  }

  asks(id: string, sessionID = "ses_1") {
    this.calls(id, "running");
    this.tell("permission.asked", {
      id,
      sessionID,
      permission: "bash",
      patterns: ["npm test"],
      metadata: { command: "npm test" },
      tool: { messageID: "msg_1", callID: `call_${id}` },
    });
  }
}

const settle = () => new Promise<void>((resolve) => queueMicrotask(resolve));

Deno.test("the plugin reports what is asked, and gives the answer", async () => {
  const host = new Host();
  host.answer = ({ event }) =>
    event === "permission" ? { answer: "allow" } : undefined;
  host.asks("per_1");
  await settle();
  assert.deepEqual(host.replies, [{ requestID: "per_1", reply: "once" }]);
  const [session, asked] = host.reports;
  assert.deepEqual(session, { event: "session", session: "ses_1" });
  assert.equal(asked.metadata.command, "npm test");
  assert.deepEqual(asked.call, {
    id: "call_per_1",
    tool: "bash",
    input: { command: "npm test" },
  });
});

Deno.test("the plugin turns down with the reason", async () => {
  const host = new Host();
  host.answer = () => ({ answer: "deny", reason: "Use pnpm." });
  host.asks("per_1");
  await settle();
  assert.deepEqual(host.replies, [
    { requestID: "per_1", reply: "reject", message: "Use pnpm." },
  ]);
});

Deno.test("the plugin leaves the panel to a person in doubt", async () => {
  const answers = [
    { answer: "none" },
    { answer: "deny" },
    { answer: true },
    {},
    null,
    7,
    "allow",
    ["allow"],
  ];
  for (const answer of answers) {
    const host = new Host();
    host.answer = () => answer;
    host.asks("per_1");
    await settle();
    assert.deepEqual(host.replies, [], JSON.stringify(answer));
  }
});

Deno.test("the plugin gives no answer to what a person has answered", async () => {
  const host = new Host();
  host.asks("per_1");
  host.tell("permission.replied", { requestID: "per_1", reply: "once" });
  assert.equal(host.left.length, 1);
  const late = new Host();
  late.answer = () => ({ answer: "allow" });
  late.asks("per_1");
  late.tell("permission.replied", { requestID: "per_1", reply: "reject" });
  await settle();
  assert.deepEqual(late.replies, []);
  late.calls("per_1", "error");
  assert.equal(late.reports.at(-1).outcome, "denied");
});

Deno.test("the plugin tells what became of a call once it has ended", () => {
  const host = new Host();
  host.asks("per_1");
  host.tell("permission.replied", { requestID: "per_1", reply: "always" });
  assert.equal(host.reports.at(-1).event, "permission");
  host.calls("per_1", "completed");
  const { event, outcome, call } = host.reports.at(-1);
  assert.deepEqual([event, outcome, call.id], [
    "call",
    "approved",
    "call_per_1",
  ]);
  const { length } = host.reports;
  host.calls("per_1", "completed");
  assert.equal(host.reports.length, length);
});

Deno.test("the plugin tells whom a helper works for", () => {
  const host = new Host();
  host.asks("per_1", "ses_child");
  const asked = host.reports.at(-1);
  assert.equal(asked.session, "ses_1");
  assert.equal(asked.helper, "explore");
});

Deno.test("the plugin reports a person's prompts and a turn's end, once", () => {
  const host = new Host();
  host.tell("message.updated", { info: { role: "user", id: "msg_1" } });
  const part = {
    type: "text",
    messageID: "msg_1",
    sessionID: "ses_1",
    text: "go on",
  };
  host.tell("message.part.updated", { part });
  host.tell("message.part.updated", { part });
  host.tell("session.idle", { sessionID: "ses_1" });
  host.tell("session.idle", { sessionID: "ses_child" });
  assert.deepEqual(host.reports, [
    { event: "session", session: "ses_1" },
    { event: "prompt", session: "ses_1", text: "go on" },
    { event: "turn-ended", session: "ses_1" },
  ]);
});

Deno.test("the plugin lets no mistake reach OpenCode", () => {
  const host = new Host();
  for (const name of ["permission.asked", "message.part.updated"]) {
    host.tell(name, undefined);
    host.tell(name, { part: null, tool: 7 });
  }
});

Deno.test("the plugin posts to orch and reads its reply", async () => {
  const got: { headers: Headers; body: unknown }[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      got.push({ headers: request.headers, body: await request.json() });
      return Response.json({ answer: "allow" });
    },
  );
  const { connect } = await import("node:net");
  const settings = {
    host: "127.0.0.1",
    port: server.addr.port,
    path: "/dev",
    secret: "b3f1",
    timeout: 5000,
  };
  const reply = await new Promise((resolve) =>
    post(connect as unknown as Connect, settings, { text: "é 🎉" }, resolve)
  );
  assert.deepEqual(reply, { answer: "allow" });
  assert.deepEqual(got[0]?.body, { text: "é 🎉" });
  assert.equal(got[0]?.headers.get("authorization"), "Bearer b3f1");
  await server.shutdown();
});

Deno.test("the plugin's file stands alone", async () => {
  const text = pluginText({
    host: "127.0.0.1",
    port: 9,
    path: "/dev",
    secret: "b3f1",
    timeout: 5000,
  });
  const url = `data:text/javascript,${encodeURIComponent(text)}`;
  const { default: plugin } = await import(url);
  assert.equal(plugin.id, "orch");
  assert.equal(typeof plugin.tui, "function");
});

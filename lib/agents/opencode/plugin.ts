/**
 * The plugin that OpenCode's screen runs so that it reports to orch.
 *
 * Its functions are written to a file as they stand here, by their own text:
 * they may use each other and what they are given, and nothing else.
 */

/** Where to report to, and for how long to wait, in milliseconds. */
export interface PluginSettings {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly secret: string;
  readonly timeout: number;
}

/** The parts of a connection that are used. */
export interface PluginSocket {
  on(event: string, listener: (value: unknown) => void): unknown;
  setTimeout(milliseconds: number): unknown;
  write(text: string): unknown;
  destroy(): unknown;
}

/** Opens a connection: `node:net`'s `connect`. */
export type Connect = (
  options: { readonly host: string; readonly port: number },
) => PluginSocket;

// deno-lint-ignore no-explicit-any
type Any = any;

/**
 * Posts a report over a connection of its own: what would go through a proxy
 * that the environment names does not reach orch.
 *
 * @param connect Opens the connection.
 * @param settings Where to.
 * @param report What is reported.
 * @param reply Called with the reply, parsed; not called without one.
 * @returns Gives up waiting.
 */
export function post(
  connect: Connect,
  settings: PluginSettings,
  report: unknown,
  reply: (value: unknown) => void,
): () => void {
  // Without other characters than ASCII, its bytes are its characters.
  const text = JSON.stringify(report).replace(
    /[\u0080-\uffff]/g,
    (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"),
  );
  const socket = connect({ host: settings.host, port: settings.port });
  const decoder = new TextDecoder();
  let got = "";
  socket.on("data", (bytes) => {
    got += decoder.decode(bytes as Uint8Array, { stream: true });
    if (got.length > 65536) socket.destroy();
  });
  socket.on("error", () => socket.destroy());
  socket.on("timeout", () => socket.destroy());
  socket.on("end", () => {
    const [, status, rest = ""] =
      /^HTTP\/1\.[01] (\d+)[^]*?\r\n\r\n([^]*)$/.exec(got) ?? [];
    if (status !== "200" || rest === "") return;
    try {
      reply(JSON.parse(rest));
    } catch {
      // What is not understood is no answer.
    }
  });
  socket.setTimeout(settings.timeout);
  // Not ended here: that would tell the server that nobody waits.
  socket.write(
    [
      `POST ${settings.path} HTTP/1.1`,
      `Host: ${settings.host}:${settings.port}`,
      `Authorization: Bearer ${settings.secret}`,
      "Content-Type: application/json",
      `Content-Length: ${text.length}`,
      "Connection: close",
      "",
      text,
    ].join("\r\n"),
  );
  return () => socket.destroy();
}

/**
 * Reports what happens in OpenCode, and gives orch's answers to it.
 *
 * @param api What OpenCode gives its plugins.
 * @param send Posts a report; returns what gives up waiting for the reply.
 */
export function reportTo(
  api: Any,
  send: (report: unknown, reply: (value: Any) => void) => () => void,
): void {
  const parents = new Map<string, string | undefined>();
  const helpers = new Map<string, string>();
  const calls = new Map<string, Any>();
  const asked = new Map<string, Any>();
  const prompts = new Set<string>();
  const begun = new Set<string>();
  const nothing = () => {};

  const learn = (info: Any) => {
    if (typeof info?.id !== "string") return;
    parents.set(info.id, info.parentID);
    helpers.set(info.id, String(info.agent ?? "helper"));
  };
  const parentOf = (id: string) => {
    if (!parents.has(id)) learn(api.state.session.get(id));
    return parents.get(id);
  };
  const rootOf = (id: string) => {
    for (let depth = 0; depth < 16; depth++) {
      const parent = parentOf(id);
      if (parent === undefined) break;
      id = parent;
    }
    return id;
  };
  const begin = (id: string) => {
    const session = rootOf(id);
    if (begun.has(session)) return session;
    begun.add(session);
    send({ event: "session", session }, nothing);
    return session;
  };
  // A mistake in here must never reach OpenCode.
  const on = (name: string, listener: (event: Any) => void) =>
    api.event.on(name, (event: Any) => {
      try {
        listener(event?.properties ?? {});
      } catch {
        // The panel is there for a person.
      }
    });

  on("session.created", ({ info }) => learn(info));
  on("session.updated", ({ info }) => learn(info));
  on("message.updated", ({ info }) => {
    if (info?.role === "user") prompts.add(info.id);
  });
  on("message.part.updated", ({ part }) => {
    if (part?.type === "tool") {
      const { callID, tool, state } = part;
      if (state?.status === "running") {
        calls.set(callID, { id: callID, tool, input: state.input });
      } else if (state?.status !== "pending") calls.delete(callID);
    } else if (
      part?.type === "text" && !part.synthetic && prompts.delete(part.messageID)
    ) {
      const session = begin(part.sessionID);
      if (session !== part.sessionID) return;
      send({ event: "prompt", session, text: part.text }, nothing);
    }
  });
  on("session.idle", ({ sessionID }) => {
    const session = begin(sessionID);
    if (session === sessionID) send({ event: "turn-ended", session }, nothing);
  });

  on("permission.asked", (request) => {
    const { id, sessionID, permission, patterns, tool } = request;
    const session = begin(sessionID);
    const call = calls.get(tool?.callID);
    const { command, filepath, parentDir, files } = request.metadata ?? {};
    const report = {
      event: "permission",
      session,
      ...(session === sessionID ? {} : { helper: helpers.get(sessionID) }),
      directory: api.state.path.directory,
      permission,
      patterns,
      metadata: {
        command,
        filepath,
        parentDir,
        ...(Array.isArray(files) ? { files: files.length } : {}),
      },
      call: call ?? (tool ? { id: tool.callID } : undefined),
      servers: api.state.mcp().map((server: Any) => server.name),
    };
    const leave = send(report, (answer) => {
      const mine = asked.get(id);
      if (!mine) return;
      if (answer?.answer === "allow") {
        api.client.permission.reply({ requestID: id, reply: "once" })
          .catch(nothing);
      } else if (
        answer?.answer === "deny" && typeof answer.reason === "string"
      ) {
        api.client.permission
          .reply({ requestID: id, reply: "reject", message: answer.reason })
          .catch(nothing);
      }
    });
    asked.set(id, { report, leave });
  });
  on("permission.replied", ({ requestID, reply }) => {
    const mine = asked.get(requestID);
    if (!mine) return;
    asked.delete(requestID);
    mine.leave();
    const { call, session, permission, helper, directory, servers } =
      mine.report;
    if (!call) return;
    // The call itself is asked for after its folder.
    const first = permission === "external_directory" ||
      permission === "doom_loop";
    if (first && reply !== "reject") return;
    const outcome = reply === "reject" ? "denied" : "approved";
    const { metadata, patterns } = mine.report;
    send({
      event: "call",
      session,
      helper,
      directory,
      permission,
      patterns,
      metadata,
      call,
      servers,
      outcome,
      reply,
    }, nothing);
  });
}

/**
 * Writes the plugin's file.
 *
 * @param settings Where it reports to.
 * @returns The module's text.
 */
export function pluginText(settings: PluginSettings): string {
  return [
    "// Tells orch what OpenCode asks for. Written anew by `orch setup`.",
    'import { connect } from "node:net";',
    `const settings = ${JSON.stringify(settings, null, 2)};`,
    post.toString(),
    reportTo.toString(),
    "export default {",
    '  id: "orch",',
    "  tui: async (api) =>",
    "    reportTo(api, (report, reply) =>",
    "      post(connect, settings, report, reply)),",
    "};",
    "",
  ].join("\n");
}

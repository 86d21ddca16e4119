/**
 * A part of the plugin that OpenCode's screen runs so that it reports to orch.
 *
 * Its function is written to a file as it stands here, by its own text: it may
 * use what it is given, and nothing else.
 *
 * @module
 */

// deno-lint-ignore no-explicit-any
type Any = any;

/**
 * Reports what happens in OpenCode, and gives orch's answers to it.
 *
 * @param api What OpenCode gives its plugins.
 * @param send Posts a report; returns what gives up waiting for the reply.
 * @param later Does something once the screen has been drawn anew.
 */
export function reportTo(
  api: Any,
  send: (report: unknown, reply: (value: Any) => void) => () => void,
  later: (work: () => void) => void = (work) => setTimeout(work, 100),
): void {
  const parents = new Map<string, string | undefined>();
  const helpers = new Map<string, string>();
  const calls = new Map<string, Any>();
  const asked = new Map<string, Any>();
  const answered = new Map<string, Any>();
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
      } else if (state?.status !== "pending") {
        calls.delete(callID);
        const report = answered.get(callID);
        // Told any sooner, its panel might still be on the screen.
        if (answered.delete(callID)) later(() => send(report, nothing));
      }
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
    const { metadata, patterns } = mine.report;
    answered.set(call.id, {
      event: "call",
      session,
      helper,
      directory,
      permission,
      patterns,
      metadata,
      call,
      servers,
      outcome: reply === "reject" ? "denied" : "approved",
      reply,
    });
  });
}

/**
 * A part of the plugin that OpenCode's screen runs so that it reports to orch.
 *
 * Its function is written to a file as it stands here, by its own text: it may
 * use what it is given, and nothing else.
 *
 * @module
 */

/** Where to report to, and for how long to wait. */
export interface PluginSettings {
  /** The host. */
  readonly host: string;
  /** The port. */
  readonly port: number;
  /** The path of the URL. */
  readonly path: string;
  /** The secret by which the agent is known. */
  readonly secret: string;
  /** How long to wait, in milliseconds. */
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

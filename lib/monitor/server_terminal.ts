import type { Terminal } from "../agents/mod.ts";
import type { Tmux } from "../tmux/mod.ts";
import { identityOf } from "../presence/mod.ts";

/**
 * Limits input to the server on which a request was asked: after a restart the
 * same pane id means another pane.
 *
 * @param tmux The connection.
 * @param server The server's name, as the journal has it.
 * @returns What answers may be given through.
 */
export function serverTerminal(tmux: Tmux, server: string): Terminal {
  const only = { server: identityOf(server) };
  return {
    capture: (pane) => tmux.capture(pane),
    keyIf: (pane, rows, key, marker) =>
      tmux.keyIf(pane, rows, key, marker, only),
    paste: (pane, text) => tmux.paste(pane, text, only),
  };
}

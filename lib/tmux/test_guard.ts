import { OrchError } from "../errors/mod.ts";

/**
 * Refuses the default tmux server while tests run.
 *
 * A test that reached it could type into, or end, the sessions of the person
 * who runs the tests. Requires no permission; where reading `ORCH_TEST` is
 * granted, a set one counts as a test too.
 *
 * @param socket The socket that is asked for.
 * @throws {OrchError} When there is none and this is a test.
 */
export function guardDefaultSocket(socket: string | undefined): void {
  if (socket !== undefined || !underTest()) return;
  throw new OrchError("Tests must not reach the default tmux server", {
    hint: "pass the socket of a TestTmux, or set ORCH_TMUX_SOCKET",
  });
}

function underTest(): boolean {
  return runsAsTest() || asksForTest();
}

/** Outside `deno test`, `Deno.test` is a function that does nothing. */
function runsAsTest(): boolean {
  return !/\{\s*\}$/.test(String(Deno.test));
}

function asksForTest(): boolean {
  const name = { name: "env", variable: "ORCH_TEST" } as const;
  if (Deno.permissions.querySync(name).state !== "granted") return false;
  return Boolean(Deno.env.get("ORCH_TEST"));
}

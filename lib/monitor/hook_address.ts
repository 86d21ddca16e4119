import { dirname } from "node:path";
import type { HookAddress } from "../agents/mod.ts";
import { OrchError } from "../errors/mod.ts";
import { textOf } from "../files/mod.ts";
import type { Paths } from "../paths/mod.ts";

/** Ports from which no connection goes out by itself on common systems. */
const ports = { from: 20_000, to: 32_000 } as const;

/** How often a port is looked for. */
const mostTries = 50;

/** What a secret looks like: 32 random bytes. */
const secretForm = /^[0-9a-f]{64}$/;

/**
 * Gives the address that an agent's hooks report to, and makes it the first
 * time. It stays the same from then on: agents that run know it.
 *
 * The port is one for all agents of a person, the secret is the agent's own.
 *
 * Requires `--allow-read` and `--allow-write` for the state folder and
 * `--allow-net=127.0.0.1`.
 *
 * @param paths Where things are kept.
 * @param name The agent's name.
 * @returns The address.
 * @throws {OrchError} When it cannot be kept.
 */
export async function hookAddress(
  paths: Paths,
  name: string,
): Promise<HookAddress> {
  const port = await hookPort(paths) ??
    Number(await keep(paths.hookPort, String(await freePort())));
  const secret = await hookSecret(paths, name) ??
    await keep(secretFile(paths, name), randomSecret());
  return { url: `http://${hostOf(port)}${pathOf(name)}`, secret };
}

/**
 * Gives the port that hooks report to.
 *
 * Requires `--allow-read` for the state folder.
 *
 * @param paths Where things are kept.
 * @returns The port, `undefined` as long as no agent reports.
 * @throws {OrchError} When its file does not hold a port.
 */
export async function hookPort(paths: Paths): Promise<number | undefined> {
  const text = await textOf(paths.hookPort);
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 1023 && port < 65_536) return port;
  throw new OrchError(`${paths.hookPort} does not hold a port`, {
    hint: `rm '${paths.hookPort}', and set all agents up again`,
  });
}

/**
 * Gives the secret by which an agent's reports are known.
 *
 * Requires `--allow-read` for the agent's folder.
 *
 * @param paths Where things are kept.
 * @param name The agent's name.
 * @returns The secret, `undefined` when the agent does not report.
 */
export async function hookSecret(
  paths: Paths,
  name: string,
): Promise<string | undefined> {
  const text = await textOf(secretFile(paths, name));
  return text !== undefined && secretForm.test(text) ? text : undefined;
}

/**
 * What the header `Host` of a report must be.
 *
 * @param port The port that is listened on.
 * @returns The header's value.
 */
export function hostOf(port: number): string {
  return `127.0.0.1:${port}`;
}

/**
 * Where on the server an agent reports to.
 *
 * @param name The agent's name.
 * @returns The path.
 */
export function pathOf(name: string): string {
  return `/agents/${name}`;
}

function secretFile(paths: Paths, name: string): string {
  return `${paths.agentFolder(name)}/secret`;
}

function randomSecret(): string {
  return crypto.getRandomValues(new Uint8Array(32)).toHex();
}

async function freePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries++) {
    const { from, to } = ports;
    const port = from + Math.floor(Math.random() * (to - from));
    try {
      Deno.listen({ hostname: "127.0.0.1", port }).close();
      return port;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
    await Promise.resolve();
  }
  throw new OrchError("No port is free for agents to report to", {
    hint: "orch setup --no-hooks",
  });
}

/**
 * Writes a file that only the person may read, unless it is there already.
 *
 * @returns What stands in it: another process may have been faster.
 */
async function keep(path: string, text: string): Promise<string> {
  const fresh = `${path}.${crypto.randomUUID()}.new`;
  try {
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await Deno.writeTextFile(fresh, text, { mode: 0o600, createNew: true });
    try {
      // Unlike a rename, this fails when there is one.
      await Deno.link(fresh, path);
      return text;
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
      return await Deno.readTextFile(path);
    } finally {
      await Deno.remove(fresh);
    }
  } catch (error) {
    throw new OrchError(`${path} cannot be written`, {
      hint: `ls -ld '${dirname(path)}'`,
      cause: error,
    });
  }
}

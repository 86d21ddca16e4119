/** A web address that can only mean one thing. */
export interface Address {
  /** `http` or `https`. */
  readonly scheme: "http" | "https";
  /** The host in lower case. */
  readonly host: string;
  /** The port, the scheme's own if none is written. */
  readonly port: number;
  /** Whether the host is this machine. */
  readonly isLocal: boolean;
  /** Whether something is asked in the address itself. */
  readonly hasQuery: boolean;
}

/** Hosts that are this machine whatever the name service says. */
const localHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Ports on which programs take orders without asking who gives them.
 *
 * Sources: the manuals of Docker, Chrome's and Node's debuggers, Redis,
 * memcached, etcd, Elasticsearch, the Kubernetes kubelet, MongoDB, PostgreSQL,
 * MySQL, SSH, SMTP and the X server.
 */
const controlPorts = new Set([
  22,
  25,
  2375,
  2376,
  2379,
  2380,
  3306,
  4243,
  5432,
  5858,
  6000,
  6379,
  6443,
  8500,
  9222,
  9229,
  9300,
  10250,
  10255,
  11211,
  27017,
]);

/**
 * Names under which clouds hand out the credentials of a machine.
 *
 * Sources: the metadata documentation of Google Cloud, Amazon EC2 and Azure.
 */
const metadataHosts =
  /^(metadata|instance-data)(\.|$)|\.internal$|(^|\.)metadata\.goog$/;

const plainAddress =
  /^(?:(https?):\/\/)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[::1\])(?::(\d{1,5}))?(\/[\w./~%+,;:@!$'()*=-]*)?(\?[\w./~%+,;:@!$'()*=&-]*)?$/;

/**
 * Reads a web address strictly.
 *
 * Programs disagree on anything unusual, so whatever is not plain is refused:
 * users, backslashes, brackets, braces, fragments, other schemes, numbers for
 * hosts.
 *
 * @param text The address as the program receives it.
 * @returns The address, `undefined` unless it can only mean one thing.
 *
 * @example Usage
 * ```ts
 * import { readAddress } from "./address.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(readAddress("localhost:3000/status")?.isLocal, true);
 * assert.equal(readAddress("http://localhost:3000@evil.example/"), undefined);
 * ```
 */
export function readAddress(text: string): Address | undefined {
  const found = plainAddress.exec(text);
  if (found === null) return undefined;
  const scheme = (found[1] ?? "http") as "http" | "https";
  const host = found[2]!.toLowerCase();
  const isLocal = localHosts.has(host);
  if (metadataHosts.test(host)) return undefined;
  const last = host.split(".").at(-1)!;
  // 0x7f.1, 2130706433 and the like: every number but one's own is a riddle.
  if (!isLocal && (/^(\d|0x)/.test(last) || !host.includes("."))) {
    return undefined;
  }
  const port = found[3] === undefined
    ? (scheme === "https" ? 443 : 80)
    : Number(found[3]);
  if (port < 1 || port > 65535 || controlPorts.has(port)) return undefined;
  try {
    const read = new URL(found[1] === undefined ? `http://${text}` : text);
    if (read.hostname !== host || read.username || read.password) {
      return undefined;
    }
  } catch {
    return undefined;
  }
  return { scheme, host, port, isLocal, hasQuery: found[5] !== undefined };
}

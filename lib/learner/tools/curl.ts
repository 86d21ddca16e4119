import type { Word } from "../../shell/mod.ts";
import {
  type Assessment,
  assessWrite,
  flagTable,
  readArguments,
  type Scene,
} from "../assessment/mod.ts";
import { type Address, readAddress } from "../places/mod.ts";

/** Flags with which curl only reads. Source: curl(1). */
const reading = flagTable(
  "-s -S -f -i -I -v -G -k -N -4 -6 -# -g --silent --show-error --fail --fail-with-body --include --head --verbose --get --insecure --no-buffer --ipv4 --ipv6 --progress-bar --globoff --compressed --http1.0 --http1.1 --http2 --no-progress-meter --tcp-nodelay --no-keepalive --path-as-is --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --http0.9 --styled-output --no-styled-output --disable -q --basic --noproxy: -r:word --range:word -z: --time-cond: --parallel -Z --parallel-immediate --raw --tr-encoding --no-alpn --no-npn --no-sessionid --http2-prior-knowledge --http3 --http3-only --show-headers --fail-early --ignore-content-length --suppress-connect-headers --compressed-ssh --tcp-fastopen --ssl-reqd --tls-max:word --ciphers:word --tls13-ciphers:word --curves:word --limit-rate:word --max-filesize:word -y:number -Y:number --speed-time:number --speed-limit:number --keepalive-time:number --expect100-timeout:number --happy-eyeballs-timeout-ms:number --max-redirs:number --parallel-max:number --rate:word --trace-time --trace-ids " +
    "-m:number --max-time:number --connect-timeout:number --retry:number --retry-delay:number --retry-max-time:number --retry-all-errors --retry-connrefused " +
    "-A: --user-agent: -H: --header: -e: --referer: -w: --write-out: -X:word --request:word -o: --output: -d: --data: --data-raw: --data-urlencode: --json: -L --location -O --remote-name --url:",
);

const sends = new Set([
  "-d",
  "--data",
  "--data-raw",
  "--data-urlencode",
  "--json",
]);

/**
 * Judges a call of curl by the one address it names.
 *
 * @param words The words after `curl`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessCurl(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const call = words.map(({ value }) => value ?? "?").join(" ");
  if (/^(-V|--version|-M|--manual|(-h|--help)( [a-z]+)?)$/.test(call)) {
    return found.does("read", "shows how it is used");
  }
  const read = readArguments(words, reading);
  let changes = false;
  let follows = false;
  for (const { name, fact, value } of read.flags) {
    if (fact === undefined || name === "-O" || name === "--url") {
      return found.never(
        "critical",
        `uses curl ${name}, which can read, write or go elsewhere`,
      );
    }
    if (value !== undefined && (value.value === undefined || value.glob)) {
      return found.never("critical", `gives curl ${value.text}`);
    }
    const text = value?.value ?? "";
    if (name === "-w" || name === "--write-out") {
      if (/^@|%output|%\{(header_json|stderr)|%header/.test(text)) {
        return found.never("critical", "has curl write or read a file");
      }
    } else if (name === "-o" || name === "--output") {
      if (text !== "/dev/null" && text !== "-") {
        assessWrite(value!, found, scene);
        found.exactly(`saves what it fetches to ${text}`);
      }
    } else if (name === "-X" || name === "--request") {
      if (!/^(GET|HEAD|OPTIONS)$/.test(text)) changes = true;
    } else if (name === "-L" || name === "--location") {
      follows = true;
    } else if (/^@/.test(text) || sends.has(name) && /^[^=]*@/.test(text)) {
      return found.never("critical", `sends the content of a file, ${text}`);
    } else if (/^(-H|--header|-A|--user-agent|-e|--referer)$/.test(name)) {
      if (/authorization|cookie|token|api-?key|secret/i.test(text)) {
        return found.never("critical", "sends credentials");
      }
    }
    if (sends.has(name)) changes = true;
    found.flag(name);
  }
  const places = new Set<string>();
  for (const target of read.operands) {
    const address = target.value === undefined
      ? undefined
      : readAddress(target.value);
    if (address === undefined || target.glob) {
      return found.never(
        "critical",
        `talks to ${target.text}, which can be read in several ways`,
      );
    }
    places.add(`${address.host}:${address.port}`);
    assessAddress(address, changes, follows, found);
  }
  if (places.size !== 1) {
    return found.never("critical", "talks to several places at once, or none");
  }
}

/** Hosts that many projects read from and nobody can be sent data by reading. */
const commonHosts = new Set([
  "pypi.org",
  "crates.io",
  "static.crates.io",
  "proxy.golang.org",
  "pkg.go.dev",
  "docs.rs",
  "nodejs.org",
  "deno.com",
  "docs.python.org",
  "developer.mozilla.org",
]);

/**
 * Judges that a program asks something of an address.
 *
 * @param address The address.
 * @param changes Whether something is sent besides.
 * @param follows Whether it goes wherever it is sent.
 * @param found The assessment to add to.
 */
export function assessAddress(
  address: Address,
  changes: boolean,
  follows: boolean,
  found: Assessment,
): void {
  const { host, port, isLocal } = address;
  if (isLocal) {
    found.host = `localhost:${port}`;
    found.does("local", `asks this machine's port ${port}`);
    if (changes) {
      found.exactly(`sends something to this machine's port ${port}`);
    }
    if (follows) found.exactly("follows to wherever it is sent");
    return;
  }
  if (changes) return found.never("remote", `sends something to ${host}`);
  if (follows) return found.never("remote", `follows ${host} elsewhere`);
  if (found.writes.length > 0) {
    return found.never("remote", `saves a file from ${host}`);
  }
  found.host = port === 443 ? host : `${host}:${port}`;
  found.does("fetch", `reads from ${found.host}`);
  if (!commonHosts.has(host) || address.hasQuery || port !== 443) {
    found.once(`reads from ${host}`);
  }
}

/**
 * Judges a call of wget, which is like curl's when it prints to the terminal.
 *
 * @param words The words after `wget`.
 * @param found The assessment to add to.
 */
export function assessWget(words: readonly Word[], found: Assessment): void {
  const only = words.length === 1 ? words[0]?.value : undefined;
  if (/^(--version|-V|--help|-h)$/.test(only ?? "")) {
    return found.does("read", "shows how it is used");
  }
  const table = flagTable(
    "-q -S -O: --quiet --spider --server-response -T:number --timeout:number -t:number --tries:number -nv --no-verbose -4 -6 --inet4-only --inet6-only --no-check-certificate --no-cache --no-config --no-hsts --no-netrc --no-cookies --no-http-keep-alive --dns-timeout:number --connect-timeout:number --read-timeout:number -w:number --wait:number --waitretry:number --max-redirect:number --compression:word --show-progress -d -v --verbose",
  );
  const read = readArguments(words, table);
  const quiet = read.flags.every(({ fact, name, value }) =>
    fact !== undefined && (name !== "-O" || value?.value === "-")
  );
  const prints = read.flags.some(({ name }) => /^(-O|--spider)$/.test(name));
  const addresses = read.operands.map(({ value }) =>
    value === undefined ? undefined : readAddress(value)
  );
  const places = new Set(addresses.map((one) => `${one?.host}:${one?.port}`));
  if (!quiet || !prints || places.size !== 1) {
    return found.never("critical", "downloads files");
  }
  for (const { name } of read.flags) found.flag(name);
  // It follows redirects by itself, unless told not to.
  const stays = read.flags.findLast(({ name }) => name === "--max-redirect")
    ?.value?.value === "0";
  for (const address of addresses) {
    if (address === undefined) {
      return found.never("critical", "downloads files");
    }
    assessAddress(address, false, !stays && !address.isLocal, found);
  }
}

/**
 * Judges programs that ask for one host: ping, dig and the like.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 */
export function assessLookup(words: readonly Word[], found: Assessment): void {
  const table = flagTable(
    "-c:number -W:number -w:number -t:word -n -4 -6 -q -i:number",
  );
  const read = readArguments(words, table);
  const names = read.operands.map((word) => word.value ?? "?")
    .filter((name) => !/^\+(short|noall|answer|trace)$/.test(name))
    .filter((name) => !/^(A|AAAA|MX|NS|TXT|CNAME|SOA)$/.test(name));
  const [name] = names;
  const bounded = found.program !== "ping" ||
    read.flags.some((flag) => flag.name === "-c");
  if (
    read.flags.some(({ fact }) => fact === undefined) || names.length !== 1 ||
    name === undefined || !/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(name) || !bounded
  ) {
    return found.never("critical", "asks other machines what cannot be told");
  }
  for (const flag of read.flags) found.flag(flag.name);
  found.host = name.toLowerCase();
  if (/^(localhost|127\.0\.0\.1)$/.test(name)) {
    return found.does("local", "asks this machine");
  }
  found.does("fetch", `asks for ${name}`);
  found.once(`asks for ${name}`);
}

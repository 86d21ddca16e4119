import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  pathText,
  type Scene,
} from "../assessment/mod.ts";
import { openssl } from "../tables/openssl.ts";

const connecting =
  /^s_client( -(showcerts|brief|prexit|status|quiet|no_ign_eof|servername [\w.-]+|starttls [a-z0-9]+|alpn [\w,/.-]+|tls1_[123]|connect ([A-Za-z0-9][\w.-]*):\d{1,5}))+$/;

/**
 * Judges a call of openssl: certificates are looked at; keys never pass.
 *
 * @param words The words after `openssl`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessOpenssl(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  if (words[0]?.value === "s_client") return assessClient(words, found, scene);
  assessByFacts(words, openssl, found, scene);
  // What is not known of it may read a key, load code, or write.
  const dynamic = words.some((word) =>
    word.value === undefined && !word.glob &&
    pathText(word, scene) === undefined
  );
  if (found.learning !== "pattern" || dynamic) {
    found.never("critical", "handles keys or passwords");
  }
}

/** What it is fed is sent: only the handshake is harmless. */
function assessClient(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const call = words.map(({ value }) => value ?? "?").join(" ");
  const hosts = [...call.matchAll(/ -connect ([\w.-]+):(\d+)/g)];
  const [host] = hosts;
  if (
    !connecting.test(call) || hosts.length !== 1 || scene.input !== "inherited"
  ) {
    return found.never("critical", "opens a connection to another machine");
  }
  found.subcommand = ["s_client"];
  for (const { value } of words) if (value!.startsWith("-")) found.flag(value!);
  found.host = `${host![1]!.toLowerCase()}:${host![2]}`;
  const local = /^(localhost|127\.0\.0\.1)$/.test(host![1]!);
  found.does(local ? "local" : "fetch", `connects to ${found.host}`);
  found.once(`connects to ${found.host}`);
}

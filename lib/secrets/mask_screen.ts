import { findSecrets } from "./mod.ts";

/** What stands for a cell that was masked. */
const sign = "x";

/** Characters of two cells; those of two code units come out right anyhow. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

/**
 * Secrets by their shape. Where a pattern has a group, only that is masked, and
 * what stands around it says what it was.
 *
 * Sources: the published formats of the tokens of GitHub, GitLab, Slack,
 * Stripe, OpenAI, Anthropic, Google, AWS, npm, PyPI, Hugging Face,
 * DigitalOcean, SendGrid, Twilio, Telegram, Discord, Azure; RFC 7519 (JWT),
 * RFC 7468 (PEM), RFC 3986 (URLs), RFC 9110 (fields), RFC 5322 (addresses).
 */
const shapes: readonly RegExp[] = [
  /\b(?:gh[pousr]_|github_pat_|glpat-|gl[a-z]{2,5}-|xox[a-z]-|xapp-|[srp]k_(?:live|test)_|rk_(?:live|test)_|whsec_|sk-|AIza|GOCSPX-|npm_|pypi-|hf_|dop_v1_|SG\.|ya29\.|shpat_|sq0[a-z]{3}-|key-|dapi|lin_api_|figd_|secret_|ntn_|tskey-|AGE-SECRET-KEY-|eyJ)[\w.~+/=-]{6,}/g,
  /\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{8,}/g,
  /\b(?:AC|SK)[0-9a-f]{32}\b/g,
  /\b\d{8,10}:[\w-]{30,}/g,
  // Whoever and their password in a URL, and what its query calls a secret.
  /\b[a-z][a-z0-9+.-]*:\/\/([^\s/@"'<>]+)@/gi,
  /[?&](?:[\w.-]*(?:key|token|secret|sig|signature|password|passwd|pwd|auth|code|session|credential)[\w.-]*)=([^\s&#"'<>]+)/gi,
  // Fields of HTTP.
  /\b(?:authorization|proxy-authorization|cookie|set-cookie|x-[\w-]*(?:key|token|auth|secret)[\w-]*|api-key|apikey)\\?["']?\s*[:=]\s*\\?["']?([^"'\r\n]+)/gi,
  /\b(?:bearer|basic|token|digest|negotiate)\s+([\w+/=.~-]{8,})/gi,
  // Names that say so, and their values.
  /(?<![A-Za-z])[\w.-]*(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|apikey|access[_-]?key|private[_-]?key|credential|client[_-]?id|account[_-]?key|connection[_-]?string)[\w-]*\\?["']?\s*(?:[:=]|=>)\s*(\\?"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s"',;)}\]]+)/gi,
  /(?:^|\s)--?(?:password|passwd|pass|passphrase|secret|token|api-?key|auth|access-key|private-key|client-secret)(?:=|\s+)("[^"]*"?|'[^']*'?|[^\s"']+)/gi,
  /(?:^|\s)-u\s?["']?([\w.@-]+:[^\s'"/]+)/g,
  /\b(?:mysql|mysqldump|mysqladmin|mariadb|sshpass)\b.{0,200}?\s-p\s?([^\s'"-]\S*)/g,
  // Who somebody is.
  /[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+/g,
  // What looks random: long, with digits and letters.
  /(?<![\w+/-])(?=[\w+/-]{0,80}\d)(?=[\w+/-]{0,80}[A-Za-z])(?![\w-]*\/[\w-]*\/)[\w+/-]{28,}={0,2}/g,
];

const begin = /-----BEGIN [A-Z0-9 ]*(?:PRIVATE KEY|CERTIFICATE)/;
const end = /-----END [A-Z0-9 ]*(?:PRIVATE KEY|CERTIFICATE)/;

/** What a block of base64 looks like from one row to the next. */
const base64Row = /[A-Za-z0-9+/=]{20,}/;

/** Escapes, which take no cell and are kept. */
// deno-lint-ignore no-control-regex
const escapes = /\x1b\[[0-9;:?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?/g;

/**
 * Masks secrets on a screen, and keeps its layout: each character of a secret
 * becomes one `x`, escapes and all else stay, so that the screen reads as the
 * same dialog.
 *
 * It rather masks too much: addresses of people, and whatever looks random.
 *
 * @example Usage
 * ```ts
 * import { maskScreen } from "./mask_screen.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   maskScreen("curl -H 'Authorization: Bearer abc123' │"),
 *   "curl -H 'Authorization: xxxxxx xxxxxx' │",
 * );
 * assert.equal(maskScreen("❯ 1. Yes"), "❯ 1. Yes");
 * ```
 *
 * @param text The screen, with or without SGR escapes.
 * @returns The screen without secrets, of the same width in every row.
 */
export function maskScreen(text: string): string {
  const rows = text.split("\n");
  let inBlock = false;
  let before = false;
  return rows.map((row) => {
    const { plain, at } = withoutEscapes(row);
    const hidden = new Set<number>();
    if (begin.test(plain)) inBlock = true;
    const isEnd = end.test(plain);
    // A wrapped secret goes on where the next row begins.
    if (inBlock || (before && base64Row.test(plain))) {
      hide(plain, /[\w+/=.-]{4,}/g, hidden);
    }
    if (isEnd || (inBlock && plain.trim() === "")) inBlock = false;
    for (const shape of shapes) hide(plain, shape, hidden);
    for (const [from, to] of findSecrets(plain)) {
      hideRange(plain, from, to, hidden);
    }
    before = [...hidden].some((index) => index >= contentEnd(plain) - 1);
    return masked(row, at, hidden);
  }).join("\n");
}

/** Where a row's content ends: before its frame. */
function contentEnd(plain: string): number {
  return plain.replace(/[\s│┃║|]+$/, "").length;
}

/** Collects where a pattern finds secrets. */
function hide(plain: string, shape: RegExp, hidden: Set<number>): void {
  for (const match of plain.matchAll(shape)) {
    const secret = match[1] ?? match[0];
    const from = match[1] === undefined
      ? match.index
      : match.index + match[0].lastIndexOf(secret);
    hideRange(plain, from, from + secret.length, hidden);
  }
}

/** Collects what is no layout, as are quotes, blanks and frames. */
function hideRange(
  plain: string,
  from: number,
  to: number,
  hidden: Set<number>,
): void {
  for (let index = from; index < to; index++) {
    if (/[^\s"'│┃║|\u2500-\u257f]/.test(plain[index]!)) hidden.add(index);
  }
}

/** A row's characters without escapes, and where each stands in the row. */
function withoutEscapes(row: string): { plain: string; at: number[] } {
  const at: number[] = [];
  let plain = "";
  let from = 0;
  const take = (to: number) => {
    for (let index = from; index < to; index++) at.push(index);
    plain += row.slice(from, to);
  };
  for (const match of row.matchAll(escapes)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(row.length);
  return { plain, at };
}

function masked(
  row: string,
  at: readonly number[],
  hidden: ReadonlySet<number>,
): string {
  if (hidden.size === 0) return row;
  const gone = new Set([...hidden].map((index) => at[index]));
  let text = "";
  for (let index = 0; index < row.length; index++) {
    const character = row[index] ?? "";
    text += gone.has(index)
      ? sign.repeat(wide.test(character) ? 2 : 1)
      : character;
  }
  return text;
}

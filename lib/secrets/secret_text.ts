import { maskSecrets } from "./mod.ts";

/**
 * Texts that look like secrets. Sources: the published formats of the tokens
 * of GitHub, GitLab, Slack, Stripe, OpenAI, Anthropic, Google, AWS, npm, PyPI,
 * and RFC 7519, RFC 7468, RFC 3986.
 */
const tokens: readonly RegExp[] = [
  /\b(gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{12,}|xox[abprs]-[\w-]{8,}|[sr]k_(live|test)_\w{8,}|sk-[\w-]{16,}|pk_live_\w{8,}|AIza[\w-]{30,}|(AKIA|ASIA)[A-Z0-9]{12,}|npm_\w{30,}|pypi-[\w-]{20,}|hf_\w{20,}|dop_v1_\w{20,}|SG\.[\w-]{16,}|ya29\.[\w-]{16,})/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /:\/\/[^/\s:@'"]+:[^/\s@'"]+@/,
  /\b(authorization|proxy-authorization|cookie|x-api-key|x-auth-token)\s*[:=]/i,
  /\b(bearer|basic)\s+[\w+/=.-]{8,}/i,
  /(^|[^A-Za-z])(\w*(password|passwd|passphrase|secret|token|api_?key|apikey|access_?key|private_?key|credential)s?)\s*[=:]\s*['"]?[^\s'"$]/i,
  /\s--?(password|passwd|pass|secret|token|api-?key|auth|access-key|private-key|client-secret)(=|\s+)['"]?[^\s'"$-]/i,
  /\b(mysql|mysqldump|mysqladmin|mariadb|sshpass|mongo|mongosh|redis-cli)\b.{0,300}\s-(p|a)\s?['"]?[^\s'"$-]/,
  /\s-u\s?['"]?[\w.@-]+:[^\s'"/]+/,
  /\b[0-9a-f]{40,}\b(?=.{0,99}\b(key|token|secret)\b)/i,
];

/**
 * Whether a text holds something that looks like a secret.
 *
 * @param text The text.
 * @returns Whether it must not be written down.
 */
export function looksSecret(text: string): boolean {
  return tokens.some((token) => token.test(text)) || maskSecrets(text) !== text;
}

const longRandom = /(?=\w{0,99}\d)(?=\w{0,99}[A-Za-z])[A-Za-z0-9_+/=-]{32,}/g;
const valueOfVariable = /(^|\s)([A-Za-z_]\w*)=('[^']*'|"[^"]*"|\S+)/g;

/**
 * Makes a text fit to be kept as an example: short, on one line, without the
 * values of variables and without anything that looks random.
 *
 * @param text The text.
 * @returns What may be written down.
 */
export function maskText(text: string): string {
  const line = maskSecrets(text)
    .replace(
      valueOfVariable,
      (whole, before, name) =>
        /^(PORT|NODE_ENV|CI|DEBUG|LANG|TZ|LC_\w+)$/.test(name)
          ? whole
          : `${before}${name}=…`,
    )
    .replace(longRandom, "…")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

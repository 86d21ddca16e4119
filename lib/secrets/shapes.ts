/** Words in names that say that the value is secret. */
const secretWords =
  "passwords?|passwd|passphrase|passcode|(?<!(?:^|[\\s&|(])(?:OLD)?)pwd|secrets?|tokens?|api[_-]?keys?|apikey|access[_-]?keys?|private[_-]?keys?|secret[_-]?keys?|signing[_-]?keys?|encryption[_-]?keys?|master[_-]?keys?|account[_-]?keys?|shared[_-]?access[_-]?signature|credentials?|client[_-]?secrets?|connection[_-]?strings?|auth[_-]?tokens?|_auth|authtoken|session[_-]?key|webhook[_-]?url|dsn|otp|mnemonic";

/** A value in a command: quoted, or up to what ends a word. */
const value = String
  .raw`(\\?"(?:[^"\\]|\\.)*"?|\$?'[^']*'?|(?![$<>|&;(-])[^\s"'|&;<>,)}\]]+)`;

/** A word of a command, which may begin with a dash. */
const word = String
  .raw`("(?:[^"\\]|\\.)*"?|\$?'[^']*'?|[^\s"'|&;<>$(][^\s|&;<>]*)`;

/**
 * Secrets by their shape. Where an expression has a group, that is the secret,
 * and what stands around it says what it was.
 *
 * Sources: the published formats of the tokens of GitHub, GitLab, Slack,
 * Stripe, OpenAI, Anthropic, Google, AWS, npm, PyPI, Hugging Face,
 * DigitalOcean, SendGrid, Twilio, Telegram, Discord, Azure; RFC 7519 (JWT),
 * RFC 7468 (PEM), RFC 3986 (URLs), RFC 9110 (fields); the manuals of the
 * programs named.
 */
export const secretShapes: readonly RegExp[] = [
  /\b(?:gh[pousr]_|github_pat_|glpat-|gl(?:oas|dt|rt|cbt|ptt|ft|imt|agent|soat|ffct)-|xox[a-z]-|xapp-|[srp]k_(?:live|test)_|rk_(?:live|test)_|whsec_|AIza|GOCSPX-|pypi-|dop_v1_|SG\.|ya29\.|shpat_|sq0[a-z]{3}-|dapi|lin_api_|figd_|ntn_|tskey-|AGE-SECRET-KEY-|hvs\.|hvb\.|atlasv1\.|sntrys_|sbp_|vercel_|phc_|eyJ)[\w.~+/=-]{8,}/dg,
  // What is a beginning of names, too, unless there is a digit in it.
  /\b(?:sk-|npm_|hf_|pul-|rnd_|pat-)(?=[\w-]*\d)[\w-]{8,}/dg,
  /\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{8,}/dg,
  /\b(?:AC|SK)[0-9a-f]{32}\b/dg,
  /(?<!\d)\d{8,10}:[\w-]{20,}/dg,
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----([\s\S]*?)(?:-----END|$)/dg,
  /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/([\w/-]+)/dg,
  /\/api\/webhooks\/(\d+\/[\w-]+)/dg,
  // Whose password in a URL, and what its query calls a secret.
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@:"'<>]*:([^\s/@"'<>]+)@/dgi,
  /\b[a-z][a-z0-9+.-]*:\/\/(?!(?:git|root|www|user|admin)@)([^\s/@:"'<>]+)@/dgi,
  /[?&](?:[\w.-]*(?:key|token|secret|sig|signature|password|passwd|pwd|auth|code|session|credential)[\w.-]*)=([^\s&#"'<>]+)/dgi,
  // Fields of HTTP.
  /\b(?:authorization|proxy-authorization|cookie|set-cookie|x-[\w-]*(?:key|token|auth|secret)[\w-]*|api-key|apikey|private-token|dd-api-key|ocp-apim-subscription-key)\\?["']?\s*[:=]\s*\\?["']?([^"'\r\n]+)/dgi,
  /\b(?:bearer|basic|digest|negotiate)\s+(?=[\w+/.~-]*[\d=])([\w+/=.~-]{6,})/dgi,
  // Names that say so, and their values.
  new RegExp(
    String
      .raw`(?<![A-Za-z])[\w.-]*(?:${secretWords})(?![-_](?:stdin|file|path|env|type|name|id|arn|version)\b)[\w.-]*(?:\\?["'])?\s*(?:[:=]|=>)=?\s*${value}`,
    "dgi",
  ),
  new RegExp(
    String
      .raw`(?:^|\s)--?[\w-]*(?:${secretWords}|pass|passin|passout|auth(?!or)|pat)(?![-_](?:stdin|file|path|env|type|name|id|arn|version)\b)(?:-[\w-]*)?(?:=|\s+)${value}`,
    "dgi",
  ),
  new RegExp(String.raw`\bpass:(?!\s)${value}`, "dg"),
  // What an upper-case variable holds whose name ends in a word for a secret.
  new RegExp(
    String
      .raw`\b[A-Z][A-Z0-9_]*_(?:PASS|PW|KEY|PAT|AUTH|CREDS?|CERT|SALT|SEED|PIN|HASH|DSN|URI|COOKIE|SIG)=${value}`,
    "dg",
  ),
  /(?:^|\s)(?:--user|--proxy-user)[\s=]["']?[\w.@\\-]+:([^\s'"/]+)/dg,
  /\b(?:curl|wget|https?|xh|smbclient|rpcclient|net|ab|svn|skopeo|crane|nuget|mvn)\b[^|&;\n]{0,500}?\s-[uUa]\s?["']?[\w.@\\-]+[:%]([^\s'"/]+)/dg,
  // Programs whose short flags take a password.
  new RegExp(
    String
      .raw`\b(?:mysql|mysqldump|mysqladmin|mysqlimport|mariadb|mariadb-dump|7z|7za|rar|unrar)\b[^|&;\n]{0,300}?\s-p(?!\s|$|rint|ath|erm)${value}`,
    "dg",
  ),
  new RegExp(
    String
      .raw`\b(?:sshpass|mongo|mongosh|mongodump|mongorestore|docker\s+login|podman\s+login|az\s+login|helm\s+registry\s+login|oc\s+login|cf\s+login|nmcli|snmpwalk|crackmapexec)\b[^|&;\n]{0,300}?\s-p\s*${value}`,
    "dg",
  ),
  new RegExp(
    String
      .raw`\b(?:redis-cli|ldapsearch|ldapmodify|ldapadd|zip|unzip|zipcloak|sqlcmd|bcp|ssh-keygen|cryptsetup|openssl|ansible-vault|pg_basebackup)\b[^|&;\n]{0,300}?\s-(?:P\s*|(?:a|w|N|k|K|pass)\s+)${value}`,
    "dg",
  ),
  new RegExp(
    String
      .raw`\bhtpasswd\s+(?:-\w*b\w*)\s+\S+\s+\S+\s+${word}`,
    "dg",
  ),
  // Secrets that are stored, by name and value.
  new RegExp(
    String
      .raw`(?:--from-literal[=\s]|\bsecrets?\s+(?:set|put|create)\s[^|&;\n]{0,200}?|\bvault\s+(?:kv\s+put|write)\s[^|&;\n]{0,200}?|\bconfig:set\s)["']?[\w./:-]+=${value}`,
    "dg",
  ),
  new RegExp(
    String
      .raw`\bsecrets?\s+(?:set|put|create|add)\b[^|&;\n]{0,200}?\s(?:-b|--body|--value|--secret-string|--data)[=\s]\s*${value}`,
    "dg",
  ),
  new RegExp(
    String
      .raw`\b(?:config(?:ure)?\s+set|env:set|secret:set|config\s+--(?:global|local|add))\s[^|&;\n]{0,80}?(?:${secretWords}|_authToken|extraheader)\S*\s+${word}`,
    "dgi",
  ),
  // What is handed to a program that asks for a secret.
  new RegExp(
    String
      .raw`\b(?:echo|printf)\s+(?:-\w+\s+)*(?:["']%s(?:\\n)?["']\s+)?${word}\s*\|[^|\n]{0,200}(?:login|--with-token|-stdin\b|sudo\s+(?:-\w+\s+)*-\w*S|passwd|secret|vault|pass\s+insert|credential|keychain|security\s+add|gpg|openssl|cryptsetup|age\b)`,
    "dg",
  ),
  new RegExp(
    String
      .raw`(?:login|--with-token|-stdin\b|sudo\s+(?:-\w+\s+)*-\w*S|passwd|secrets?|vault|credential|gpg|openssl)\b[^|\n]{0,200}<<<\s*${word}`,
    "dg",
  ),
];

/**
 * A line of a file of variables, as one is written by a here-document or by
 * `echo`.
 */
export const variableLine: RegExp =
  /(?:^|\n|["'])[ \t]*(?:export[ \t]+)?[A-Z][A-Z0-9_]*=("[^"\n]*"?|'[^'\n]*'?|(?!\$[({])[^\s"']+)/dg;

/** Where such files are written. */
export const variableFile: RegExp =
  /(?:>|tee\b|\bof=)[^\n]{0,80}\.(?:env|envrc|secrets?)\b|\.(?:env|envrc|secrets?)\b[^\n]{0,40}<<|\.env\b/;

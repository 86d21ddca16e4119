/**
 * What the names of MCP tools say that they do.
 *
 * Sources: the tool lists of the reference servers of the Model Context
 * Protocol and of the servers that GitHub, Atlassian, Linear, Notion, Sentry,
 * Slack, Stripe, Supabase and Playwright publish.
 */

/** Words with which the names of tools that only look begin. */
export const readingVerbs: ReadonlySet<string> = new Set([
  ...["get", "list", "search", "read", "find", "fetch", "describe", "show"],
  ...["view", "lookup", "count", "query", "resolve", "retrieve", "whoami"],
  ...["inspect", "status", "browse", "explain", "summarize"],
]);

/** Words that say, wherever they stand, that a tool changes something. */
export const changingWords: ReadonlySet<string> = new Set([
  ...["create", "update", "delete", "remove", "write", "send", "execute"],
  ...["insert", "upsert", "replace", "edit", "modify", "patch", "put", "drop"],
  ...["destroy", "purge", "truncate", "upload", "publish", "deploy", "install"],
  ...["uninstall", "approve", "reject", "invite", "assign", "transfer", "pay"],
  ...["refund", "buy", "purchase", "subscribe", "unsubscribe", "archive"],
  ...["rename", "move", "copy", "kill", "terminate", "restart", "reboot"],
  ...["eval", "evaluate", "exec", "invoke", "enable", "disable", "grant"],
  ...["revoke", "rotate", "reset", "restore", "rollback", "apply", "migrate"],
  ...["close", "reopen", "lock", "unlock", "cancel", "trigger", "dispatch"],
  ...["append", "save", "store", "add", "mutate", "click", "type", "submit"],
]);

/** Words that say so only where a name begins with them: they are things, too. */
export const changingVerbs: ReadonlySet<string> = new Set([
  ...["post", "commit", "merge", "push", "pull", "comment", "order", "run"],
  ...["set", "tag", "release", "reply", "share", "start", "stop", "fork"],
  ...[
    "mark",
    "pin",
    "sync",
    "import",
    "export",
    "download",
    "book",
    "schedule",
  ],
  ...["mail", "email", "message", "notify", "branch", "clone", "fill", "press"],
]);

/** Arguments whose values are programs. */
export const codeArguments: RegExp =
  /^(command|cmd|commands|shell|script|code|js|javascript|python|expression|function|program|exec|eval|snippet|args|argv|binary|executable)$/i;

/** Arguments whose values may be SQL. */
export const queryArguments: RegExp = /^(sql|query|statement|queries)$/i;

/** What SQL does besides looking. */
export const changingQuery: RegExp =
  /\b(insert|update|delete|drop|alter|create|truncate|grant|revoke|merge|replace|copy|attach|pragma|call|exec|execute|vacuum|into|lock|set|do|load)\b/i;

/** What SQL begins with. */
export const looksLikeQuery: RegExp =
  /^\s*(\(|--|\/\*|with|select|explain|show|insert|update|delete|drop|alter|create|truncate|grant|revoke|merge|replace|copy|attach|pragma|call|exec|vacuum|begin|do|set|load)\b/i;

/** Arguments whose values are files or folders, whatever they look like. */
export const pathArguments: RegExp =
  /(^|_)(path|paths|file|files|filename|filepath|dir|directory|folder|root|cwd|source|destination|outputdir)$/i;

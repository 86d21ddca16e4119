import {
  changingWords,
  clientWords,
  harmlessFunctions,
  secretTables,
  statementWords,
  tableFiles,
} from "./tables/sql.ts";

/** The dialects of SQL that are told apart. */
export type SqlDialect =
  | "sqlite"
  | "postgres"
  | "mysql"
  | "duckdb"
  | "sqlserver";

/** One token of SQL; texts and quoted names keep their first quote only. */
interface Token {
  readonly kind: "word" | "text" | "name" | "sign";
  readonly value: string;
}

/**
 * Whether a text of SQL is one question that changes nothing, reads no file,
 * and calls only functions that are known to calculate.
 *
 * What is not understood is no question: comments, several statements,
 * variables, functions that are not in the table.
 *
 * @param text The text as the program receives it.
 * @param dialect Whose SQL it is.
 * @returns Whether it only asks.
 *
 * @example Usage
 * ```ts
 * import { isSqlQuestion } from "./sql_question.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(isSqlQuestion("select count(*) from users;", "postgres"));
 * assert.ok(!isSqlQuestion("select pg_read_file('x')", "postgres"));
 * ```
 */
export function isSqlQuestion(text: string, dialect: SqlDialect): boolean {
  const ended = text.trim().replace(
    dialect === "mysql" ? /\s*(;|\\[Gg])$/ : /\s*;$/,
    "",
  );
  const tokens = tokensOf(ended, dialect);
  if (tokens === undefined) return false;
  const rest = afterExplain(tokens, dialect);
  if (rest === undefined) return false;
  const first = rest[0]?.kind === "word" ? rest[0].value : "";
  if (describes(first, dialect)) {
    return rest.every((token) => isPlain(token, dialect)) &&
      !(rest[1]?.value === "create" && rest[2]?.value === "user");
  }
  if (first !== "select" && first !== "with") return false;
  // A common table expression may come before a change as well.
  if (!rest.some(({ value }) => value === "select")) return false;
  return rest.every((token, index) => onlyAsks(token, index, rest, dialect));
}

/** Statements that list what a database holds. */
function describes(word: string, dialect: SqlDialect): boolean {
  switch (dialect) {
    case "mysql":
    case "duckdb":
      return /^(show|describe|desc)$/.test(word);
    case "postgres":
      return word === "show";
    default:
      return false;
  }
}

/** What `explain` explains; the text itself if it does not. */
function afterExplain(
  tokens: readonly Token[],
  dialect: SqlDialect,
): readonly Token[] | undefined {
  if (tokens[0]?.value !== "explain" || tokens[0].kind !== "word") {
    return tokens;
  }
  if (dialect === "sqlserver") return undefined;
  let index = 1;
  if (tokens[index]?.value === "(" && dialect === "postgres") {
    const close = tokens.findIndex(({ value }) => value === ")");
    if (close < 0) return undefined;
    const options = tokens.slice(2, close);
    if (!options.every((one) => isPlain(one, dialect))) return undefined;
    index = close + 1;
  }
  const options = /^(analyze|verbose|query|plan|extended|format|json|tree|=)$/;
  while (options.test(tokens[index]?.value ?? "")) index += 1;
  return tokens.slice(index);
}

const plainSigns = /^[.=<>%,*]$/;

function isPlain(token: Token, dialect: SqlDialect): boolean {
  if (token.kind === "sign") return plainSigns.test(token.value);
  if (dialect === "duckdb") {
    return token.kind === "word" && !tableFiles.has(token.value);
  }
  return !secretTables.has(token.value) && token.value !== "into";
}

function onlyAsks(
  token: Token,
  index: number,
  tokens: readonly Token[],
  dialect: SqlDialect,
): boolean {
  const before = tokens[index - 1];
  const calls = tokens[index + 1]?.value === "(" &&
    tokens[index + 1]!.kind === "sign";
  switch (token.kind) {
    case "text":
      // A text that stands for a table is a file, or an address.
      return dialect !== "duckdb" || !/^(from|join|,)$/.test(before!.value);
    case "name":
      return !calls && dialect !== "duckdb" && !secretTables.has(token.value);
    case "sign":
      // `(row).name` may call a function of that name.
      return !(token.value === "." && before?.value === ")");
    case "word": {
      if (secretTables.has(token.value)) return false;
      if (calls) {
        return harmlessFunctions.has(token.value) && before?.value !== ".";
      }
      if (token.value === "user" && before?.value === ".") {
        return tokens[index - 2]?.value !== "mysql";
      }
      if (before?.value === "for" && token.value === "share") return false;
      if (
        dialect === "duckdb" && before?.value === "." &&
        tableFiles.has(token.value)
      ) return false;
      return !changingWords.has(token.value) &&
        !(dialect === "sqlserver" && statementWords.has(token.value));
    }
  }
}

const patterns: Readonly<Record<Token["kind"], RegExp>> = {
  text: /'(?:[^'\\]|'')*'/y,
  name: /"(?:[^"\\]|"")*"|`[^`\\]*`/y,
  word: /@{0,2}[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y,
  sign: /[-+*/%=<>!(),.:|&~]/y,
};

/** A name in brackets, where they are not a list. */
const bracketed = /\[[A-Za-z_][\w ]*\]/y;

/** Takes a text apart; `undefined` if some of it is not understood. */
function tokensOf(text: string, dialect: SqlDialect): Token[] | undefined {
  const tokens: Token[] = [];
  // The client puts variables in, even into texts.
  if (dialect === "sqlserver" && /\$\(|\n/.test(text)) return undefined;
  for (let at = 0; at < text.length;) {
    if (/[ \t\n]/.test(text[at]!)) {
      if (text[at] === "\n" && isForClient(text.slice(at + 1))) {
        return undefined;
      }
      at += 1;
      continue;
    }
    if (text.startsWith("--", at) || text.startsWith("/*", at)) {
      return undefined;
    }
    if (text.startsWith(":=", at)) return undefined;
    const found = nextToken(text, at, dialect);
    if (found === undefined) return undefined;
    tokens.push(found.token);
    at = found.end;
  }
  return tokens;
}

/** Whether a client takes a line for a command of its own. */
function isForClient(line: string): boolean {
  const [, sign, word] = /^[ \t]*(?:([.:!\\])|(\w+))?/.exec(line)!;
  return sign !== undefined || clientWords.has(word?.toLowerCase() ?? "");
}

function nextToken(
  text: string,
  at: number,
  dialect: SqlDialect,
): { token: Token; end: number } | undefined {
  const brackets = dialect === "sqlite" || dialect === "sqlserver";
  if (brackets && text[at] === "[") {
    bracketed.lastIndex = at;
    const value = bracketed.exec(text)?.[0];
    if (value === undefined) return undefined;
    const name = value.slice(1, -1).toLowerCase();
    return { token: { kind: "name", value: name }, end: at + value.length };
  }
  for (const kind of ["text", "name", "word", "sign"] as const) {
    const pattern = patterns[kind];
    pattern.lastIndex = at;
    const raw = pattern.exec(text)?.[0];
    if (raw === undefined) continue;
    const value = kind === "name"
      ? raw.slice(1, -1).toLowerCase()
      : raw.toLowerCase();
    return { token: { kind, value }, end: at + raw.length };
  }
  return undefined;
}

import type { Word } from "../../shell/mod.ts";
import {
  type Arguments,
  type Assessment,
  assessRead,
  flagTable,
  pathText,
  readArguments,
  type Scene,
} from "../assessment/mod.ts";
import { isSqlQuestion } from "../code/mod.ts";
import {
  type DatabaseClient,
  databaseClients,
  databaseName,
  ownServer,
} from "../tables/database_clients.ts";

/**
 * Judges a call of a database's client: only questions, to this machine.
 *
 * Whatever is not known of it may change or reveal something, so that a person
 * sees it each time.
 *
 * @param words The words after the client's name.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessDatabase(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  if (words.length === 1 && /^(-V|--?version)$/.test(words[0]!.value ?? "")) {
    return found.does("read", "prints a version");
  }
  if (found.program === "sqlcmd" && words[0]?.value === "config") {
    return assessContexts(words.slice(1), found);
  }
  const queries = found.program === "sqlcmd" && words[0]?.value === "query";
  const client = databaseClients[queries ? "sqlcmd query" : nameOf(found)]!;
  if (queries) found.subcommand = ["query"];
  const read = readArguments(
    withoutPairs(queries ? words.slice(1) : words, client),
    tableOf(client),
    {
      ...(client.singleDash && { singleDash: true }),
    },
  );
  const files = onlyAsks(read, client, scene);
  if (files === undefined) {
    return found.never("remote", "works on a database");
  }
  for (const { name } of read.flags) found.flag(name);
  found.operand("text");
  found.does("read", "asks a database");
  for (const file of files) assessRead(file, found, scene);
}

/** Programs may be called by their path. */
function nameOf(found: Assessment): string {
  return found.program.split("/").at(-1)!;
}

/** Leaves out a flag with two numbers that comes first. */
function withoutPairs(
  words: readonly Word[],
  { pairs }: DatabaseClient,
): readonly Word[] {
  const [flag, ...numbers] = words.slice(0, 3).map(({ value }) => value ?? "");
  // Anywhere else it might be the value of the flag before it.
  return isAmong(flag ?? "", pairs) && numbers.length === 2 &&
      numbers.every((one) => /^\d{1,9}$/.test(one))
    ? words.slice(3)
    : words;
}

function tableOf(client: DatabaseClient): ReturnType<typeof flagTable> {
  return flagTable(client.flags);
}

/** The database files that are asked; `undefined` if anything else is done. */
function onlyAsks(
  read: Arguments,
  client: DatabaseClient,
  scene: Scene,
): readonly Word[] | undefined {
  let questions = 0;
  const asks = (text: string) => {
    questions += 1;
    return (client.own?.test(text.trim().replace(/;$/, "")) ?? false) ||
      isSqlQuestion(text, client.dialect);
  };
  for (const { name, fact, value } of read.flags) {
    if (fact === undefined) return undefined;
    if (isAmong(name, client.lists)) questions += 1;
    if (fact.takes !== "value") continue;
    const text = value?.value;
    if (text === undefined) return undefined;
    if (isAmong(name, client.hosts)) {
      if (!ownServer.test(text)) return undefined;
    } else if (isAmong(name, client.before)) {
      // Without a question behind it, it goes on with what it is fed.
      if (!asks(text)) return undefined;
      questions -= 1;
    } else if (isAmong(name, client.asks)) {
      if (!asks(text)) return undefined;
    } else if (fact.kind === "name" && !databaseName.test(text)) {
      return undefined;
    } else if (fact.kind === "number" && !/^\d{1,6}$/.test(text)) {
      return undefined;
    }
  }
  const files: Word[] = [];
  for (const [index, operand] of read.operands.entries()) {
    const text = client.operands[index] === "file"
      ? pathText(operand, scene)
      : operand.value;
    if (text === undefined) return undefined;
    switch (client.operands[index]) {
      case "file":
        // Some names are addresses, or hold settings.
        if (/^file:|^\w+:|\?/.test(text)) return undefined;
        if (text !== ":memory:") files.push(operand);
        break;
      case "name":
        if (!databaseName.test(text)) return undefined;
        break;
      case "question":
        if (!asks(text)) return undefined;
        break;
      default:
        return undefined;
    }
  }
  return questions > 0 ? files : undefined;
}

function isAmong(flag: string, flags: string | undefined): boolean {
  return flags?.split(" ").includes(flag) ?? false;
}

/** What `sqlcmd config` shows; `cs` and `view --raw` show passwords. */
function assessContexts(words: readonly Word[], found: Assessment): void {
  const [name, ...rest] = words.map(({ value }) => value ?? "?");
  const lists = /^(get-(contexts|endpoints|users)|current-context|view)$/;
  if (rest.length > 0 || !lists.test(name ?? "")) {
    return found.never("remote", "shows or changes connections and passwords");
  }
  found.subcommand = ["config", name!];
  found.does("read", "lists the servers that are known");
}

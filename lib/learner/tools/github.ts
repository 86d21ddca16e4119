import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  flagTable,
  numberText,
  readArguments,
  type Scene,
} from "../assessment/mod.ts";
import { namesSecret } from "../places/mod.ts";
import {
  apiFlags,
  apiHeaders,
  github,
  plainSettings,
} from "../tables/github.ts";
import { assessLiteral } from "./literal.ts";

/**
 * Judges a call of gh.
 *
 * @param given The words after the program.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessGithub(
  given: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const values = given.map(numberText);
  if (values.includes(undefined)) {
    return assessLiteral(given, github, found, scene);
  }
  // Which number it is that another call found does not matter.
  const words = given.map((word, index) =>
    word.value === undefined ? { ...word, value: values[index] } : word
  );
  if (
    values.some((value, index) => showsVariables(value!, values[index - 1]))
  ) {
    return found.never("critical", "may show the variables of this machine");
  }
  if (values.some((value, index) => isElsewhere(value!, values[index - 1]))) {
    return found.never("remote", "asks for what is not on GitHub");
  }
  const verb = found.subcommand.length;
  if (values[0] === "api" && !/^(-h|--help)$/.test(values[1] ?? "")) {
    found.subcommand = [...found.subcommand, "api"];
    return assessApi(words.slice(1), found);
  }
  assessByFacts(words, github, found, scene);
  const [first, second] = found.subcommand.slice(verb);
  if (first === "repo" && second === "view") {
    const operands = values.slice(values.indexOf("view") + 1);
    const odd = operands.some((value) =>
      /^[^-].*[/:]/.test(value!) && !plainRepository.test(value!)
    );
    if (odd) found.never("remote", "asks for what is not on GitHub");
  }
  if (first === "config" && second === "get") {
    const name = values.slice(2).find((value) => !value!.startsWith("-"));
    if (name !== undefined && !plainSettings.has(name)) {
      found.never(
        "critical",
        `shows the setting ${name}, which may be a token`,
      );
    }
  }
}

/** The host of a repository may stand before its owner. */
const plainRepository = /^[\w.-]+(\/[\w.-]+)?$/;

/** Its filters can print the variables of the shell that it was started in. */
function showsVariables(value: string, before: string | undefined): boolean {
  const names = /^(--env|-e)(=|$)/.test(value) && !before?.startsWith("-");
  const text = names ? value.replace(/^(--env|-e)/, "") : value;
  // A short flag may have its filter right behind it.
  const filter = /^-[^-]/.test(text)
    ? /env\b|\$ENV|\$__/
    : /\benv\b|\$ENV|\$__/;
  return filter.test(text);
}

/** An address of another host, be it with a token that was meant for GitHub. */
function isElsewhere(value: string, before: string | undefined): boolean {
  const host = before === "--hostname"
    ? value
    : /^--hostname=(.*)$/s.exec(value)?.[1];
  if (host !== undefined) return host !== "github.com";
  return value.includes("://") &&
    !/^https:\/\/(gist\.)?github\.com\/[\w./#-]+$/.test(value) &&
    /^(-\w|--[\w-]+=)?[a-z][a-z0-9+.-]*:\/\//i.test(value);
}

/** A request to the API: it must ask, and ask for nothing secret. */
function assessApi(words: readonly Word[], found: Assessment): void {
  const { flags, operands } = readArguments(words, flagTable(apiFlags));
  found.does("read", "asks the API of GitHub");
  found.host = "github.com";
  found.operand("text");
  const unknown = flags.find(({ fact }) => fact === undefined);
  if (unknown !== undefined) {
    return found.never("remote", `uses ${unknown.name}, which may send`);
  }
  for (const { name } of flags) found.flag(name);
  const valuesOf = (...names: string[]) =>
    flags.filter(({ name }) => names.includes(name))
      .map(({ value }) => value?.value ?? "");
  const methods = valuesOf("-X", "--method").map((one) =>
    one.replace(/^=/, "")
  );
  const typed = valuesOf("-F", "--field");
  const fields = [...typed, ...valuesOf("-f", "--raw-field")];
  const headers = valuesOf("-H", "--header");
  if (typed.some((field) => /=@/.test(field) || !field.includes("="))) {
    return found.never("critical", "sends a file to GitHub");
  }
  if (!headers.every((header) => apiHeaders.test(header))) {
    return found.never("remote", "sends a header of its own");
  }
  const [endpoint, ...rest] = operands.map(({ value }) => value!);
  if (endpoint === undefined || rest.length > 0) {
    return found.never("remote", "asks for more than one thing");
  }
  if (endpoint === "graphql") {
    return methods.length === 0 && fields.length > 0 && isQuestion(fields)
      ? undefined
      : found.never("remote", "may change something on GitHub");
  }
  const asks = methods.length > 0
    ? methods.every((method) => /^(GET|HEAD)$/.test(method))
    : fields.length === 0;
  if (!asks) return found.never("remote", "sends something to GitHub");
  assessEndpoint(endpoint, found);
}

function assessEndpoint(endpoint: string, found: Assessment): void {
  const [path = ""] = endpoint.split("?");
  if (
    !/^\/?[\w{}][\w{}./?=&%+:,@~*"<>! -]*$/.test(endpoint) ||
    /\.\.|:\/\/|\/\/|%/.test(path)
  ) {
    return found.never("remote", `asks for ${endpoint}, wherever that is`);
  }
  if (namesSecret(path) || /token|credential|jitconfig|\/graphql/i.test(path)) {
    found.never("critical", `asks for ${endpoint}, which may be secret`);
  }
}

/** Whether fields make up a question in GraphQL, and no more than that. */
function isQuestion(fields: readonly string[]): boolean {
  const queries = fields.filter((field) => field.startsWith("query="));
  return queries.length === 1 && queries.every((query) => {
    const text = query.slice("query=".length).trim();
    return /^(query\b|\{|fragment\b)/.test(text) &&
      !/\b(mutation|subscription)\b/i.test(text) && !text.startsWith("@");
  });
}

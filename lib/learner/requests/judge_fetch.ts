import { readAddress } from "../places/mod.ts";
import { Assessment, type Judgement } from "../assessment/mod.ts";
import { judgementOf } from "./judgement_of.ts";
import { looksSecret } from "../../secrets/mod.ts";
import { assessAddress } from "../tools/curl.ts";

/**
 * Judges that an agent reads a web page by a tool of its own.
 *
 * @param url The address.
 * @returns What the tables say.
 */
export function judgeFetch(url: string): Judgement {
  const found = new Assessment("fetch address");
  const address = readAddress(url);
  if (address === undefined || !/^https?:\/\//.test(url)) {
    found.never("critical", `reads ${url}, which can be read in several ways`);
  } else if (looksSecret(url)) {
    found.never("critical", "sends what looks secret");
  } else {
    assessAddress(address, false, false, found);
    if (address.hasQuery) found.operand("query");
  }
  return judgementOf(`fetch ${url}`, found);
}

/**
 * Judges that an agent searches the web by a tool of its own.
 *
 * @param query What it searches for.
 * @returns What the tables say.
 */
export function judgeSearch(query: string): Judgement {
  const found = new Assessment("web search");
  const odd = query.length > longestQuery ||
    /[\p{Cc}\p{Cf}]/u.test(query.replace(/\n/g, " "));
  if (looksSecret(query)) {
    found.never("critical", "sends what looks secret");
  } else if (odd) {
    found.never("remote", "sends more than a question");
  } else {
    found.does("fetch", "searches the web");
    found.once("searches the web");
  }
  return judgementOf(`search ${query}`, found);
}

/** What is longer is more than a question. */
const longestQuery = 400;

import type { Word } from "../../shell/mod.ts";
import { assessRead } from "../access.ts";
import type { Assessment } from "../assessment.ts";
import { assessByFacts } from "../facts.ts";
import { flagTable, readArguments } from "../flags.ts";
import type { Scene } from "../scene.ts";
import { readers } from "../tables/readers.ts";

/**
 * Judges a call of jq: its filter must not read variables or other files.
 *
 * @param words The words after `jq`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessJq(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const reaches = words.some((word) =>
    /\benv\b|\$ENV|\$__|\b(include|import|input_filename|modulemeta|get_search_list|debug|stderr|halt_error)\b/
      .test(word.value ?? word.text)
  );
  if (reaches) {
    return found.never("critical", "runs a filter of jq that reads elsewhere");
  }
  assessByFacts(words, readers["jq"]!, found, scene);
}

/**
 * Judges a call of yq: its expression must not read variables or other files.
 *
 * @param words The words after `yq`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessYq(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const reaches = words.some((word) =>
    /\b(env|strenv|envsubst|load\w*|eval|system|exec|include|import|input_filename|filename)\b|\$ENV|\$__/
      .test(word.value ?? word.text)
  );
  if (reaches) {
    return found.never(
      "critical",
      "runs an expression of yq that reads elsewhere",
    );
  }
  assessByFacts(words, readers["yq"]!, found, scene);
}

const sqliteFlags = flagTable(
  "-header -noheader -column -json -csv -line -list -box -table -markdown -html -quote -tabs -readonly -safe -bail -separator:word -nullvalue:word -newline:word",
);

/** Functions of SQLite that only calculate. Source: its documentation. */
const harmlessFunctions = new Set(
  "abs avg cast changes char coalesce concat concat_ws count cume_dist date datetime dense_rank exists first_value format glob group_concat hex ifnull iif in instr julianday json json_array json_array_length json_each json_extract json_group_array json_group_object json_object json_tree json_type json_valid lag last_value lead length like likelihood lower ltrim max min nth_value ntile nullif over partition percent_rank printf quote rank replace round row_number rtrim select sign sqlite_version strftime string_agg substr substring sum time total trim typeof unicode unixepoch upper values where and or not on as from by limit when then else case union all with having between is distinct filter recursive using"
    .split(" "),
);

/**
 * Judges a call of sqlite3: one question that changes nothing.
 *
 * @param words The words after `sqlite3`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessSqlite(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const read = readArguments(words, sqliteFlags, { singleDash: true });
  const [database, query, ...more] = read.operands;
  const known = read.flags.every(({ fact, value }) =>
    fact !== undefined && (value === undefined || value.value !== undefined)
  );
  const asks = query?.value !== undefined && isQuestion(query.value);
  if (
    !known || database === undefined || !asks || more.length > 0 ||
    scene.input === "text"
  ) {
    return found.never("remote", "works on a database");
  }
  for (const { name } of read.flags) found.flag(name);
  found.operand("text");
  found.does("read", "asks a database");
  if (/^file:|^:|\?/.test(database.value ?? "")) {
    return found.never("remote", "works on a database");
  }
  assessRead(database, found, scene);
}

function isQuestion(text: string): boolean {
  const query = text.trim().replace(/;$/, "").toLowerCase();
  if (/^\.(tables|schema|databases|indexes)(\s+[\w%]+)?$/.test(query)) {
    return true;
  }
  if (
    /^pragma\s+(table_info|index_list|foreign_key_list|table_list|table_xinfo)\s*(\(\s*['"]?\w+['"]?\s*\))?$/
      .test(query)
  ) {
    return true;
  }
  const plain = query.replace(/'(?:[^']|'')*'/g, "''");
  if (!/^(explain\s+(query\s+plan\s+)?)?select\b/.test(plain)) return false;
  if (/[;"`[\]]|--|\/\*|\n\s*\./.test(plain)) return false;
  const called = plain.match(/[a-z_]\w*(?=\s*\()/g) ?? [];
  return called.every((name) => harmlessFunctions.has(name));
}

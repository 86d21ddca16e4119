import type { SqlDialect } from "../code/mod.ts";

/** How a client of a database is called. */
export interface DatabaseClient {
  /** Whose SQL it speaks. */
  readonly dialect: SqlDialect;
  /** Its flags, without those that run, write, or connect elsewhere. */
  readonly flags: string;
  /** Whether long flags have a single dash. */
  readonly singleDash?: boolean;
  /** Flags whose value is a question. */
  readonly asks: string;
  /** Flags that ask by themselves. */
  readonly lists?: string;
  /** Flags whose value is a server, which must be this machine. */
  readonly hosts?: string;
  /** Flags that ask something before what is asked of it. */
  readonly before?: string;
  /** Flags with two numbers each. */
  readonly pairs?: string;
  /** What its operands are, in order. */
  readonly operands: readonly ("file" | "name" | "question")[];
  /** Questions in its own notation. */
  readonly own?: RegExp;
}

/** Names of databases and users; addresses and connection texts are none. */
export const databaseName = /^\w[\w-]*$/;

/** This machine, as a server. */
export const ownServer =
  /^(localhost|127\.0\.0\.1|::1|\.|\(local\)|tcp:localhost)(,\d{1,5})?$/;

const mysql: DatabaseClient = {
  dialect: "mysql",
  flags:
    "-e: --execute: -D:name --database:name -u:name --user:name -h:name --host:name -P:number --port:number -B -N -s -t -v -H -X -E -r -A -U --batch --html --xml --table --vertical --raw --silent --skip-column-names --column-names --no-auto-rehash --safe-updates --default-character-set:word --connect-timeout:number",
  asks: "-e --execute",
  hosts: "-h --host",
  operands: ["name"],
};

/**
 * Clients of databases, by name. Sources: the manual pages of sqlite3, psql,
 * mysql, duckdb and sqlcmd.
 */
export const databaseClients: Readonly<Record<string, DatabaseClient>> = {
  sqlite3: {
    dialect: "sqlite",
    flags:
      "-header -noheader -column -json -csv -line -list -box -table -markdown -html -quote -tabs -ascii -readonly -safe -bail -batch -echo -stats -nofollow -memtrace -separator:word -nullvalue:word -newline:word -heap:number -mmap:number -maxsize:number -cmd:",
    singleDash: true,
    asks: "",
    before: "-cmd",
    pairs: "-lookaside -pagecache",
    operands: ["file", "question", "question", "question", "question"],
    own:
      /^(\.((tables|schema|databases|indexes|indices|fullschema|dbinfo|sha3sum|show|version|vfslist)(\s+[\w%]+)?|mode\s+\w+|headers?\s+(on|off)|width(\s+-?\d+)+|lint\s+fkey-indexes)|pragma\s+(main\.)?(table_info|table_xinfo|index_list|index_info|foreign_key_list|table_list|database_list|collation_list|function_list|compile_options)\s*(\(\s*(?<quote>['"]?)\w+\k<quote>\s*\))?|pragma\s+(user_version|schema_version|page_count|page_size|encoding|journal_mode|freelist_count|integrity_check|quick_check))$/i,
  },
  psql: {
    dialect: "postgres",
    flags:
      "-c: --command: -d:name --dbname:name -U:name --username:name -h:name --host:name -p:number --port:number -l --list -A -t -x -H -q -X -w -W -E -a -b -e -z -0 -1 -F: -R: --csv --html --tuples-only --no-align --expanded --quiet --no-psqlrc --no-password --echo-all --echo-errors --echo-queries --echo-hidden --field-separator: --record-separator: --single-transaction",
    asks: "-c --command",
    lists: "-l --list",
    hosts: "-h --host",
    operands: ["name", "name"],
    own: /^\\(l|d[a-z]{0,2}|conninfo|encoding)[S+]{0,2}(\s+[\w.*]+)?$/i,
  },
  mysql,
  mariadb: mysql,
  duckdb: {
    dialect: "duckdb",
    flags:
      "-c: -s: -readonly -safe -bail -batch -echo -header -noheader -ascii -box -column -csv -html -json -jsonlines -line -list -markdown -quote -table -newline: -separator: -nullvalue: -no-stdin",
    singleDash: true,
    asks: "-c -s",
    operands: ["file", "question"],
    own: /^\.(tables|schema|databases)(\s+[\w%]+)?$/,
  },
  sqlcmd: {
    dialect: "sqlserver",
    flags:
      "-Q: -S:name -d:name -U:name -E -C -W -h:number -s: -w:number -y:number -Y:number -l:number -t:number -b -I -k -e -p -f:number",
    asks: "-Q",
    hosts: "-S",
    operands: [],
  },
  "sqlcmd query": {
    dialect: "sqlserver",
    flags: "-q: --query: -t: --text: -d:name --database:name",
    asks: "-q --query -t --text",
    operands: ["question"],
  },
};

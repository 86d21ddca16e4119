import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

const csv =
  "-d: --delimiter: -t --tabs -q: --quotechar: -u:number --quoting:number -b --no-doublequote -p: --escapechar: -z:number --maxfieldsize:number -e:word --encoding:word -S --skipinitialspace -H --no-header-row -K:number --skip-lines:number -l --linenumbers --zero -I --no-inference -y:number --snifflimit:number --blanks --null-value: --date-format: --datetime-format: -L:word --locale:word -v --verbose -h --help -V --version";

/** Of csvkit, which prints what it makes. */
const csvkit = (does: string, flags: string): ToolFacts =>
  looks(does, `${csv} ${flags}`, "inside*");

const chosen = "-n --names -c: --columns:";

const xsvFlags =
  "-d: --delimiter: -n --no-headers -h --help -j:number --jobs:number";

/** Of xsv and its successor, which print what they make. */
const xsv: ToolFacts = {
  ...looks("reads tables"),
  flags: "--list --version -h --help",
  subcommands: {
    count: xsvReads("--human-readable"),
    fixlengths: xsvReads("-l:number --length:number"),
    flatten: xsvReads("-c:number --condense:number -s: --separator:"),
    fmt: xsvReads(
      "-t: --out-delimiter: --crlf --ascii --quote: --quote-always --escape:",
    ),
    frequency: xsvReads(
      "-s: --select: -l:number --limit:number -a --asc --no-nulls",
    ),
    headers: xsvReads("-j --just-names --intersect"),
    sample: xsvReads("--seed:number", "number inside"),
    search: xsvReads(
      "-i --ignore-case -s: --select: -v --invert-match",
      "text inside",
    ),
    select: xsvReads("", "text inside"),
    slice: xsvReads(
      "-s:number --start:number -e:number --end:number -l:number --len:number -i:number --index:number",
    ),
    sort: xsvReads("-s: --select: -N --numeric -R --reverse"),
    stats: xsvReads(
      "-s: --select: --everything --mode --cardinality --nulls --median",
    ),
    table: xsvReads(
      "-w:number --width:number -p:number --pad:number -c:number",
    ),
  },
};

function xsvReads(flags: string, operands = "inside"): ToolFacts {
  return {
    ...looks("reads a table", `${xsvFlags} ${flags}`, operands),
    // Other commands of it write, index or fetch.
    refuses: "-o --output",
  };
}

/**
 * Tools that read structured data and print it in another form. Some take an
 * address for a file, so that all of them get files of the project only.
 *
 * Sources: xmllint(1), datamash(1), the documentation of csvkit, xsv, gron,
 * hexyl and htmlq.
 */
export const dataReaders: Readonly<Record<string, ToolFacts>> = {
  xmllint: {
    ...looks(
      "reads XML",
      "--noout --format --recover --nowarning --noblanks --nocdata --nsclean --huge --nonet --html --c14n --c14n11 --exc-c14n --debug --stream --timing --version --compress --xmlout --pretty:number --encode:word --xpath: --pattern:",
      "inside*",
    ),
    // These load what a document names, or write, or ask for commands.
    refuses:
      "-o --output --shell --noent --valid --postvalid --dtdattr --loaddtd --dtdvalid --dtdvalidfpi --schema --relaxng --schematron --xinclude --noxincludenode --catalogs --path --load-trace",
  },
  csvcut: csvkit("reads a table", `${chosen} -C: --not-columns: -x`),
  csvgrep: {
    ...csvkit("reads a table", `${chosen} -m: --match: -r: --regex: -i -a`),
    refuses: "-f --file",
  },
  csvjson: csvkit("reads a table", "-i:number --indent:number -k: --stream"),
  csvlook: csvkit(
    "reads a table",
    "--max-rows:number --max-columns:number --max-column-width:number",
  ),
  csvsort: csvkit("reads a table", `${chosen} -r --reverse -i --ignore-case`),
  csvstat: csvkit(
    "reads a table",
    `${chosen} --csv --json --count --type --nulls --unique --min --max --sum --mean --median --stdev --len --freq --freq-count:number`,
  ),
  xsv,
  datamash: looks(
    "calculates columns",
    "-t: -W -s -i -f -g: -H -R:number -C --field-separator: --whitespace --sort --ignore-case --full --group: --headers --header-in --header-out --narm --filler: --round:number --skip-comments --output-delimiter: --format: --no-strict -V --version -h --help",
    "text*",
  ),
  gron: looks(
    "reads JSON",
    "-u --ungron -v --values -c --colorize -m --monochrome -s --stream -j --json --no-sort --version",
    "inside",
  ),
  hexyl: looks(
    "prints bytes",
    "-n:number --length:number -c:number --bytes:number -s:number --skip:number -o:number --display-offset:number -v --no-squeezing --color:word --border:word -p --plain --no-characters --no-position --panels:word -g:number --group-size:number --endianness:word -b:word --base:word --terminal-width:number -h --help -V --version",
    "read",
  ),
  diffstat: {
    ...looks(
      "counts what a patch changes",
      "-b -c -C -f:number -h -k -K -l -m -n:number -N:number -p:number -q -r:number -R -s -t -T -u -v -V -w:number",
      "read*",
    ),
    refuses: "-o -e",
  },
  diff3: {
    ...looks(
      "compares files",
      "-A -e -E -x -X -3 -m -a -T -i -L: --show-all --ed --merge --text --initial-tab --label: --easy-only --overlap-only --strip-trailing-cr --show-overlap -v --version --help",
      "read*",
    ),
    refuses: "--diff-program",
  },
  wdiff: {
    ...looks(
      "compares files",
      "-1 -2 -3 -c -i -n -s -p -t -w: -x: -y: -z: --no-deleted --no-inserted --no-common --ignore-case --statistics --start-delete: --end-delete: --start-insert: --end-insert: -v --version -h --help",
      "read*",
    ),
    refuses: "-a --auto-pager -l --less-mode",
  },
  mdfind: {
    ...looks(
      "finds files anywhere on the machine",
      "-name: -onlyin:here -count -0 -literal -interpret -live -attr:word",
      "text*",
    ),
    tier: "project",
    once: true,
    singleDash: true,
    modes: [{
      with: "-onlyin",
      tier: "read",
      does: "finds files by the machine's index",
    }],
  },
  getent: {
    ...looks("looks up names"),
    subcommands: Object.fromEntries(
      "aliases ethers group initgroups passwd protocols rpc services"
        .split(" ").map((name) => [name, looks("looks up names", "", "word*")]),
    ),
    // Passwords are kept there.
    otherwise: { tier: "remote", does: "looks up what may not be seen" },
  },
  "systemd-detect-virt": looks(
    "tells whether the machine is virtual",
    "-c --container -v --vm -r --chroot -q --quiet --list --private-users --version -h --help",
  ),
  "systemd-path": looks("shows where things are kept", "--suffix:", "word*"),
  kextstat: looks("lists parts of the kernel", "-l -k -a -b:word"),
  memory_pressure: looks("measures memory", "-Q"),
};

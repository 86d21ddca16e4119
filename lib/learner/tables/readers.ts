import type { ToolFacts } from "../assessment/mod.ts";
import { binaryReaders } from "./binary_readers.ts";
import { dataReaders } from "./data_readers.ts";
import { fileReaders } from "./file_readers.ts";
import { macosReaders } from "./macos_readers.ts";
import { searchReaders } from "./search_readers.ts";
import { systemReaders } from "./system_readers.ts";
import { looks } from "./tool_kinds.ts";

const bat: ToolFacts = {
  ...looks(
    "reads files",
    "-A -p -P -n -d -f -u -S -l:word -m: -r: -H: -L -V -h --show-all --plain --language:word --highlight-line: --file-name: --diff --diff-context:number --tabs:number --wrap:word --chop-long-lines --terminal-width:word --number --color:word --italic-text:word --decorations:word --force-colorization --paging:word --no-paging --map-syntax: --ignored-suffix: --theme: --theme-dark: --theme-light: --list-themes --squeeze-blank --squeeze-limit:number --style: --line-range: --list-languages --unbuffered --nonprintable-notation:word --binary:word --no-config --no-custom-assets --config-dir --config-file --cache-dir --diagnostic --set-terminal-title --help --version",
    "read*",
  ),
  refuses:
    "--pager --lessopen --generate-config-file --completion --build --clear --source --target",
};

/**
 * Tools that only look, by name. Flags are those of the GNU and BSD manual
 * pages that neither run programs nor write files; `refuses` names the ones
 * that do.
 */
export const readers: Readonly<Record<string, ToolFacts>> = {
  ...fileReaders,
  ...dataReaders,
  ...searchReaders,
  ...binaryReaders,
  ...systemReaders,
  ...macosReaders,
  cat: looks(
    "reads files",
    "-n -b -s -e -E -t -T -v -A -u --number --number-nonblank --squeeze-blank --show-all --show-ends --show-tabs --show-nonprinting",
    "read*",
  ),
  bat,
  batcat: bat,
  tac: looks("reads files", "-b -r -s: --before --regex --separator:", "read*"),
  nl: looks(
    "reads files",
    "-b: -n:word -w:number -s: -v:number -i:number -f: -h: -l:number -p -d: --body-numbering: --number-format:word --number-width:number --number-separator: --starting-line-number:number",
    "read*",
  ),
  head: looks(
    "reads files",
    "-n:number -c:number -q -v -z -# --lines:number --bytes:number --quiet --silent --verbose",
    "read*",
  ),
  tail: looks(
    "reads files",
    "-n:number -c:number -q -v -z -f -F -r -# --lines:number --bytes:number --quiet --silent --verbose --follow? --retry -s:number --pid:number",
    "read*",
  ),
  wc: {
    ...looks(
      "counts lines",
      "-l -w -c -m -L --lines --words --bytes --chars --max-line-length --total:word",
      "read*",
    ),
    refuses: "--files0-from",
  },
  diff: {
    tier: "read",
    does: "compares files",
    flags:
      "-u -r -q -b -w -B -i -a -c -y -N -s -t -T -E -Z -d -e -n -p -l -U:number -C:number -W:number -x: -I: -L: -# --color? --brief --recursive --unified? --context? --side-by-side --ignore-all-space --ignore-space-change --ignore-blank-lines --ignore-case --new-file --exclude: --width:number --suppress-common-lines --strip-trailing-cr --report-identical-files --label: --minimal --text --normal --ed --left-column --no-dereference --show-c-function --old-line-format: --new-line-format: --unchanged-line-format: --line-format: --ignore-trailing-space --ignore-tab-expansion --ignore-matching-lines: --expand-tabs --speed-large-files",
    operands: "read*",
  },
  colordiff: looks("compares files", "-u -r -q -b -w -B -i -N -y", "read*"),
  cmp: looks(
    "compares files",
    "-b -l -s -i: -n:number --silent --quiet --verbose --print-bytes --bytes:number",
    "read*",
  ),
  comm: looks(
    "compares files",
    "-1 -2 -3 -i -z --check-order --nocheck-order --output-delimiter: --total --zero-terminated",
    "read*",
  ),
  sort: {
    ...looks(
      "sorts lines",
      "-n -r -u -k: -t: -h -V -f -b -d -g -i -M -R -s -c -C -m -z -S:word --numeric-sort --reverse --unique --key: --field-separator: --human-numeric-sort --version-sort --ignore-case --ignore-leading-blanks --dictionary-order --general-numeric-sort --month-sort --random-sort --stable --check? --merge --zero-terminated --parallel:number --debug --sort:word --batch-size:number --buffer-size:word --ignore-nonprinting --qsort --mergesort --heapsort --radixsort --mmap -T:write --temporary-directory:write --help --version",
      "read*",
    ),
    refuses: "-o --output --compress-program --files0-from --random-source",
  },
  uniq: {
    tier: "read",
    does: "drops repeated lines",
    flags:
      "-c -d -D -u -i -z -f:number -s:number -w:number --count --repeated --unique --ignore-case --all-repeated? --group? --skip-fields:number --skip-chars:number --check-chars:number --zero-terminated",
    operands: "read write",
  },
  cut: looks(
    "cuts columns",
    "-d: -f: -c: -b: -s -n -z --delimiter: --fields: --characters: --bytes: --only-delimited --complement --output-delimiter: --zero-terminated",
    "read*",
  ),
  paste: looks("joins lines", "-d: -s -z --delimiters: --serial", "read*"),
  join: looks(
    "joins lines",
    "-1:number -2:number -a:number -e: -j:number -o: -t: -v:number -i --header --check-order --nocheck-order -z",
    "read*",
  ),
  column: looks(
    "aligns columns",
    "-t -s: -n -x -c:number -o: -J -N: -R: -T: -H: -W: --table --separator: --json --output-separator: --table-columns: --table-right: --fillrows",
    "read*",
  ),
  fold: looks(
    "wraps lines",
    "-w:number -s -b --width:number --spaces --bytes",
    "read*",
  ),
  fmt: looks(
    "wraps lines",
    "-w:number -s -u -c -p: -g:number --width:number --split-only --uniform-spacing",
    "read*",
  ),
  expand: looks("expands tabs", "-t: -i --tabs: --initial", "read*"),
  unexpand: looks("makes tabs", "-t: -a --tabs: --all --first-only", "read*"),
  tr: looks(
    "replaces characters",
    "-d -s -c -C -t --delete --squeeze-repeats --complement --truncate-set1",
    "text*",
  ),
  rev: looks("turns lines round", "", "read*"),
  tsort: looks("sorts lines", "", "read*"),
  iconv: {
    ...looks(
      "converts text",
      "-f: -t: -c -l -s --from-code: --to-code: --list --silent --verbose --help --version",
      "read*",
    ),
    refuses: "-o --output",
  },
};

import type { ToolFacts } from "../facts.ts";
import { macosReaders } from "./macos_readers.ts";
import { systemReaders } from "./system_readers.ts";
import { looks } from "./tool_kinds.ts";

/**
 * Tools that only look. Flags are those of the GNU and BSD manual pages that
 * neither run programs nor write files; `refuses` names the ones that do.
 */

const grep =
  "-r -R -n -i -v -w -x -c -l -L -h -H -o -E -F -G -P -s -q -a -I -z -Z -b -U -T -y " +
  "-A:number -B:number -C:number -m:number -e: -f:read -D:word -d:word --color? --colour? -# " +
  "--include:files --exclude: --exclude-dir: --exclude-from:read --recursive --dereference-recursive " +
  "--line-number --ignore-case --no-ignore-case --invert-match --word-regexp --line-regexp --count " +
  "--files-with-matches --files-without-match --only-matching --extended-regexp --fixed-strings " +
  "--perl-regexp --basic-regexp --no-filename --with-filename --no-messages --quiet --silent --text " +
  "--binary-files:word --context:number --after-context:number --before-context:number " +
  "--max-count:number --regexp: --file:read --null --byte-offset --line-buffered --initial-tab " +
  "--label: --null-data --help --version -V";

const grepFacts: ToolFacts = {
  tier: "read",
  does: "searches files",
  flags: grep,
  operands: "text read*",
  movedBy: "-e -f --regexp --file",
  moved: "read*",
  here: true,
  hereWith: "-r -R --recursive --dereference-recursive",
};

const digest: ToolFacts = {
  tier: "read",
  does: "prints checksums",
  flags:
    "-b -t -c -z -a:word -q -r -s: -w --check --binary --text --tag --zero --quiet --status --strict --warn --ignore-missing --algorithm:word --length:number -l:number",
  operands: "read*",
};

const bat: ToolFacts = {
  ...looks(
    "reads files",
    "-A -p -P -n -d -f -u -S -l:word -m: -r: -H: -L -V -h --show-all --plain --language:word --highlight-line: --file-name: --diff --diff-context:number --tabs:number --wrap:word --chop-long-lines --terminal-width:word --number --color:word --italic-text:word --decorations:word --force-colorization --paging:word --no-paging --map-syntax: --ignored-suffix: --theme: --theme-dark: --theme-light: --list-themes --squeeze-blank --squeeze-limit:number --style: --line-range: --list-languages --unbuffered --nonprintable-notation:word --binary:word --no-config --no-custom-assets --config-dir --config-file --cache-dir --diagnostic --set-terminal-title --help --version",
    "read*",
  ),
  refuses:
    "--pager --lessopen --generate-config-file --completion --build --clear --source --target",
};

/** Tools that only look, by name. */
export const readers: Readonly<Record<string, ToolFacts>> = {
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
  ls: {
    tier: "read",
    does: "lists files",
    flags:
      "-a -A -l -h -1 -t -r -R -S -d -F -p -i -s -n -g -G -o -L -H -c -u -U -X -v -x -m -Q -q -b -B -k -Z -C -f -N -T -e -O -@ " +
      "--color? --all --almost-all --human-readable --recursive --reverse --sort:word --time:word --time-style: --group-directories-first " +
      "--full-time --classify? --directory --inode --size --no-group --si --ignore: --hide: --format:word --width:number --author --context --file-type --indicator-style:word --quoting-style:word -I: -w:number --numeric-uid-gid --dereference --literal --escape --zero --version --help",
    operands: "names*",
    here: true,
  },
  tree: {
    tier: "read",
    does: "lists files",
    flags:
      "-a -d -f -i -l -L:number -P: -I: -s -h -p -u -g -D -F -q -N -r -t -c -v -U -C -n -J -X -A -S -x --du --dirsfirst --filesfirst --noreport --filelimit:number --sort? --prune --gitignore --matchdirs --ignore-case --si --inodes --device --charset:word --timefmt:",
    refuses: "-o -R -H",
    operands: "names*",
    here: true,
  },
  stat: {
    tier: "read",
    does: "looks at files' sizes and dates",
    flags:
      "-c: -f -L -t -x -s -l -n -q -r -F --format: --printf: --file-system --dereference --terse",
    operands: "names*",
  },
  file: {
    tier: "read",
    does: "looks at files' types",
    flags:
      "-b -i -I -L -h -k -s -z -p -r -0 -N -n --brief --mime --mime-type --mime-encoding --dereference --no-dereference --keep-going --raw",
    refuses: "-m --magic-file -f --files-from -C --compile",
    operands: "names*",
  },
  du: {
    tier: "read",
    does: "measures folders",
    flags:
      "-s -h -a -c -k -m -b -d:number -x -L -S -H -D -P -0 -l -B:word -t:word -g -I: --summarize --human-readable --all --total --bytes --max-depth:number --apparent-size --exclude: --time? --si --one-file-system --block-size:word --threshold:word",
    refuses: "--files0-from -X --exclude-from",
    operands: "names*",
    here: true,
  },
  df: {
    tier: "read",
    does: "measures disks",
    flags:
      "-h -H -k -m -g -i -T -a -l -P -t:word -x:word -B:word -b --human-readable --si --inodes --print-type --all --local --total --output? --portability",
    operands: "names*",
  },
  basename: looks(
    "prints a part of a path",
    "-a -s: -z --multiple --suffix: --zero",
    "text*",
  ),
  dirname: looks("prints a part of a path", "-z --zero", "text*"),
  realpath: {
    tier: "read",
    does: "resolves paths",
    flags:
      "-e -m -s -z -q -L -P --canonicalize-existing --canonicalize-missing --no-symlinks --strip --relative-to:here --relative-base:here --quiet",
    operands: "names*",
  },
  readlink: {
    tier: "read",
    does: "resolves paths",
    flags: "-f -e -m -n -z -q -s -v --canonicalize --no-newline",
    operands: "names*",
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
  od: looks(
    "prints bytes",
    "-A: -t: -N:number -j:number -v -x -c -b -d -o -w? -a -i -l -s --address-radix: --format: --read-bytes:number --skip-bytes:number",
    "read*",
  ),
  hexdump: looks(
    "prints bytes",
    "-C -n:number -s:number -v -e: -x -c -b -d -o --canonical --length:number --skip:number",
    "read*",
  ),
  xxd: {
    ...looks(
      "prints bytes",
      "-p -l: -s: -c:number -g:number -o:number -n: -R:word -u -b -e -i -E -a -d -v -h -ps --plain -len:number --version",
      "read*",
    ),
    operands: "read",
    refuses: "-r --revert",
  },
  strings: looks(
    "prints the texts in files",
    "-a -n:number -t: -e: -f -o -d --all --bytes:number --radix: --encoding: -#",
    "read*",
  ),
  md5sum: digest,
  sha1sum: digest,
  sha224sum: digest,
  sha256sum: digest,
  sha384sum: digest,
  sha512sum: digest,
  b2sum: digest,
  shasum: digest,
  md5: digest,
  cksum: digest,
  sum: digest,
  base64: {
    ...looks(
      "encodes text",
      "-d -D -i -w:number --decode --ignore-garbage --wrap:number -b:number --break:number -h --help --version",
      "read*",
    ),
    refuses: "-o --output",
  },
  base32: looks(
    "encodes text",
    "-d -i -w:number --decode --wrap:number",
    "read*",
  ),
  grep: grepFacts,
  egrep: grepFacts,
  fgrep: grepFacts,
  zgrep: grepFacts,
  rg: {
    tier: "read",
    does: "searches files",
    flags:
      "-n -N -i -s -S -v -w -x -c -l -L -h -H -o -F -P -U -u -a -q -I -0 -. -p -e: -f:read -A:number -B:number -C:number -m:number -M:number -g:files -t:word -T:word -r: -j:number -d:number -E:word --color:word --colors: --files --hidden --no-hidden --no-ignore --no-ignore-vcs --no-ignore-parent --glob:files --iglob:files --type:word --type-not:word --type-list --line-number --no-line-number --ignore-case --case-sensitive --smart-case --invert-match --word-regexp --line-regexp --count --count-matches --files-with-matches --files-without-match --only-matching --fixed-strings --pcre2 --multiline --multiline-dotall --unrestricted --text --quiet --no-filename --with-filename --heading --no-heading --column --no-column --vimgrep --json --sort:word --sortr:word --max-count:number --max-depth:number --maxdepth:number --max-columns:number --max-columns-preview --max-filesize:word --after-context:number --before-context:number --context:number --context-separator: --replace: --regexp: --file:read --follow -L --stats --trim --pretty --null --passthru --no-messages --threads:number --no-config --one-file-system --crlf --engine:word --encoding:word --glob-case-insensitive --include-zero --byte-offset --debug --version --help -V",
    refuses:
      "--pre --pre-glob --hostname-bin -z --search-zip --ignore-file --hyperlink-format",
    operands: "text read*",
    movedBy: "-e -f --regexp --file --files --type-list",
    moved: "read*",
    here: true,
  },
  ag: {
    tier: "read",
    does: "searches files",
    flags:
      "-i -s -S -l -L -c -v -w -Q -n -o -a -u -U -f -g: -G:files -A:number -B:number -C:number -m:number --ignore: --hidden --nocolor --color --nogroup --group --noheading --heading --numbers --nonumbers --literal --case-sensitive --ignore-case --smart-case --files-with-matches --files-without-matches --count --invert-match --word-regexp --depth:number --vimgrep --column --stats --silent",
    refuses: "--pager --path-to-ignore -p",
    operands: "text read*",
    movedBy: "-g",
    moved: "read*",
    here: true,
  },
  fd: {
    tier: "read",
    does: "finds files",
    flags:
      "-H -I -u -s -i -g -F -a -l -L -p -0 -q -1 -d:number -t:word -e:word -E: -S: -c:word -j:number --hidden --no-ignore --no-ignore-vcs --unrestricted --case-sensitive --ignore-case --glob --regex --fixed-strings --absolute-path --list-details --follow --full-path --print0 --max-depth:number --min-depth:number --exact-depth:number --type:word --extension:word --exclude: --size: --changed-within: --changed-before: --newer: --older: --owner: --color:word --quiet --max-results:number --strip-cwd-prefix --relative-path --path-separator: --prune --base-directory:here --threads:number --search-path:here --and: --one-file-system --mount --xdev --no-ignore-parent --no-global-ignore-file --no-require-git --require-git --ignore --no-hidden --ignore-vcs --no-follow --case-sensitive --changed-after: --change-newer-than: --change-older-than: --show-errors --format: --batch-size:number -o: --hyperlink? --maxdepth:number --mindepth:number --version --help -V -h",
    refuses: "-x --exec -X --exec-batch --ignore-file",
    operands: "text names*",
    here: true,
  },
  jq: {
    tier: "read",
    does: "reads JSON",
    flags:
      "-r -c -n -s -e -S -a -C -M -R -j --raw-output --compact-output --null-input --slurp --exit-status --sort-keys --ascii-output --color-output --monochrome-output --raw-input --join-output --tab --indent:number --stream --seq --unbuffered --raw-output0 --version --help -h",
    refuses:
      "-L -f --from-file --rawfile --slurpfile --library-path --run-tests --argfile",
    operands: "text read*",
  },
  yq: {
    tier: "read",
    does: "reads YAML",
    flags:
      "-r -c -n -e -j -P -C -M -o:word -p:word -I:number -N --raw-output --compact-output --null-input --exit-status --tojson --prettyPrint --colors --no-colors --output-format:word --input-format:word --indent:number --no-doc --unwrapScalar",
    refuses:
      "-i --inplace -f --from-file -s --split-exp --front-matter --expression-file -y -Y",
    operands: "text read*",
  },
  zcat: looks("reads files", "-f -q -v -k", "read*"),
  bzcat: looks("reads files", "-f -q -v -k", "read*"),
  xzcat: looks("reads files", "-f -q -v -k", "read*"),
  iconv: {
    ...looks(
      "converts text",
      "-f: -t: -c -l -s --from-code: --to-code: --list --silent --verbose --help --version",
      "read*",
    ),
    refuses: "-o --output",
  },
  nm: looks(
    "lists symbols",
    "-a -C -D -g -n -u -l -S -A -P -p --demangle --dynamic --defined-only --undefined-only --extern-only",
    "read*",
  ),
  objdump: looks(
    "reads binaries",
    "-d -t -x -h -p -T -s -S -f -C -r -R --disassemble --syms --headers --demangle --section: -j:",
    "read*",
  ),
  readelf: looks(
    "reads binaries",
    "-a -h -l -S -s -d -r -n -V -A -W --all --headers --symbols --dynamic --wide",
    "read*",
  ),
  otool: looks("reads binaries", "-L -l -h -D -f -t -v", "read*"),
  size: looks("reads binaries", "-A -B -d -t --format:word", "read*"),
  "xcode-select": looks(
    "prints where Xcode is",
    "-p -v --print-path --version",
  ),
};

import type { ToolFacts } from "../assessment/mod.ts";

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

/**
 * Tools that search files and data. Sources: grep(1) of GNU and BSD, rg(1),
 * ag(1), fd(1), jq(1), and the documentation of yq.
 */
export const searchReaders: Readonly<Record<string, ToolFacts>> = {
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
};

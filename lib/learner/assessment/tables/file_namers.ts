/**
 * Programs that print names of files and nothing else, and what may be done
 * with the files so named.
 *
 * Sources: the manual pages of GNU findutils, coreutils and grep, fd(1),
 * rg(1), git-ls-files(1).
 */

/** A program that prints names of files. */
export interface FileNamer {
  /** What must be among its words, if anything. */
  readonly only?: RegExp;
  /** What must not be: words that print something else than names. */
  readonly never?: RegExp;
}

const searches: FileNamer = {
  only: /^-[a-zA-Z]*l[a-zA-Z]*$|^--files(-with(out)?-match(es)?)?$/,
  never: /^--(label|path-separator|replace|null-data|json)|^-[a-zA-Z]*[rR]=/,
};

/** Such programs, by name. */
export const fileNamers: Readonly<Record<string, FileNamer>> = {
  find: { never: /^-(printf|ls|exec|execdir|ok|okdir)$/ },
  gfind: { never: /^-(printf|ls|exec|execdir|ok|okdir)$/ },
  fd: {
    never: /^-[a-zA-Z]*[lxX]|^--(exec|list-details|format|path-separator)/,
  },
  fdfind: {
    never: /^-[a-zA-Z]*[lxX]|^--(exec|list-details|format|path-separator)/,
  },
  // Long lines hold where links lead.
  ls: { never: /^-[a-zA-Z0-9]*[lgonsZQ@]|^--(full-time|format|quoting|hyper)/ },
  "git ls-files": {
    only: /^ls-files$/,
    never: /^-[a-z]*[stvfu]|^--(stage|unmerged|format|eol|debug|deduplicate)/,
  },
  "git diff": { only: /^--name-only$/, never: /^--(format|src|dst|line|stat)/ },
  grep: searches,
  egrep: searches,
  fgrep: searches,
  rg: searches,
};

/** Filters that pass on some of their lines unchanged, and their words. */
export const lineFilters: Readonly<Record<string, RegExp>> = {
  grep: /^(-[ivwxEFPs]+|[^-].*)$/,
  egrep: /^(-[ivwxs]+|[^-].*)$/,
  fgrep: /^(-[ivwxs]+|[^-].*)$/,
  head: /^(-n?\d+|-n|\d+)$/,
  tail: /^(-n?\d+|-n|\d+)$/,
  sort: /^-[urfnVsbdi]+$/,
  uniq: /^-[iud]$/,
};

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** What prints no more than the names themselves, whoever gives them. */
export const namePrinters: ReadonlySet<string> = set("echo basename dirname");

/** What looks at files as such, or searches them; no option does harm. */
export const fileLookers: ReadonlySet<string> = set(
  "echo basename dirname grep egrep fgrep wc ls stat du file realpath readlink md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum shasum md5 cksum sum test [",
);

/** What prints files, and has no option that does harm. */
export const filePrinters: ReadonlySet<string> = set(
  "cat tac head tail nl bat batcat",
);

/** What prints files, if no name can be taken for an option. */
export const fileReaders: ReadonlySet<string> = set(
  "sed gsed awk gawk mawk nawk jq od hexdump strings cut sort fold expand rg diff cmp",
);

import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/**
 * Tools that look at files' names, sizes and dates, not at what they hold.
 * Sources: the manual pages of GNU and BSD coreutils, tree(1), file(1).
 */
export const fileReaders: Readonly<Record<string, ToolFacts>> = {
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
};

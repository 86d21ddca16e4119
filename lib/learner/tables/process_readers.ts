import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/**
 * Tools that look at programs, users, devices and files' attributes. Sources:
 * the manual pages of procps, psmisc, util-linux, pciutils, usbutils, sysstat,
 * kmod, acl and e2fsprogs, and of the BSDs where they differ.
 */
export const processReaders: Readonly<Record<string, ToolFacts>> = {
  who: looks(
    "lists who is logged in",
    "-a -b -d -H -l -m -p -q -r -s -t -T -u -w --all --boot --heading --count --short --users --runlevel",
    "word*",
  ),
  w: looks(
    "lists who is logged in",
    "-h -s -f -i -o -u --no-header --short",
    "word",
  ),
  users: looks("lists who is logged in"),
  logname: looks("prints the user's name"),
  last: looks(
    "lists who was logged in",
    "-# -n:number -a -d -F -i -R -w -x -s: -t: -p: --limit:number --fulltimes --ip --system --since: --until:",
    "word*",
  ),
  lastlog: looks("lists who was logged in", "-b:number -t:number -u:word"),
  pidof: looks("finds programs", "-s -c -x -q", "word*"),
  pstree: looks(
    "lists programs",
    "-a -A -c -C:word -g -G -h -l -n -N:word -p -s -S -t -T -u -U -V --arguments --ascii --compact-not --show-pids --show-pgids --show-parents --long --numeric-sort --hide-threads --thread-names --uid-changes --unicode",
    "word*",
  ),
  pmap: looks(
    "measures a program's memory",
    "-x -d -q -p -X -XX --extended --quiet",
    "number*",
  ),
  pwdx: looks("prints programs' folders", "", "number*"),
  iostat: looks(
    "measures disks",
    "-c -d -h -k -m -N -p? -t -x -y -z -w:number -K -C -I -T -U -n:number --human --pretty",
    "text*",
  ),
  mpstat: looks(
    "measures processors",
    "-A -P:word -u -I:word -N:word -n -o:word",
    "number*",
  ),
  pidstat: looks(
    "measures programs",
    "-d -h -H -I -l -p:word -r -R -s -t -u -U? -v -w -C: -G: -T:word --human",
    "number*",
  ),
  lsmod: looks("lists parts of the kernel"),
  lspci: looks(
    "lists devices",
    "-v -vv -vvv -n -nn -k -t -m -mm -D -P -b -x -s: -d:",
  ),
  lsusb: looks("lists devices", "-v -t -s: -d: -V"),
  lsmem: looks(
    "lists memory",
    "-a -b -J -n -o: -P -r -S: --all --bytes --json --noheadings --output: --output-all --raw --summary?",
  ),
  lsns: looks(
    "lists namespaces",
    "-J -l -n -o: -p:number -r -t:word -u --json --list --noheadings --output: --task:number --type:word",
  ),
  lsipc: looks(
    "lists shared memory",
    "-m -q -s -g -J -l -n -o: -r -t -c --json --global --noheadings",
  ),
  lslocks: looks(
    "lists locks",
    "-b -i -J -n -o: -p:number -r -u --json --noheadings",
  ),
  findmnt: looks(
    "lists what is mounted",
    "-a -A -b -c -C -D -f -i -J -k -l -m -n -o: -O: -P -r -R -s -t:word -T:names -u -U -v -y --all --ascii --bytes --df --json --kernel --list --noheadings --output: --output-all --pairs --raw --real --submounts --target:names --types:word --source: --mountpoint:names --tree",
    "text*",
  ),
  mountpoint: looks(
    "tells whether something is mounted",
    "-d -q -x --quiet --fs-devno",
    "names",
  ),
  hostid: looks("prints the machine's number"),
  dnsdomainname: looks("prints the machine's name"),
  namei: looks(
    "follows a path",
    "-l -m -o -n -v -x --long --modes --owners --nosymlinks --mountpoints",
    "names*",
  ),
  lsattr: looks("looks at files' attributes", "-R -a -d -l -p -v -V", "names*"),
  getfacl: looks(
    "looks at who may use files",
    "-a -d -c -e -E -s -R -L -P -t -p -n --access --default --omit-header --all-effective --no-effective --skip-base --recursive --tabular --absolute-names --numeric",
    "names*",
  ),
  getcap: looks("looks at what files may do", "-n -r -v", "names*"),
  pathchk: looks("checks names", "-p -P --portability", "text*"),
  whatis: looks(
    "finds a manual page",
    "-d -v -r -w -l -s: -L:word --regex --wildcard --long --sections:",
    "text*",
  ),
  apropos: looks(
    "finds a manual page",
    "-d -v -e -r -w -a -l -s: -L:word --exact --regex --wildcard --and --long --sections:",
    "text*",
  ),
  "c++filt": looks(
    "makes symbols readable",
    "-_ -n -p -i -r -s:word --format:word --no-verbose --types",
    "text*",
  ),
  addr2line: looks(
    "finds a line of code",
    "-a -b:word -e:read -f -C? -i -p -s -j: --addresses --basenames --functions --inlines --pretty-print --exe:read --demangle?",
    "text*",
  ),
  dwarfdump: looks(
    "reads binaries",
    "--debug-info --debug-line --debug-abbrev --uuid -u --show-children -c --arch:word --all -a --eh-frame",
    "read*",
  ),
  dir: looks("lists files", "-a -A -l -h -1 -t -r -R -S -d -F -p -s", "names*"),
  vdir: looks("lists files", "-a -A -h -1 -t -r -R -S -d -F -p -s", "names*"),
  pr: looks(
    "lays lines out",
    "-a -d -f -F -h: -l:number -m -n? -o:number -r -t -T -w:number -W:number -# --columns:number --header: --length:number --width:number",
    "read*",
  ),
  look: looks(
    "finds lines",
    "-a -d -f -t:word --alternative --alphanum --ignore-case",
    "text read",
  ),
  col: looks("filters control characters", "-b -f -p -x -h -l:number"),
  colrm: looks("cuts columns", "", "number*"),
  hd: looks(
    "prints bytes",
    "-C -n:number -s:number -v -x -c -b -d -o",
    "read*",
  ),
  zcmp: looks("compares files", "-b -l -s", "read*"),
  zdiff: looks("compares files", "-u -r -q -b -w -i -y", "read*"),
  lzcat: looks("reads files", "", "read*"),
  zstdcat: looks("reads files", "-q -v", "read*"),
  zegrep: looks(
    "searches files",
    "-i -v -n -c -l -h -o -w -x -s -q",
    "text read*",
  ),
  zfgrep: looks(
    "searches files",
    "-i -v -n -c -l -h -o -w -x -s -q",
    "text read*",
  ),
  bzgrep: looks(
    "searches files",
    "-i -v -n -c -l -h -o -w -x -s -q -E -F",
    "text read*",
  ),
  xzgrep: looks(
    "searches files",
    "-i -v -n -c -l -h -o -w -x -s -q -E -F",
    "text read*",
  ),
};

import type { ToolFacts } from "../assessment/mod.ts";
import { processReaders } from "./process_readers.ts";
import { looks } from "./tool_kinds.ts";

/**
 * Tools that look at the system, and small ones that only calculate. Flags are
 * those of the GNU and BSD manual pages.
 */
export const systemReaders: Readonly<Record<string, ToolFacts>> = {
  ...processReaders,
  pwd: looks("prints the folder", "-L -P"),
  date: {
    tier: "read",
    does: "prints the time",
    flags:
      "-u -R -I? -d: -r: -j -v: --utc --rfc-2822 --rfc-email --rfc-3339:word --iso-8601? --date: --reference:read",
    refuses: "-s --set -f --file -n",
    operands: "text",
  },
  cal: looks("prints a calendar", "-3 -1 -y -m -s -j -h", "text*"),
  uptime: looks("prints how long the machine runs", "-p -s --pretty --since"),
  uname: looks(
    "prints the system's name",
    "-a -s -n -r -v -m -p -i -o --all --kernel-name --nodename --kernel-release --machine --operating-system --processor",
  ),
  hostname: looks(
    "prints the machine's name",
    "-s -f -i -I -d --short --fqdn --long --ip-address",
  ),
  whoami: looks("prints the user's name"),
  id: looks(
    "prints the user's name",
    "-u -g -n -G -r -z --user --group --name --groups",
    "text*",
  ),
  groups: looks("prints the user's groups", "", "text*"),
  tty: looks("prints the terminal's name", "-s"),
  arch: looks("prints the processor's kind"),
  nproc: looks("counts processors", "--all --ignore:number"),
  lscpu: looks("prints the processor's kind", "-J -e? -p? -x"),
  free: looks(
    "measures memory",
    "-h -m -g -b -k -t -w -s:number -c:number --human --mega --giga --total --wide",
  ),
  vmstat: looks("measures memory", "-s -S:word -a -d -w", "text*"),
  lsblk: looks(
    "lists disks",
    "-f -J -o: -a -l -p -n -d -b -m -S -t --json --output:",
  ),
  sw_vers: looks(
    "prints the system's version",
    "-productVersion -productName -buildVersion --productVersion",
  ),
  lsb_release: looks("prints the system's version", "-a -d -i -r -c -s"),
  getconf: looks("prints system limits", "", "text*"),
  locale: looks("prints the language", "-a -m"),
  which: looks("finds programs", "-a -s --all", "text*"),
  whereis: looks("finds programs", "-b -m -s", "text*"),
  pgrep: {
    tier: "read",
    does: "finds programs",
    flags:
      "-f -l -a -u: -x -n -o -c -i -P: -d: -v -g: -t: -U: -r: --full --list-name --list-full --exact --newest --oldest --count --ignore-case --parent: --delimiter:",
    operands: "text",
  },
  top: looks(
    "lists programs",
    "-b -n:number -l:number -o: -d:number -p: -H -i -c -s:number -stats:",
  ),
  lsof: {
    tier: "read",
    does: "lists open files",
    flags:
      "-i? -n -P -t -p: -u: -c: -a -l -R -sTCP:LISTEN -s: -U -d: -F: -Q -w -b -V -h -N -T? -o -x -L +L",
    operands: "names*",
  },
  netstat: looks(
    "lists connections",
    "-a -n -t -u -l -p -r -i -s -e -v -f: -o -b -q -A --all --numeric --tcp --udp --listening --programs --route --interfaces",
  ),
  ss: looks(
    "lists connections",
    "-a -n -t -u -l -p -r -e -m -i -s -4 -6 -x -o -H --all --numeric --tcp --udp --listening --processes --summary",
  ),
  seq: {
    tier: "read",
    does: "counts",
    flags: "-s: -w -f: --separator: --equal-width --format:",
    operands: "text*",
  },
  yes: looks("repeats a text", "", "text*"),
  sleep: { tier: "read", does: "waits", operands: "number*" },
  tput: looks("prints terminal codes", "-T:word", "text*"),
  factor: looks("calculates", "", "text*"),
  numfmt: looks(
    "formats numbers",
    "--to:word --from:word --field: --suffix: --padding:number --format: --header? -d: --delimiter:",
    "text*",
  ),
  shuf: {
    tier: "read",
    does: "mixes lines",
    flags:
      "-n:number -e -i: -r -z --head-count:number --echo --input-range: --repeat",
    refuses: "-o --output --random-source",
    operands: "read*",
  },
  cloc: {
    tier: "read",
    does: "counts lines of code",
    // Any other name is a program that it runs.
    modes: [
      {
        with: "--vcs",
        value: /^(git|svn|auto)$/,
        tier: "read",
        does: "counts lines of code",
      },
      { with: "--vcs", tier: "critical", does: "runs a program to list files" },
    ],
    flags:
      "--by-file --json --yaml --md --csv --quiet --vcs:word --exclude-dir: --include-lang: --exclude-lang: --not-match-f: --match-f: --by-file-by-lang --hide-rate",
    operands: "read*",
  },
  tokei: {
    tier: "read",
    does: "counts lines of code",
    flags:
      "-f -o:word -s:word -e: -t: --files --output:word --sort:word --exclude: --types: --hidden",
    operands: "read*",
    here: true,
  },
  scc: {
    tier: "read",
    does: "counts lines of code",
    flags: "--by-file -f:word -i: --exclude-dir: --no-cocomo -w -M:",
    operands: "read*",
    here: true,
  },
};

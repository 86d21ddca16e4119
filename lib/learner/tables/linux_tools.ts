import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/**
 * Tools of Linux that can change the machine, and what they only show.
 *
 * Whatever is not listed of them may change the machine: a person sees it each
 * time. Sources: the manual pages of systemd 252, util-linux 2.38 and
 * NetworkManager 1.42.
 */

const shows = (
  does: string,
  names: string,
  flags: string,
): ToolFacts => ({
  ...looks(does),
  flags,
  subcommands: Object.fromEntries(
    names.split(" ").map((name) => [name, looks(does, flags, "text*")]),
  ),
});

/** At a terminal they start a pager, in which any command can be run. */
const pages = (does: string, names: string, flags: string): ToolFacts => ({
  ...looks(does),
  subcommands: Object.fromEntries(
    names.split(" ").map((name) => [
      name,
      {
        tier: "project",
        does,
        once: true,
        flags: `${paged} ${flags}`,
        operands: "text*",
        modes: [{ with: "--no-pager", tier: "read", does }],
      } as const,
    ]),
  ),
});

const paged = "--no-pager --no-legend --json:word";

/** What such tools show, by the tool's name. */
export const linuxTools: Readonly<Record<string, ToolFacts>> = {
  // Not `show` and `cat`, which print the variables of services.
  systemctl: shows(
    "asks for the state of services",
    "status is-active is-enabled is-failed is-system-running list-units list-unit-files list-timers list-sockets list-automounts list-paths list-dependencies list-jobs list-machines get-default",
    `${paged} -l --full --user --system --plain -n:number --lines:number -q --quiet --type:word -t:word --state:word --failed -a --all -r --recursive --reverse --after --before -o:word --output:word --no-ask-password`,
  ),
  timedatectl: {
    ...looks("shows the clock's settings"),
    open: true,
    subcommands: {
      status: looks("shows the clock's settings"),
      show: looks(
        "shows the clock's settings",
        "-p:word --property:word --value",
      ),
      ...pages("lists time zones", "list-timezones", "").subcommands,
    },
  },
  hostnamectl: {
    ...looks("shows the machine's name"),
    open: true,
    subcommands: { status: looks("shows the machine's name", "--json:word") },
  },
  localectl: pages(
    "shows the machine's language",
    "status list-locales list-keymaps list-x11-keymap-models list-x11-keymap-layouts list-x11-keymap-variants list-x11-keymap-options",
    "",
  ),
  loginctl: pages(
    "lists sessions",
    "list-sessions list-users list-seats session-status user-status seat-status show-session show-user show-seat",
    "-a --all -l --full -n:number --lines:number -o:word --output:word -p:word --property:word --value",
  ),
  networkctl: pages(
    "lists networks",
    "list status lldp",
    "-a --all -s --stats",
  ),
  coredumpctl: pages(
    "lists crashes",
    "list",
    "-r --reverse -n:number -S: -U: --since: --until: -1 -q",
  ),
  resolvectl: pages(
    "shows who resolves names",
    "status statistics",
    "-i:word --interface:word",
  ),
  nmcli: {
    ...looks("shows the machine's network"),
    flags:
      "-t -p -f:word -g:word -m:word -c:word --terse --pretty --fields:word --get-values:word --mode:word --colors:word",
    subcommands: {
      general: shows("shows the machine's network", "status permissions", ""),
      device: shows("shows the machine's network", "status show", ""),
      dev: shows("shows the machine's network", "status show", ""),
      connection: shows("shows the machine's network", "show", "--active"),
      con: shows("shows the machine's network", "show", "--active"),
    },
  },
  journalctl: looks(
    "reads the machine's log",
    "-D:read --directory:read --file:read -r -f -x -e -a -q -k -b? -l -N -# -n:number -u:word -p:word -o:word -t:word -S: -U: -g: -F:word --unit:word --user-unit:word --lines:number --since: --until: --priority:word --output:word --output-fields:word --facility:word --field:word --fields --no-pager --no-tail --follow --boot? --list-boots --list-catalog --dump-catalog --dmesg --reverse --catalog --pager-end --grep: --case-sensitive? --identifier:word --utc --all --full --no-full --quiet --disk-usage --verify --header --no-hostname --user --system --merge -m --show-cursor --cursor: --after-cursor: --truncate-newline --help -h --version",
    "text*",
  ),
  dmesg: looks(
    "reads the machine's log",
    "-F:read --file:read -H -T -k -u -x -w -J -p -r -t -e -P -W -S -d -l:word -f:word -L? -s:number -h -V --human --ctime --json --kernel --userspace --decode --follow --follow-new --level:word --facility:word --color? --raw --notime --reltime --show-delta --nopager --noescape --force-prefix --syslog --since: --until: --time-format:word --buffer-size:number --help --version",
  ),
};

/** A tool of which only whole calls are known. */
export interface MachineCalls {
  /** What these calls do, as a clause. */
  readonly does: string;
  /** The calls, as patterns over the words joined by spaces. */
  readonly calls: readonly RegExp[];
  /** What any other call does, unless it changes the machine itself. */
  readonly otherwise?: string;
}

const name = "[\\w.:@-]+";
const address = "[\\w.:/*@-]+";

/**
 * Tools that can change the machine's network or kernel, and how they are
 * called to look. Sources: iproute2's ip(8) and its pages per object,
 * ifconfig(8), route(8), arp(8), sysctl(8), scutil(8), dscl(1), mount(8),
 * crontab(1), service(8).
 */
export const machineCalls: Readonly<Record<string, MachineCalls>> = {
  ip: {
    does: "shows the machine's network",
    calls: [
      new RegExp(
        // Options; `-b` alone would be a file of commands.
        "^((-4|-6|-0|-B|-M|-s|-ss|-d|-o|-j|-p|-h|-iec|-t|-ts|-c|-br|-N|-l \\d+|-rc \\d+|--?(brief|stats|statistics|details|oneline|json|pretty|human|human-readable|timestamp|tshort)|--?c(olor)?(=(auto|always|never))?|-(f|family) (inet6?|link|mpls|bridge)|-(n|netns) [\\w-]+)( |$))*" +
          "(" + [
          "-V",
          "(help)?",
          "(a|addr|address|l|link|r|ro|route|n|ne|nei|neigh|neighbor|neighbour|ru|rule|m|maddr|maddress|mroute|mrule|tunnel|tuntap|ntable|netconf|netc|stats|st|vrf|nexthop|nh|tcp_metrics|addrlabel|token|fou|mptcp endpoint|mptcp limits|ioam namespace)" +
          `( help|( (show|list|lst|ls)( ${address}){0,8})?)?`,
          // Where no word that changes comes first, the shortest will do.
          `(a|addr|address|r|ro|route|n|neigh|ru|rule) sh?( ${address}){0,8}`,
          `(r|ro|route) get( ${address}){1,8}`,
          `(mo|monitor)( (all|link|address|route|mroute|maddress|neigh|netconf|rule|nsid|nexthop|stats|prefix|label|all-nsid|dev ${name})){0,8}`,
          `netns( (list|list-id|monitor|identify( (\\d+|self))?|pids ${name}))?`,
        ].join("|") + ")$",
      ),
    ],
  },
  ifconfig: {
    does: "shows the machine's network",
    calls: [/^((-a|-s|-v|-l|-L|-m)( |$)){0,3}([A-Za-z][\w.]*)?$/],
  },
  route: {
    does: "shows the machine's routes",
    calls: [/^(-n|-e|-ne|-en|-4|-6)?$/],
  },
  arp: {
    does: "shows the machine's neighbours",
    calls: [/^(-a|-n|-an|-na|-e)?( -n)?$/],
  },
  stty: {
    does: "shows the terminal's settings",
    calls: [/^(-a|-g|--all|--save|size|speed)?$/],
  },
  man: {
    does: "finds a manual page",
    calls: [/^-[kfw] [\w.-]+$/],
    otherwise: "starts a pager, in which any command can be run",
  },
  crontab: {
    does: "lists what runs at set times",
    calls: [/^-l$/],
    otherwise: "changes what runs at set times",
  },
  service: {
    does: "asks for the state of services",
    calls: [/^(--status-all|[\w.@-]+ status)$/],
  },
  mount: { does: "lists what is mounted", calls: [/^(-l|-v)?$/] },
  sysctl: {
    does: "shows settings of the kernel",
    calls: [
      // No `=`, which sets, and no -w, -p, -f, --system, --load.
      /^((-[aANnXedoxbihlt]+|--(all|names|values|ignore)|(-r|--pattern) [\w.*-]+)( |$))*([a-z][\w./-]*( |$))*$/,
    ],
  },
  scutil: {
    does: "shows the machine's settings",
    calls: [
      /^--(get (ComputerName|LocalHostName|HostName)|proxy|dns|nwi)$/,
      // A name would be asked for elsewhere.
      /^-r( -W)? (\d{1,3}(\.\d{1,3}){3}|localhost)$/,
      /^-w [A-Z][\w:/.-]+( -t \d{1,4})?$/,
      /^--error \d+$/,
      /^--nc (list|(status|show) [\w-]+)$/,
    ],
  },
  pmset: {
    does: "shows how the machine saves power",
    calls: [
      /^-g( (live|custom|cap|sched|ups|ps|batt|accps|therm|assertions|sysload|ac|log|uuid|history|historydetailed|stats|systemstate|everything))?$/,
    ],
  },
  csrutil: {
    does: "shows what the machine protects",
    calls: [/^(status|authenticated-root status|netboot list)$/],
  },
  kmutil: {
    does: "lists parts of the kernel",
    calls: [
      /^showloaded( --(list-only|sort|collection [a-z]+|variant-suffix [a-z]+))*$/,
    ],
  },
  softwareupdate: {
    does: "lists what is installed",
    calls: [/^--history$/],
  },
  dscl: {
    does: "shows users and groups",
    calls: [
      /^((-q|-raw|-plist|-url) )*(\.|localhost|\/Search|\/Local\/Default) -?(read|readall|list|search)( [\w/.:-]+)*$/,
    ],
  },
};

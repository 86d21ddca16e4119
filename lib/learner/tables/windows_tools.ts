/**
 * A tool of Windows, as it is called from Git Bash: its flags start with a
 * slash, two slashes or a dash, and are written in either case.
 */
export interface WindowsTool {
  /** What it does, as a clause. */
  readonly does: string;
  /** Its flags without what they start with, in lower case. */
  readonly flags: RegExp;
  /** Those among them of which the next word is the value. */
  readonly valued?: RegExp;
  /** Those among them that take the place of the first operand. */
  readonly moves?: RegExp;
  /** Its operands in order, as in the tables of other tools. */
  readonly operands: string;
  /** Whether it looks at its folder when no operand says otherwise. */
  readonly here?: boolean;
}

/**
 * Tools of Windows that only look. What is not listed of them asks a person:
 * `/s` of `tasklist` and `systeminfo` asks another machine, `/f` and `/g` of
 * `findstr` read more files, `ipconfig /release` changes the network.
 *
 * Source: Microsoft's reference of the Windows commands.
 */
export const windowsTools: Readonly<Record<string, WindowsTool>> = {
  findstr: {
    does: "searches files",
    flags: /^([belrsixvnmop]+|offline|a:[0-9a-f]{1,2}|c:.*)$/s,
    moves: /^c:/,
    operands: "text read*",
  },
  tasklist: {
    does: "lists programs",
    flags: /^(svc|v|nh|apps|m|fi|fo)$/,
    valued: /^(fi|fo)$/,
    operands: "text",
  },
  where: {
    does: "finds programs",
    flags: /^[qft]$/,
    operands: "text*",
  },
  systeminfo: {
    does: "shows facts of the machine",
    flags: /^(nh|fo)$/,
    valued: /^fo$/,
    operands: "",
  },
  ipconfig: {
    does: "shows the machine's network",
    flags: /^(all|allcompartments|\?)$/,
    operands: "",
  },
  getmac: {
    does: "shows the machine's network",
    flags: /^(v|nh|fo)$/,
    valued: /^fo$/,
    operands: "",
  },
  driverquery: {
    does: "lists drivers",
    flags: /^(v|nh|si|fo)$/,
    valued: /^fo$/,
    operands: "",
  },
  ver: { does: "prints a version", flags: /^$/, operands: "" },
  dir: {
    does: "lists files",
    flags: /^([bcdlnpqrswx4]|[ao](:?-?[a-z-]{0,6})|t:[acw])$/,
    operands: "names*",
    here: true,
  },
  timeout: {
    does: "waits",
    flags: /^(t|nobreak)$/,
    valued: /^t$/,
    operands: "number",
  },
};

/**
 * Programs that run another program named by their arguments, and the
 * options that come before it. An option that is not listed makes the line
 * opaque, so options that write files or run other text are left out.
 *
 * Sources: the manual pages of GNU coreutils 9 (env, nice, nohup, stdbuf,
 * timeout), findutils 4.9 (xargs), util-linux 2.38 (chrt, ionice, setsid,
 * taskset), bash 5.2 (builtin, command, exec), sudo 1.9, OpenDoas 6.8, GNU
 * time 1.9, BusyBox 1.35, and those of the BSDs where they differ.
 *
 * @module
 */

/** How the payload of a wrapper is found. */
export interface Wrapper {
  /** Options that stand alone. */
  readonly plain: readonly string[];
  /** Options that take a value, attached or as the next word. */
  readonly valued: readonly string[];
  /** Options that take a value only when it is attached. */
  readonly optional?: readonly string[];
  /** Options of the form `-5`. */
  readonly number?: RegExp;
  /** Options with which it prints something instead of running a program. */
  readonly idle?: readonly string[];
  /** Options that name the folder it changes to. */
  readonly directory?: readonly string[];
  /** Options that name what stands for a line of its input. */
  readonly placeholder?: readonly string[];
  /** Whether a lone `-` is an option. */
  readonly dash?: boolean;
  /** What the word before the payload looks like, if there is one. */
  readonly operand?: RegExp;
  /** Whether `NAME=VALUE` may come before the payload. */
  readonly assigns?: boolean;
  /** A first option that holds several words, with what is attached to it. */
  readonly split?: RegExp;
  /** Whether it adds words from its input to the payload. */
  readonly appends?: boolean;
  /** Whether it is a builtin that runs the payload in the shell itself. */
  readonly builtin?: boolean;
}

const help = ["--help", "--version"];

const env: Wrapper = {
  plain: [
    "-i",
    "-0",
    "-v",
    "--ignore-environment",
    "--null",
    "--debug",
    ...help,
  ],
  valued: ["-u", "--unset", "-C", "--chdir"],
  directory: ["-C", "--chdir"],
  idle: help,
  dash: true,
  assigns: true,
  split: /^(?:-S|--split-string(?:=|$))(.*)$/,
};

const timeout: Wrapper = {
  plain: ["-f", "-p", "-v", "--foreground", "--preserve-status", "--verbose"],
  valued: ["-k", "-s", "--kill-after", "--signal"],
  operand: /^\d*\.?\d+[smhd]?$/,
};

const nice: Wrapper = {
  plain: [],
  valued: ["-n", "--adjustment"],
  number: /^--?\d+$/,
};

const stdbuf: Wrapper = {
  plain: [],
  valued: ["-i", "-o", "-e", "--input", "--output", "--error"],
};

const xargs: Wrapper = {
  plain: [
    "-0",
    "-r",
    "-t",
    "-x",
    "--null",
    "--no-run-if-empty",
    "--verbose",
    "--exit",
    ...help,
  ],
  valued: [
    "-d",
    "-E",
    "-I",
    "-J",
    "-L",
    "-n",
    "-P",
    "-R",
    "-S",
    "-s",
    "--delimiter",
    "--max-args",
    "--max-chars",
    "--max-procs",
  ],
  optional: ["-e", "-i", "-l", "--eof", "--max-lines", "--replace"],
  placeholder: ["-I", "-J", "-i", "--replace"],
  idle: help,
  appends: true,
};

const time: Wrapper = {
  plain: ["-p", "-l", "-h", "-v", "-q", "--portability", "--verbose"],
  valued: ["-f", "--format"],
};

/** The wrappers by name. */
export const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ["env", env],
  ["genv", env],
  ["timeout", timeout],
  ["gtimeout", timeout],
  ["nice", nice],
  ["gnice", nice],
  ["nohup", { plain: [], valued: [] }],
  ["gnohup", { plain: [], valued: [] }],
  ["stdbuf", stdbuf],
  ["gstdbuf", stdbuf],
  ["xargs", xargs],
  ["gxargs", xargs],
  ["time", time],
  ["gtime", time],
  ["setsid", {
    plain: ["-c", "-f", "-w", "--ctty", "--fork", "--wait"],
    valued: [],
  }],
  ["ionice", {
    plain: ["-t", "--ignore"],
    valued: ["-c", "-n", "--class", "--classdata"],
  }],
  ["chrt", {
    plain: [
      "-b",
      "-f",
      "-i",
      "-o",
      "-r",
      "--batch",
      "--fifo",
      "--idle",
      "--other",
      "--rr",
    ],
    valued: [],
    operand: /^\d+$/,
  }],
  ["taskset", {
    plain: ["-c", "--cpu-list"],
    valued: [],
    operand: /^(0x)?[\da-f]+([-,:][\da-f]+)*$/i,
  }],
  ["busybox", { plain: [], valued: [] }],
  ["toybox", { plain: [], valued: [] }],
  ["caffeinate", {
    plain: ["-d", "-i", "-m", "-s", "-u"],
    valued: ["-t", "-w"],
  }],
  ["arch", {
    plain: [],
    valued: ["--arch"],
    number: /^-(32|64|i386|x86_64h?|arm64e?)$/,
  }],
  // Its record goes nowhere; to any other file it would be a write.
  ["script", {
    plain: ["-a", "-e", "-F", "-q"],
    valued: [],
    operand: /^\/dev\/null$/,
  }],
  ["command", {
    plain: ["-p", "-v", "-V"],
    valued: [],
    idle: ["-v", "-V"],
    builtin: true,
  }],
  ["builtin", { plain: [], valued: [], builtin: true }],
  ["exec", { plain: ["-c", "-l"], valued: [], builtin: true }],
  ["sudo", {
    plain: [
      "-A",
      "-B",
      "-b",
      "-E",
      "-H",
      "-K",
      "-k",
      "-N",
      "-n",
      "-P",
      "-S",
      "--askpass",
      "--background",
      "--non-interactive",
      "--preserve-env",
      "--set-home",
      "--stdin",
    ],
    valued: [
      "-C",
      "-D",
      "-g",
      "-p",
      "-T",
      "-u",
      "--chdir",
      "--group",
      "--prompt",
      "--user",
    ],
    directory: ["-D", "--chdir"],
    assigns: true,
  }],
  ["doas", { plain: ["-n"], valued: ["-u"] }],
]);

/** Programs that run others in ways that are not looked into. */
export const refusedPrograms: ReadonlyMap<string, string> = new Map([
  ["parallel", "parallel"],
  ["sem", "parallel"],
  ["entr", "entr"],
  ["watch", "watch"],
  ["script", "script"],
  ["su", "su"],
  ["runuser", "runuser"],
  ["chroot", "chroot"],
  ["unshare", "unshare"],
  ["nsenter", "nsenter"],
  ["flock", "flock"],
  ["expect", "expect"],
  ["at", "at"],
  ["batch", "at"],
]);

/**
 * Builtins of bash that do more than run: what each may change or evaluate.
 *
 * Source: bash(1), sections "Shell Builtin Commands", "Shell Variables" and
 * "Arithmetic Evaluation".
 *
 * @module
 */

/** Words that start or end a compound command: bash(1), "RESERVED WORDS". */
export const reservedWords: ReadonlySet<string> = new Set([
  "!",
  "[[",
  "]]",
  "case",
  "coproc",
  "do",
  "done",
  "elif",
  "else",
  "esac",
  "fi",
  "for",
  "function",
  "if",
  "in",
  "select",
  "then",
  "time",
  "until",
  "while",
  "{",
  "}",
]);

/** Builtins that change the working directory. */
export const directoryBuiltins: ReadonlySet<string> = new Set([
  "cd",
  "pushd",
  "popd",
]);

/**
 * Builtins that run text as code, or change what later words of the line
 * mean, however they are called.
 */
export const refusedBuiltins: ReadonlyMap<string, string> = new Map([
  ["eval", "eval"],
  ["source", "sourced file"],
  [".", "sourced file"],
  ["trap", "trap"],
  ["alias", "alias definition"],
  ["unalias", "alias definition"],
  ["let", "evaluated arithmetic"],
  ["enable", "enable"],
  ["fc", "fc"],
  ["bind", "bind"],
  ["jobs", "jobs"],
  ["complete", "completion"],
  ["compgen", "completion"],
  ["compopt", "completion"],
  // The modifiers of zsh run their arguments, or change how they are read.
  ["noglob", "zsh modifier"],
  ["nocorrect", "zsh modifier"],
  ["-", "zsh modifier"],
  ["autoload", "function definition"],
  ["emulate", "zsh modifier"],
  ["foreach", "zsh loop"],
  ["repeat", "zsh loop"],
  // What dash and zsh call `cd` as well.
  ["chdir", "folder change"],
  ["sched", "zsh schedule"],
  ["zmodload", "zsh module"],
]);

/** Builtins that set variables named by their arguments. */
export const variableBuiltins: ReadonlySet<string> = new Set([
  "declare",
  "export",
  "getopts",
  "let",
  "local",
  "mapfile",
  "printf",
  "read",
  "readarray",
  "readonly",
  "typeset",
  "unset",
  "wait",
]);

/** Builtins whose `NAME=VALUE` arguments set variables. */
export const declarationBuiltins: ReadonlySet<string> = new Set([
  "declare",
  "export",
  "local",
  "readonly",
  "typeset",
]);

/** Options of `set` that leave the grammar and the environment alone. */
export const harmlessSetOptions: ReadonlySet<string> = new Set([
  "errexit",
  "nounset",
  "pipefail",
  "xtrace",
  "noglob",
]);

/** Options of `shopt` that let globs match nothing that they did not before. */
export const harmlessShoptOptions: ReadonlySet<string> = new Set([
  "failglob",
  "globstar",
  "nullglob",
]);

/**
 * Variables with a meaning of their own to bash or zsh, whose value is not
 * simply what was assigned last, or that change how the line is read.
 */
export const shellVariables: RegExp =
  /^(_|BASH.*|COMP.*|COPROC.*|DIRSTACK|EPOCH.*|EUID|FUNC.*|GROUPS|HIST.*|HOME|IFS|LANG|LC_.*|LINENO|MAPFILE|OLDPWD|OPT.*|PATH|PIPESTATUS|PPID|PWD|RANDOM|READLINE.*|REPLY|SECONDS|SHELL.*|SHLVL|SRANDOM|UID|argv|cdpath|fignore|fpath|mailpath|manpath|module_path|path|pipestatus|prompt|psvar|status|watch|CDPATH|GLOB.*|EXECIGNORE|FIGNORE|POSIXLY_CORRECT|TMOUT|USERNAME|EGID|GID|ARGC|ERRNO|TTY.*|signals|histchars|words)$/;

/** Variables and parameters that bash keeps to numbers itself. */
export const numberVariables: RegExp =
  /^([#?$!]|BASHPID|EPOCHSECONDS|EUID|LINENO|OPTIND|PPID|RANDOM|SECONDS|SHLVL|SRANDOM|UID)$/;

/** Variables whose assigned value is evaluated as arithmetic. */
export const evaluatedVariables: ReadonlySet<string> = new Set([
  "HISTCMD",
  "LINENO",
  "OPTIND",
  "RANDOM",
  "SECONDS",
]);

/**
 * Variables whose value runs as code, or changes how the rest of the line is
 * read, whoever reads it.
 */
export const refusedVariables: ReadonlySet<string> = new Set([
  "BASHOPTS",
  "BASH_COMPAT",
  "BASH_ENV",
  "ENV",
  "EXECIGNORE",
  "GLOBIGNORE",
  "POSIXLY_CORRECT",
  "PROMPT_COMMAND",
  "PS0",
  "PS4",
  "SHELLOPTS",
]);

/** Options of builtins that take a value, and those whose value is a name. */
export interface ValuedOptions {
  /** Letters of options whose value is the name of a variable. */
  readonly names: string;
  /** Letters of other options with a value. */
  readonly valued: string;
}

/** Builtins whose operands are names of variables, with their options. */
export const valuedOptions: ReadonlyMap<string, ValuedOptions> = new Map([
  ["read", { names: "a", valued: "dinNptu" }],
  ["mapfile", { names: "", valued: "dnOsucC" }],
  ["readarray", { names: "", valued: "dnOsucC" }],
  ["unset", { names: "", valued: "" }],
  ["getopts", { names: "", valued: "" }],
  ["wait", { names: "p", valued: "" }],
]);

/** What is known of a word whose value only running the line could tell. */
export interface Likeness {
  /**
   * What stands in it for what is unknown: digits, the number of a job that
   * the shell itself started, or a plain name that may hold slashes. None of
   * these is split or starts with a dash. Or it holds names of files that the
   * shell cuts wherever they have a space.
   */
  readonly kind: "number" | "job" | "name" | "files";
  /** The value with an example in each place. */
  readonly sample: string;
  /** The pattern that it fits, if there is one. */
  readonly pattern: string | undefined;
  /** Whether nothing in it can be empty. */
  readonly firm: boolean;
}

/** One word of a command line. */
export interface Word {
  /**
   * The word as written, quotes and all. A glob in which variables stand for
   * something known is given with that in their place.
   */
  readonly text: string;
  /**
   * The word as the program receives it, or `undefined` when only running it
   * could tell (expansions, substitutions, globs, braces, a leading `~user`).
   * What follows for certain from earlier in the line is filled in, and so
   * are `~` and `$HOME` where the home directory is known.
   */
  readonly value: string | undefined;
  /**
   * Whether the word holds an unquoted glob, or a variable that stands for the
   * name of a file that one matches, and is otherwise static.
   */
  readonly glob: boolean;
  /**
   * Whether the shell may make several words of it, or none: an unquoted
   * expansion of what is not known, a list such as `"$@"`, or braces.
   */
  readonly splits?: boolean;
  /** What its value looks like, if that is known although the value is not. */
  readonly like?: Likeness;
}

/** A variable set before a command or by a bare assignment. */
export interface Assignment {
  /** The variable's name. */
  readonly name: string;
  /** What is assigned. */
  readonly value: Word;
}

/** Where a command's input or output goes. */
export interface Redirect {
  /** The operator as written: `>`, `>>`, `>|`, `<`, `<>`, `>&`, `&>`, `<<`, … */
  readonly operator: string;
  /** The file descriptor or `{name}` as written, unset for the default. */
  readonly descriptor: string | undefined;
  /** The file, descriptor, or here-document delimiter. */
  readonly target: Word;
  /** The text of a here-document or here-string, if it is one. */
  readonly body?: Word;
  /** Whether it is that of a group, and all commands in there share it. */
  readonly shared?: boolean;
}

/** How a command comes to run inside the line. */
export type Context =
  | "top"
  | "pipe"
  | "subshell"
  | "substitution"
  | "conditional"
  | "loop"
  | "function"
  | "background"
  | "wrapped";

/** Which part of which pipe something is. */
export interface PipePlace {
  /** The pipe, by a number of its own. */
  readonly pipe: number;
  /** The part, counted from 0. */
  readonly part: number;
}

/** One program or builtin that a line can run. */
export interface SimpleCommand {
  /** The command's name; unset for a bare assignment or redirect. */
  readonly name: Word | undefined;
  /**
   * What follows the name. Words that a program such as `xargs` adds from its
   * input stand as one dynamic word, `…`.
   */
  readonly arguments: readonly Word[];
  /** Variables set for it, and those that `export` or `declare` sets. */
  readonly assignments: readonly Assignment[];
  /** Its redirects, and those of the groups around it. */
  readonly redirects: readonly Redirect[];
  /**
   * The directory it runs in, following literal `cd`s from the line's own
   * directory; `undefined` when that cannot be told.
   */
  readonly directory: string | undefined;
  /**
   * Every directory it may run in, likeliest first: more than one after a `cd`
   * that may have failed (`cd web; ls`), none when that cannot be told.
   */
  readonly directories?: readonly string[];
  /** What it is nested in, outermost first; always starts with `top`. */
  readonly contexts: readonly Context[];
  /** Its place in the pipes around it, outermost first. */
  readonly pipes: readonly PipePlace[];
  /** Whether its input comes from another command, a file or a here-document. */
  readonly input: "inherited" | "pipe" | "file" | "text";
  /**
   * The text that it is fed, where a here-document or here-string of its own
   * is all of its input.
   */
  readonly fed?: Word;
  /**
   * Where the words come from that `xargs` adds to it, unset if none does:
   * `inherited` says that nothing in the line feeds it.
   */
  readonly names?: SimpleCommand["input"];
  /** Programs peeled off around it, outermost first: `timeout`, `env`, … */
  readonly wrappers: readonly string[];
}

/** Why some of a line cannot be told from its text. */
export interface Opaque {
  /** A short phrase, such as `eval`, `syntax error`, `bidi character`. */
  readonly reason: string;
  /** The text it is about. */
  readonly text: string;
}

/** A line of shell, taken apart. */
export interface ParsedLine {
  /**
   * Every command that could run, in order of appearance. One whose words hang
   * on a variable with several values, such as that of a `for`, stands once for
   * each of them.
   */
  readonly commands: readonly SimpleCommand[];
  /** Variables that are set by loops and expansions. */
  readonly sets: readonly string[];
  /** Words that a loop goes through. */
  readonly lists: readonly Word[];
  /** What could not be told. Anything here means: ask a person. */
  readonly opaque: readonly Opaque[];
}

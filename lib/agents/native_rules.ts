/** Commands that may run unasked, as far as words alone can say it. */
export interface NativeAllowance {
  /** What people call it, such as `go test *`. */
  readonly title: string;
  /** Whole commands, each as its words; at least one. */
  readonly commands: readonly (readonly string[])[];
  /** All commands that begin alike and go on with any of some words. */
  readonly family?: {
    /** The words that each begins with. */
    readonly start: readonly string[];
    /** The words that may follow, in any order. */
    readonly words: readonly string[];
  };
}

/**
 * What an agent's own permission rules are to say. Every word is plain: it
 * means itself in every shell, JSON, TOML and Starlark text, and in patterns.
 */
export interface NativeRules {
  /** What may run unasked. */
  readonly allowed: readonly NativeAllowance[];
  /** Whole commands that are to be asked about, each as its words. */
  readonly asked: readonly (readonly string[])[];
}

/** An agent's own permission rules. */
export interface NativeText {
  /** The file. */
  readonly text: string;
  /** Where the file belongs, and what it does there, for people. */
  readonly place: string;
  /** The titles of what the agent's syntax cannot say without saying more. */
  readonly unsaid: readonly string[];
}

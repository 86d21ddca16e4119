/**
 * A flag that is there or not.
 *
 * @param brief What it does.
 * @returns The flag.
 */
export function switchFlag<const T extends string>(brief: T) {
  return {
    kind: "boolean",
    brief,
    default: false,
    withNegated: false,
  } as const;
}

/**
 * A flag with a text that may be left out.
 *
 * @param brief What it is for.
 * @param placeholder What the usage calls the text.
 * @returns The flag.
 */
export function textFlag(brief: string, placeholder: string) {
  return {
    kind: "parsed",
    parse: String,
    brief,
    placeholder,
    optional: true,
  } as const;
}

/** Whether to print JSON. */
export const jsonFlag = switchFlag("Print one JSON document");

/** What {@linkcode jsonFlag} gives. */
export interface JsonFlag {
  readonly json: boolean;
}

/** Which tmux server to talk to. */
export const socketFlag = textFlag(
  "The tmux server: a socket's path, or its name as for tmux -L",
  "SOCKET",
);

/** What {@linkcode socketFlag} gives. */
export interface SocketFlag {
  readonly socket?: string;
}

/** Which project it is about. */
export const projectFlag = textFlag(
  "The project's folder  [default = this folder]",
  "DIR",
);

/** What {@linkcode projectFlag} gives. */
export interface ProjectFlag {
  readonly project?: string;
}

/** How much an agent may do without a person. */
export const autonomies = ["supervised", "assisted", "autonomous"] as const;

/** How much passes, for what is only tried. */
export const autonomyFlag = {
  kind: "enum",
  values: autonomies,
  brief: "How much passes the first time  [default = assisted]",
  optional: true,
} as const;

/** What {@linkcode autonomyFlag} gives. */
export interface AutonomyFlag {
  readonly autonomy?: (typeof autonomies)[number];
}

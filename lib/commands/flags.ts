/** The flags that mean the same on every command that has them. */
export const jsonFlag = {
  kind: "boolean",
  brief: "Print one JSON document",
  default: false,
  withNegated: false,
} as const;

/** Which tmux server to talk to. */
export const socketFlag = {
  kind: "parsed",
  parse: String,
  brief: "The tmux server: a socket's path, or its name as for tmux -L",
  placeholder: "SOCKET",
  optional: true,
} as const;

/** What {@linkcode socketFlag} gives. */
export interface SocketFlag {
  readonly socket?: string;
}

/** What {@linkcode jsonFlag} gives. */
export interface JsonFlag {
  readonly json: boolean;
}

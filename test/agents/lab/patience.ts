/**
 * How long a test waits for something that a real client does, in
 * milliseconds: no longer than it takes, but a busy machine takes long.
 */
export const patience = 60_000;

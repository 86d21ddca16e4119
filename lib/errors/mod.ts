/**
 * Errors meant for people: what failed, on which target, what to type next.
 *
 * @module
 */
export * from "./orch_error.ts";

/**
 * Where orch keeps things, derived from the environment.
 *
 * @module
 */
export * from "./paths.ts";

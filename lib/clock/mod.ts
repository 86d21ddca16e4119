/**
 * Time, passed in: the system's clock for programs, a manual one for tests.
 *
 * @module
 */
export * from "./clock.ts";
export * from "./manual_clock.ts";

/**
 * Numbers and pictures, from the journal alone.
 *
 * @module
 */
export * from "./bar_chart.ts";
export * from "./manual_share.ts";

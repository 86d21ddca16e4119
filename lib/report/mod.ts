/**
 * Numbers and pictures, from the journal alone.
 *
 * @module
 */
export * from "./bar_chart.ts";
export * from "./days_between.ts";
export * from "./learning_svg.ts";
export * from "./manual_share.ts";
export * from "./rules_by_day.ts";

/**
 * The loop that joins panes, decisions, answers and lessons.
 *
 * @module
 */
export * from "./carry_out.ts";
export { hookAddress } from "./hook_address.ts";
export type { FoundRecord } from "./find_record.ts";
export * from "./lessons.ts";
export * from "./monitor.ts";
export * from "./notice.ts";
export * from "./record_place.ts";
export * from "./record_reader.ts";
export * from "./same_request.ts";
export * from "./server_terminal.ts";
export * from "./summary.ts";
export * from "./unknown_screens.ts";
export type { WakeUps } from "./wake_ups.ts";

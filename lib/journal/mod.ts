/**
 * The one store: every agent, request, verdict and answer, written down before
 * it is acted on and closed after.
 *
 * SQLite in WAL mode; several processes read and write at once.
 *
 * @module
 */
export * from "./agent_ledger.ts";
export * from "./agent_record.ts";
export * from "./event_record.ts";
export * from "./journal.ts";
export * from "./ledger.ts";
export * from "./limit_ledger.ts";
export * from "./limit_record.ts";
export * from "./own_file_ledger.ts";
export { isMasked } from "./mask_request.ts";
export type { RequestFilter } from "./request_filter.ts";
export * from "./request_ledger.ts";
export * from "./request_record.ts";
export type { RequestTally } from "./request_tally.ts";

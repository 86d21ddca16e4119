/**
 * Words how long ago something was.
 *
 * @example Usage
 * ```ts
 * import { ago } from "./ago.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(ago(5_000), "5s");
 * assert.equal(ago(2 * 60 * 60 * 1000), "2h");
 * ```
 *
 * @param milliseconds How long.
 * @returns The largest unit that fits, rounded down.
 */
export function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 60 * 60) return `${Math.floor(seconds / 60)}m`;
  if (seconds < 24 * 60 * 60) return `${Math.floor(seconds / 3600)}h`;
  return `${Math.floor(seconds / (24 * 3600))}d`;
}

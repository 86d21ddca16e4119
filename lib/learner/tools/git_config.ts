import type { Word } from "../../shell/mod.ts";
import type { Assessment } from "../assessment/mod.ts";
import {
  configReading,
  harmlessSearch,
  harmlessSetting,
  settableTo,
} from "../tables/git_settings.ts";

/**
 * Judges a call of `git config`: to read a setting that holds nothing secret,
 * or to set one of this repository that runs nothing.
 *
 * @param words The words after `config`.
 * @param found The assessment to add to.
 */
export function assessConfig(words: readonly Word[], found: Assessment): void {
  const values = words.map((word) => word.value);
  if (isSet(values, found)) return;
  const key = values.at(-1);
  const before = values.slice(0, -1);
  const searches = before.includes("--get-regexp");
  const reads = before.every((value) =>
    value === "--get-regexp" || configReading.test(value ?? "?")
  );
  const harmless = searches ? harmlessSearch : harmlessSetting;
  if (!reads || key === undefined || !harmless.test(key)) {
    return found.never(
      "critical",
      "reads or changes git's configuration, which can run programs",
    );
  }
  found.operand(`=${key}`);
  found.does("read", "reads a setting of git");
}

/** Whether a harmless setting of this repository is set, or unset. */
function isSet(
  values: readonly (string | undefined)[],
  found: Assessment,
): boolean {
  const rest = values.filter((value) => value !== "--local");
  const unsets = /^(--unset|unset)$/.test(rest[0] ?? "");
  if (unsets || rest[0] === "set") rest.shift();
  const [key, value, ...more] = rest;
  if (key === undefined || more.length > 0) return false;
  const known = settableTo.find(([pattern]) => pattern.test(key));
  if (known === undefined || unsets === (value !== undefined)) return false;
  if (!unsets && !known[1].test(value ?? "\n")) return false;
  found.operand(`=${key.toLowerCase()}`);
  found.does("project", `sets ${key} of this repository`);
  // Whose name commits bear, a person should have seen.
  if (/^user\./i.test(key)) {
    found.operand(`=${value ?? ""}`);
    found.once(`sets ${key} of this repository`);
  }
  return true;
}

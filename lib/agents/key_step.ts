import type { KeyStep, OptionMeaning, Request } from "./agent.ts";

/** Kinds of dialogs that a plain no answers without ending something else. */
const deniable = new Set(["command", "write", "edit", "read", "fetch", "mcp"]);

/**
 * The key for dialogs whose rows show the key that chooses them, and that
 * Escape denies.
 *
 * @example Usage
 * ```ts
 * import { shownKey } from "./key_step.ts";
 * import assert from "node:assert/strict";
 *
 * const request = {
 *   kind: "command",
 *   complete: true,
 *   options: [
 *     { key: "1", label: "Yes", meaning: "once" },
 *     { key: "2", label: "No", meaning: "deny" },
 *   ],
 *   selected: 0,
 *   fingerprint: "",
 *   evidence: [],
 * } as const;
 * assert.deepEqual(shownKey(request, "once"), { key: "1", final: true });
 * assert.deepEqual(shownKey(request, "deny"), { key: "Escape", final: true });
 * ```
 *
 * @param request The dialog.
 * @param meaning The answer.
 * @returns The key; `undefined` when the dialog has no such answer.
 */
export function shownKey(
  request: Request,
  meaning: "once" | "deny",
): KeyStep | undefined {
  if (meaning === "deny") {
    return deniable.has(request.kind)
      ? { key: "Escape", final: true }
      : undefined;
  }
  const at = onlyOption(request, meaning);
  const key = at === undefined ? undefined : request.options[at]?.key;
  return key === undefined ? undefined : { key, final: true };
}

/**
 * The next key towards an option whose row shows no key: the highlight is
 * moved one row at a time, and Enter is pressed on the row that is wanted,
 * while it is visibly highlighted.
 *
 * @param request The dialog as it is at this moment.
 * @param meaning The answer.
 * @param highlighted How a row looks while it is highlighted, trimmed.
 * @returns The key; `undefined` when there is no such option or no highlight.
 */
export function movedKey(
  request: Request,
  meaning: OptionMeaning,
  highlighted: (label: string) => string,
): KeyStep | undefined {
  const at = onlyOption(request, meaning);
  if (at === undefined || request.selected === undefined) return undefined;
  const label = request.options[request.selected]?.label ?? "";
  const rows = [highlighted(label)];
  if (at === request.selected) return { key: "Enter", rows, final: true };
  return { key: at > request.selected ? "Down" : "Up", rows, final: false };
}

/**
 * Finds the option with a meaning. Two rows that mean the same are two rows
 * that were not understood.
 *
 * @param request The dialog.
 * @param meaning The meaning.
 * @returns The option's index; `undefined` unless there is exactly one.
 */
export function onlyOption(
  request: Request,
  meaning: OptionMeaning,
): number | undefined {
  const fitting = request.options.flatMap((option, at) =>
    option.meaning === meaning ? [at] : []
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

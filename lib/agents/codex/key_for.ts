import type { KeyStep, Request } from "../agent.ts";
import { movedKey } from "../key_step.ts";
import { shownLetter } from "./wordings.ts";

/** Kinds that Escape denies without ending something else. */
const deniable = new Set(["command", "edit", "fetch", "mcp"]);

/**
 * Says which key gives an answer to a dialog of Codex's.
 *
 * An approval is given by the letter that its own row shows: the digits change
 * their meaning from dialog to dialog. A row that shows no letter is chosen by
 * Enter, once it is visibly highlighted.
 *
 * @param request The dialog.
 * @param meaning The answer.
 * @returns The key; `undefined` when the dialog has no such answer.
 *
 * @example Usage
 * ```ts
 * import { keyFor } from "./key_for.ts";
 * import assert from "node:assert/strict";
 *
 * const request = {
 *   kind: "command",
 *   complete: true,
 *   options: [
 *     { key: "1", label: "Yes, proceed (y)", meaning: "once" },
 *     { key: "2", label: "No (esc)", meaning: "deny" },
 *   ],
 *   selected: 0,
 *   fingerprint: "",
 *   evidence: [],
 * } as const;
 * assert.deepEqual(keyFor(request, "once"), { key: "y", final: true });
 * assert.deepEqual(keyFor(request, "deny"), { key: "Escape", final: true });
 * ```
 */
export function keyFor(
  request: Request,
  meaning: "once" | "deny",
): KeyStep | undefined {
  if (meaning === "deny") {
    return deniable.has(request.kind)
      ? { key: "Escape", final: true }
      : undefined;
  }
  const fitting = request.options.filter((option) => option.meaning === "once");
  const [option] = fitting;
  if (option === undefined || fitting.length > 1) return undefined;
  switch (request.kind) {
    case "mcp":
      return option.key === undefined
        ? undefined
        : { key: option.key, final: true };
    case "trust":
      return movedKey(
        request,
        "once",
        (label) => `› ${request.options[request.selected ?? 0]?.key}. ${label}`,
      );
    default: {
      const letter = shownLetter.exec(option.label)?.[1];
      return letter === undefined ? undefined : { key: letter, final: true };
    }
  }
}

import type { OptionMeaning, RequestKind } from "../agent.ts";

// The words and signs that both the drawing and the reading rely on.

/** Begins the row of what a call printed. */
export const resultSign = "⎿";

/** Signs in the first cell of the transcript. Nothing else stands there. */
export const signs = {
  say: "•",
  message: "❯",
  pending: "○",
  approved: "●",
  denied: "⊘",
  withdrawn: "◌",
  trouble: "✗",
  notice: "✻",
} as const;

/** The pictures of the spinner. */
export const spinner: readonly string[] = ["✢", "✳", "✶", "✽"];

/** What an empty composer shows, drawn faint. */
export const placeholder = "Type a message";

/** Under the composer while it waits. */
export const idleFooter = "? for shortcuts";

/** Under the composer while it works. */
export const workingFooter = "esc to interrupt";

/** Ends a dialog with numbers. */
export const numberedFooter = "Esc to cancel";

/** Ends a dialog without numbers. */
export const unnumberedFooter = "Enter to confirm · Esc to cancel";

/** What a denied call shows instead of output. */
export const deniedResult = "Denied";

/** What a call shows that was taken back before it was answered. */
export const withdrawnResult = "Withdrawn";

/** Precedes the time at which a usage limit ends. */
export const limitMessage = "Usage limit reached · resets ";

/** Precedes what failed. */
export const errorMessage = "Error: ";

/** Printed when the rehearsal is over; the code follows. */
export const endMessage = "Rehearsal ended with code ";

/** The titles of the dialogs and what each asks for. */
export const titles: Readonly<Record<string, RequestKind>> = {
  "Run command": "command",
  "Create file": "write",
  "Overwrite file": "write",
  "Edit file": "edit",
  "Trust this folder": "trust",
  "Question": "question",
};

/** What allows a call this time. */
export const onceLabel = "Yes";

/** What allows a command from now on; the pattern follows. */
export const alwaysLabel = "Yes, and don't ask again for: ";

/** What allows writing files from now on. */
export const alwaysEditLabel = "Yes, and allow all edits during this session";

/** What denies a call. */
export const denyLabel = "No";

/** What trusts a folder. */
export const trustLabel = "Yes, I trust this folder";

/** What does not trust a folder. */
export const distrustLabel = "No, exit";

/**
 * Tells what choosing an option does.
 *
 * @param kind What its dialog asks for.
 * @param label The option's words.
 * @returns The meaning.
 */
export function meaningOf(kind: RequestKind, label: string): OptionMeaning {
  if (kind === "question") return "other";
  if (kind === "trust") {
    if (label === trustLabel) return "once";
    return label === distrustLabel ? "deny" : "other";
  }
  if (label === onceLabel) return "once";
  if (label === denyLabel) return "deny";
  const always = label.startsWith(alwaysLabel) || label === alwaysEditLabel;
  return always ? "always" : "other";
}

/**
 * What Codex writes on its screens, as seen in releases 0.98.0 and 0.169.0.
 * Data only: where a wording changes, this is the file to change.
 */
import type { OptionMeaning, RequestKind } from "../agent.ts";

/** Titles of dialogs that ask for an approval, and what they ask for. */
export const approvalTitles: readonly (readonly [RegExp, RequestKind])[] = [
  [/^Would you like to run the following command\?$/, "command"],
  [/^Would you like to make the following edits\?$/, "edit"],
  [/^Do you want to approve network access to "(.*)"\?$/, "fetch"],
  [/^Would you like to grant these permissions\?$/, "question"],
  [
    /^Would you like to send input to (?:the existing )?terminal\b.*\?$/,
    "question",
  ],
];

/** How the row of such a title begins. */
export const titleStart: RegExp =
  /^ {2}(?:Would you like to (?:run|make|grant|send)|Do you want to approve) /;

/** The line under an approval's options, its rows joined. */
export const approvalFooter: RegExp =
  /^Press enter to confirm or esc to cancel$/;

/** Shown where the middle of a dialog is left out, and how to see it. */
export const leftOut: RegExp = /^ {2}\[… \d+ lines?\]/;

/** Shown above and below a list of options that does not fit. */
export const scrolledAway: RegExp = /^[↑↓]/;

/** In an approval, where the command would run; anything else is remote. */
export const environmentRow: RegExp = /^ {2}Environment: local$/;

/** In an approval, what the model says it is for. */
export const reasonRow: RegExp = /^ {2}Reason: (.*)$/;

/** In an approval of edits, what they are for. */
export const descriptionRow: RegExp = /^ {2}(?:Description|Reason): (.*)$/;

/** In an approval of edits, the files. */
export const destinationRow: RegExp = /^ {2}Destination:(?: (\S.*))?$/;

/** In an approval, the conversation of the helper that asks. */
export const threadRow: RegExp = /^ {2}Thread: (.*)$/;

/** What labels mean, by the dialog's kind. Only whole labels are known. */
export const meanings: Readonly<
  Partial<Record<RequestKind, readonly (readonly [RegExp, OptionMeaning])[]>>
> = {
  command: [
    [/^Yes, proceed(?: \(y\))?$/, "once"],
    [
      /^Yes, and don't ask again for commands that start with `/,
      "always",
    ],
    [/^Yes, and don't ask again for this command\b.*$/, "always"],
    [/^Yes, and allow these permissions for this session\b.*$/, "always"],
    [/^No, and tell Codex what to do differently \(esc\)$/, "deny"],
    [/^No, continue without running it\b.*$/, "other"],
  ],
  edit: [
    [/^Yes, proceed(?: \(y\))?$/, "once"],
    [/^Yes, and don't ask again for these files \(a\)$/, "always"],
    [/^No, and tell Codex what to do differently \(esc\)$/, "deny"],
  ],
  fetch: [
    [/^Yes, just this once(?: \(y\))?$/, "once"],
    [/^Yes, and allow this host\b.*$/, "always"],
    [/^No, and tell Codex what to do differently \(esc\)$/, "deny"],
    [/^No, and block this host in the future\b.*$/, "other"],
  ],
  mcp: [
    [/^Allow {2,}Run the tool and continue$/, "once"],
    [/^Allow for this session {2,}\S.*$/, "always"],
    [/^Always allow {2,}\S.*$/, "always"],
    [/^Cancel {2,}Cancel this tool call$/, "deny"],
  ],
  trust: [
    [/^Trust and continue$/, "once"],
    [/^(?:Back to Agent Command Center|No, quit|Quit)$/, "deny"],
  ],
};

/** The label that an approved prefix stands in, between backquotes. */
export const prefixLabel: RegExp =
  /^Yes, and don't ask again for commands that start with `(.*)` \(p\)$/s;

/** In a label, the letter that chooses it. */
export const shownLetter: RegExp = / \(([a-z])\)$/;

/** What an MCP server's tool asks in. */
export const mcpQuestion: RegExp =
  /^Allow the (\S+) MCP server to run tool "([^"]+)"\?$/;

/** Of a call's arguments, no more are shown, and nothing tells of others. */
export const mostArguments: number = 3;

/** The row above an MCP server's question. */
export const mcpField: RegExp = /^ {2}Field \d+\/\d+$/;
/** The last row of an MCP server's question. */
export const mcpFooter: RegExp = /^ {2}enter to submit \| esc to cancel$/;

/** The row above a question of the model's own. */
export const questionRow: RegExp =
  /^ {2}Question \d+\/\d+(?: \(\d+ unanswered\))?$/;

/** The title of the question about a folder. */
export const trustTitle: RegExp = /^ {2}Folder access$/;
/** The last row of the question about a folder. */
export const trustFooter: RegExp =
  /^ {2}enter continue(?: and create sandbox)? · esc back$/;

/** Titles of dialogs at the start that only a person can answer. */
export const startupTitles: readonly RegExp[] = [
  /^ {2}Hooks need review$/,
  /^ {2}Codex just got an upgrade\b/,
  /^ {2}Update available · /,
  /\bUpdate available!/,
  /^ {2}Select an open-source provider$/,
  /^ *Welcome to (?:.*)Codex\b/,
];

/** Last rows of screens on which Codex waits for a choice or a key. */
export const waitingFooter: RegExp =
  /^ {2,}(?:.*\b(?:enter|esc|tab|q|space)(?: to)? (?:confirm|select|continue|submit|exit|quit|go back|back|skip|interrupt|cancel|close|add notes|dismiss|toggle|save)\b.*|Use ↑\/↓ to move.*)$/i;

/** The row that says that a turn runs. */
export const runningRow: RegExp =
  /^[•◦] .*\((?:\d+h ?)?(?:\d+m ?)?\d+s • .+ to interrupt\)/;

/** The row that closes a turn in releases that draw one. */
export const turnSummary: RegExp = /^ {2}Worked for .*\d[hms]\b/;

/** What stands under the composer in some releases. */
export const statusRow: RegExp = / · (?:[/~]|[A-Za-z]:\\)/;
/** What stands under the composer in others. */
export const hintRow: RegExp =
  /\? for shortcuts|context left|for agents|to view$|tab to queue|again to (?:quit|interrupt|edit)/;

/** Under a composer in which a command of Codex's own is begun. */
export const commandRow: RegExp = /^ {2}\/[a-z-]+ {2,}\S/;

/** In the title that Codex gives its pane while it works. */
export const workingTitle: RegExp = /^[\u2801-\u28ff] /;

/** In the title that Codex gives its pane while it asks. */
export const askingTitle: RegExp = /^\[ [!.] \] Action Required\b/;

/** Begins a notice of Codex's own in the transcript. */
export const notice: RegExp = /^■ /;

/** The notice after a turn that a person stopped. */
export const interrupted: RegExp = /^Conversation interrupted\b/;

/** The notice after a turn that met a usage limit. */
export const limit: RegExp =
  /^You['’]ve hit your usage limit\b|^(?:Your )?[Uu]sage limit reached\b/;

/** The time in that notice. */
export const resetTime: RegExp = /\btry again (?:at|in) (.+?)\.?$/i;

/** Composer texts that nobody typed, for captures without escapes. */
export const placeholders: readonly RegExp[] = [
  /^Ask Codex to do anything$/,
  /^Explain this codebase$/,
  /^Summarize recent commits$/,
  /^Implement \{feature\}$/,
  /^Find and fix a bug in @filename$/,
  /^Write tests for @filename$/,
  /^Improve documentation in @filename$/,
  /^Run \/review on my current changes$/,
  /^Use \/skills to list available skills$/,
];

/** In the transcript: what a person answered. */
export const decided: readonly (readonly [RegExp, "approved" | "denied"])[] = [
  [
    /^✔ You approved codex (?:to (?:always )?run|.* to run|this)\b/i,
    "approved",
  ],
  [/^✗ You (?:canceled|did not approve|denied|rejected)\b/i, "denied"],
];

/** Highlights an option, after its indentation. */
export const highlight: RegExp = /^( *)› /;

/** The first row of an option. */
export const optionRow: RegExp = /^ *(?:› )?\d+\. /;

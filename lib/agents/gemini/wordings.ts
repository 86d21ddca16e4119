/**
 * What Gemini CLI writes on its screens, as seen in release 0.61.0. Data only:
 * where a wording changes, this is the file to change.
 */
import type { OptionMeaning, RequestKind } from "../agent.ts";

/** Names of tools in a dialog's first row and what they ask for. */
export const toolKinds: Readonly<Record<string, RequestKind>> = {
  Shell: "command",
  Edit: "edit",
  WriteFile: "write",
  WebFetch: "fetch",
  GoogleSearch: "fetch",
  ReadFile: "read",
  ReadManyFiles: "read",
  ReadFolder: "read",
};

/** First row of a dialog for a command or a change: the tool and a summary. */
export const callHeader: RegExp = /^ \? (Shell|Edit|WriteFile)(?: +(\S.*))?$/;

/** How many calls wait, at the end of a first row. */
export const queueCount: RegExp = / +\d+ of \d+$/;

/** Titles of the other dialogs in the same frame, and what they ask for. */
export const titles: Readonly<Record<string, RequestKind>> = {
  "Action Required": "question",
  "Answer Questions": "question",
  "Ready to start implementation?": "plan",
};

/** The row that names the tool, under `Action Required`. */
export const toolRow: RegExp = /^ [?o⊷✓✗x-]\s+(\S.*)$/;

/** In that row, a tool of an MCP server. */
export const mcpTool: RegExp = /^(\S+) \((.+) MCP Server\)(?: |$)/;

/** Asks whether a command may run; what runs commands is in brackets. */
export const commandQuestion = "Allow execution of [Shell]?";

/** A note under that question, about `>` in the command. */
export const redirectionNote: RegExp =
  /^Redirection detected\. To auto-accept, press \S+$/;

/** Asks whether a file may be changed. */
export const changeQuestion = "Apply this change?";

/** Asks whether a command may have more than its sandbox gives. */
export const sandboxQuestion: RegExp =
  /^To run \[.*\], allow access to the following\?/;

/** Asks whether an MCP tool may be called. */
export const mcpQuestion: RegExp =
  /^Allow execution of MCP tool "(.+)" from server "(.+)"\?$/;

/** Asks whether pages may be fetched. */
export const fetchQuestion = "Do you want to proceed?";

/** Above the pages that would be fetched. */
export const fetchHeading = "URLs to fetch:";

/** Stands in for arguments of an MCP tool that are not shown. */
export const foldedDetails: RegExp =
  /^\(press \S+ to expand MCP tool details\)$/;

/** Stands in for rows that are not shown. */
export const foldedRows: RegExp =
  /^\.\.\. (?:(?:first|last) )?\d+ (?:lines? )?hidden\b.* \.\.\.$/;

/** Begins a summary of a new file. */
export const writeSummary = "Writing to ";

/** Begins a summary of a change that makes a file. */
export const createSummary = "Create ";

/** What choosing does, by label, the more particular first. */
export const meanings: readonly (readonly [RegExp, OptionMeaning])[] = [
  [/^Allow once$/, "once"],
  [
    /^Allow (?:(?:tool |all server tools |this command )?for (?:this session|all future sessions)|for this file in all future sessions)(?: ~\/\.gemini\/policies\/.*)?$/,
    "always",
  ],
  [/^No, suggest changes \(esc\)$/, "deny"],
];

/** What choosing does where the folder's trust is asked for. */
export const trustMeanings: readonly (readonly [RegExp, OptionMeaning])[] = [
  [/^Trust folder \(.*\)$/, "once"],
  [/^Trust parent folder \(.*\)$/, "always"],
  [/^Don['’]t trust/, "deny"],
];

/** What choosing does where a plan is to be carried out. */
export const planMeanings: readonly (readonly [RegExp, OptionMeaning])[] = [
  [/^Yes, manually accept edits$/, "once"],
];

/** Asks for the folder's trust. */
export const trustQuestion = "Do you trust the files in this folder?";

/** Screens that a start-up stops at, by a row in them. */
export const startupRows: readonly RegExp[] = [
  /^\?? ?Get started$/,
  /^How would you like to authenticate for this project\?$/,
  /^Enter Gemini API Key$/,
  /^Waiting for authentication\.\.\./,
  /^New Agents Discovered$/,
  /^Do you want to accept and load these policies\?$/,
  /^Further action is required to use this service\.$/,
  /^Do you want to connect .* to Gemini CLI\?/,
];

/** Says, in a menu of ways out, that a usage limit is met. */
export const limitRow: RegExp =
  /^(?:Usage limit reached for .*|.*(?:quota|capacity|high demand|usage limit).*)$/i;

/** Choices that only such a menu has. */
export const limitChoices: RegExp =
  /^(?:Keep trying|Switch to \S+|Stop(?: - Abort request)?|Use AI Credits\b.*|Get AI Credits\b.*|Manage - .*|Upgrade for higher limits)$/;

/** The time at which a limit ends. */
export const resetTime: RegExp =
  /\b(?:Access resets at|resets? (?:at|after|in)|try again (?:at|in)|retry in) (.+?)(?:\.(?: |$)|$)/i;

/** The last row of dialogs that wait for a choice. */
export const waitingFooter: RegExp =
  /(?:\b(?:Enter|Tab|Esc|Space|Ctrl\+\S+) to \w+|\(Use Enter to select\b.*\)|\(Press .* to .*\))/;

/** Begins the composer's first row: a prompt's, a shell's, an unasked one's. */
export const composerSign: RegExp = /^ ([>!*]|\(r:\))(?: |$)/;

/** What an empty composer shows. */
export const placeholder: RegExp =
  /^ {0,3}(?:Type your message or @path\/to\/file|Type your shell command|Press '(?:Esc|i)' for (?:NORMAL|INSERT) mode\.?)/;

/** Above the composer while a turn runs: a sign, what it does, for how long. */
export const spinner: RegExp =
  /^ *[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏⠛⠿…\S] .*\(esc to cancel(?:, (?:\d+[hms] ?)+)?\)/;

/** A row that begins a message: a prompt, an answer, a note, a failure. */
export const messageStart: RegExp = /^(?: > |✦ |ℹ |✕ |⚠ |▲ |╭)/;

/** How a turn that failed ends. */
export const failure: RegExp = /^✕ (\S.*)$/;

/** How a turn that met a usage limit ends. */
export const limitFailure: RegExp =
  /\b(?:quota|RESOURCE_EXHAUSTED|rate limit|usage limit|daily limit)\b/i;

/** Notes after a failure that belong to it. */
export const failureNote: RegExp = /^ℹ This request failed\./;

/** Printed when it ends. */
export const farewell: RegExp =
  /^│ +(?:Agent powering down\. Goodbye!|To resume this session: gemini --resume .*)/;

/** In the transcript, a call that was turned down. */
export const turnedDown: RegExp = /^(?:│| {2}) - {2}/;

/** In the transcript, a call that ended well. */
export const carriedOut: RegExp = /^(?:│| {2}) ✓ {2}/;

/** In the transcript, a call that failed. */
export const failed: RegExp = /^(?:│| {2}) [x✗✕] {2}/;

/** A prompt in the transcript. */
export const promptRow: RegExp = /^ > \S/;

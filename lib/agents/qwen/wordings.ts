/**
 * What Qwen Code writes on its screens, as seen in release 0.15.10. Data only:
 * where a wording changes, this is the file to change.
 */
import type { OptionMeaning, RequestKind } from "../agent.ts";

/** Names of tools in a dialog's first row and what they ask for. */
export const toolKinds: Readonly<Record<string, RequestKind>> = {
  Shell: "command",
  Edit: "edit",
  WriteFile: "write",
  NotebookEdit: "edit",
  WebFetch: "fetch",
  WebSearch: "fetch",
  ReadFile: "read",
  ListFiles: "read",
  Glob: "read",
  Grep: "read",
  AskUserQuestion: "question",
  ExitPlanMode: "plan",
};

/**
 * First row of a dialog: the tool, a summary, and the arrow at what waits. A
 * summary with newlines goes on in the next rows.
 */
export const callHeader: RegExp = /^ \? {2}(\S+)(?: (.*?))? +←$/;

/** In the summary, a tool of an MCP server. */
export const mcpSummary: RegExp = /^\((.+) MCP Server\)(?: (.*))?$/;

/** Asks whether a command may run; names its programs. */
export const commandQuestion: RegExp = /^Allow execution of: '.*'\?$/;

/** Asks whether a file may be changed. */
export const changeQuestion = "Apply this change?";

/** Asks whether an MCP tool may be called. */
export const mcpQuestion: RegExp =
  /^Allow execution of MCP tool "(.+)" from server "(.+)"\?$/;

/** Asks whether pages may be fetched. */
export const fetchQuestion = "Do you want to proceed?";

/** Above the pages that would be fetched. */
export const fetchHeading = "URLs to fetch:";

/** Asks whether a plan may be carried out. */
export const planQuestion = "Would you like to proceed?";

/** Stands in for rows that are not shown. */
export const foldedRows: RegExp =
  /^\.\.\. (?:first|last) \d+ lines? hidden \.\.\.$/;

/** What may follow a command in its summary. */
export const summaryEnd: RegExp =
  /^(?: \[background\]| \[timeout: \d+ms\])?(?: \(.*)?$/;

/** Follows a command that is to run in another folder. */
export const elsewhere: RegExp = /^ \[in /;

/** Begins a summary of a new file. */
export const writeSummary = "Writing to ";

/** Begins a summary of a change that makes a file. */
export const createSummary = "Create ";

/** What choosing does, by label, the more particular first. */
export const meanings: readonly (readonly [RegExp, OptionMeaning])[] = [
  [/^Yes, allow once$/, "once"],
  [/^(?:Yes, )?[Aa](?:llow always|lways allow\b.*)$/, "always"],
  [/^No, suggest changes \(esc\)$/, "deny"],
  [/^Yes, and manually approve edits$/, "once"],
  [/^No, keep planning \(esc\)$/, "deny"],
  [/^No$/, "deny"],
];

/** What choosing does where the folder's trust is asked for. */
export const trustMeanings: readonly (readonly [RegExp, OptionMeaning])[] = [
  [/^Trust folder \(.*\)$/, "once"],
  [/^Trust parent folder \(.*\)$/, "always"],
  [/^Don['’]t trust/, "deny"],
];

/** Asks for the folder's trust. */
export const trustQuestion = "Do you trust this folder?";

/** Screens that a start-up stops at, by a row in them. */
export const startupRows: readonly RegExp[] = [
  /^(?:Select |How would you like to )?[Aa]uthenticat/,
  /^Get started$/,
  /^Enter (?:your )?API [Kk]ey/,
];

/** Under a dialog about a call: it waits. */
export const waitingRow: RegExp = /^ *\S Waiting for user confirmation\.\.\./;

/** Between them, where rows of the dialog are folded. */
export const moreRows: RegExp = /^ *Press ctrl-s to show more lines$/;

/** The last row of dialogs that wait for a choice. */
export const waitingFooter: RegExp =
  /(?:\b(?:Enter|Tab|Esc|Space)(?:: | to )\w+|\(Use Enter to select\b.*\)|\((?:Press|esc) .*\))/;

/** Begins the composer's first row: a prompt's, a shell's, an unasked one's. */
export const composerSign: RegExp = /^(?:[>!*]|\(r:\))(?: |$)/;

/** What an empty composer shows. */
export const placeholder: RegExp =
  /^ {0,3}(?:Type your message or @path\/to\/file|Type your shell command|Press '(?:Esc|i)' for (?:NORMAL|INSERT) mode\.?)/;

/** Above the composer while a turn runs: dots, a phrase, for how long. */
export const spinner: RegExp =
  /^ {1,4}\S.*\((?:(?:\d+[hms] ?)+ · )?(?:.* · )?esc to cancel\)$/;

/** Above the composer while what it needs is loaded. */
export const starting: RegExp = /^ *\S+ +Initializing\.\.\./;

/** A row that begins a message: a prompt, an answer, a note, a failure. */
export const messageStart: RegExp = /^ {2}(?:> |✦ |● |ℹ |✕ |⚠ |╭)/;

/** A prompt in the transcript. */
export const promptRow: RegExp = /^ {2}> \S/;

/** How a turn that failed ends. */
export const failure: RegExp = /^✕ (\S.*)$/;

/** What it offers after a failure. */
export const retryHint: RegExp = / *\(Press Ctrl\+Y to retry\)$/;

/** How a turn that met a usage limit ends. */
export const limitFailure: RegExp =
  /\b(?:quota|rate limit|usage limit|insufficient_quota|Too Many Requests)\b|\b429\b/i;

/** The time at which a limit ends. */
export const resetTime: RegExp =
  /\b(?:resets? (?:at|after|in)|try again (?:at|in)|retry in) (.+?)(?:[.)](?: |$)|$)/i;

/** Printed when it ends. */
export const farewell: RegExp =
  /^ *│ +(?:Agent powering down\. Goodbye!|To (?:resume|continue) this session,? run:? .*)/;

/** In the transcript, a call that was turned down. */
export const turnedDown: RegExp = /^ {2}│ - {2}/;

/** In the transcript, a call that ended well. */
export const carriedOut: RegExp = /^ {2}│ ✓ {2}/;

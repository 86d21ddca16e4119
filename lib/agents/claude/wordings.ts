/**
 * What Claude Code writes on its screens, as seen in releases 2.1.197 and
 * 2.1.330. Data only: where a wording changes, this is the file to change.
 */
import type { RequestKind } from "../agent.ts";

/** Titles under the frame of a permission dialog and what they ask for. */
export const permissionTitles: Readonly<Record<string, RequestKind>> = {
  "Bash command": "command",
  "Create file": "write",
  "Overwrite file": "write",
  "Edit file": "edit",
  "Edit notebook": "edit",
  "Read file": "read",
  "Fetch": "fetch",
  "Tool use": "mcp",
};

/** A title with the path beside it (2.0.76), which may be cut at its start. */
export const titledFile: RegExp =
  /^((?:Create|Overwrite|Edit) (?:file|notebook))(?: |(?=…))(.+)$/;

/** In the title, between what is asked for and the helper that asks. */
export const helperTitle: RegExp = / · from the (.+) agent$/;

/** Questions that tell the kind of a dialog whose title is out of view. */
export const permissionQuestions: readonly (readonly [RegExp, RequestKind])[] =
  [
    [/^Do you want to (?:create|overwrite) /, "write"],
    [/^Do you want to make this edit /, "edit"],
    [/^Do you want to allow Claude to fetch /, "fetch"],
    [/^Do you want to proceed\?$/, "command"],
  ];

/** The file's name in the question. */
export const questionNamesFile: RegExp =
  /^Do you want to (?:create|overwrite|make this edit to) (.+)\?$/;

/** Any question that a permission dialog ends its body with. */
export const permissionQuestion: RegExp = /^Do you want to .*\?$/;

/** How dialogs before 2.1.197 word their no. */
export const olderNo: RegExp = /^Type here to tell Claude\b|\(esc\)$/;

/** The line under a permission dialog's options. */
export const permissionFooter: RegExp = /^ Esc to cancel(?: ·.*)?$/;

/** Shown above the footer when the dialog is higher than the pane. */
export const scrolledAway: RegExp =
  /^ *([↑↓]) (\d+) more(?: lines?| above| below)?$/;

/** Reasons and hints inside a permission dialog that are no part of the call. */
export const tipRow: RegExp = /^Tip: /;

/** Other dialogs, by what stands in them, the more particular first. */
export const otherDialogs: readonly (readonly [RegExp, RequestKind])[] = [
  [/^Ready to code\?$/, "plan"],
  [/^Claude has written up a plan/, "plan"],
  [/^Exit plan mode\?$/, "plan"],
  [/^Accessing workspace:$/, "trust"],
  [/^Do you trust the files in this folder\?$/, "trust"],
  [/^(?:WARNING: )?Claude Code running in Bypass Permissions mode/, "startup"],
  [/^Choose the text style that looks best/, "startup"],
  [/^Select login method:/, "startup"],
  [/^Detected a custom API key/, "startup"],
  [/MCP servers? found in (?:\.mcp\.json|this project)/, "startup"],
  [/^Settings (?:Error|Warning)$/, "startup"],
  [/^Security notes:$/, "startup"],
  [/^Resume session$/, "startup"],
  [/^Auto mode can['’]t check actions in this session$/, "question"],
];

/** Under a plan: the file that it stands in. */
export const planPath: RegExp = / · ((?:~|\/)\S*\.md)$/;

/** Last lines of screens on which Claude waits for a choice or a key. */
export const waitingFooter: RegExp =
  /\b(?:Enter|Esc|Space) to (?:\w+)|\bctrl\+g to edit in\b|Press Enter to continue|\(esc\)$/i;

/** The spinner's line, at the very left: a sign, a gerund, an ellipsis. */
export const spinner: RegExp =
  /^[·✢✳✶✻✽*∗] (?:\S.*…(?: \(.*\))?|Waiting for .*)$/;

/** The spinner's line while a failed request is tried again. */
export const retrying: RegExp =
  /^[·✢✳✶✻✽*∗] (.+?) · [Rr]etrying in .* attempt \d+\/\d+/;

/** The same up to 2.0.76, at the end of the error above the spinner. */
export const retryingLater: RegExp =
  /^(.+) Retrying in \d+ seconds?… \(attempt \d+\/\d+\)(?: |$)/;

/** The line that closes a turn: `✻ Brewed for 3s`. */
export const turnSummary: RegExp = /^[·✢✳✶✻✽*∗] (?!Waiting\b)\S+ for \d/;

/** Says, below the composer, that a turn runs. */
export const interruptHint: RegExp = /\besc to interrupt\b/;

/** How a turn that failed ends, without its bullet. */
export const failures: readonly RegExp[] = [
  /^API Error\b/,
  /^Prompt is too long\b/,
  /^Context low · Run \/compact\b/,
  /^Invalid API key\b/,
  /^Credit balance is too low\b/,
  /^(?:Please run \/login|Not logged in)\b/,
  /^OAuth token .*(?:expired|revoked)/,
  /^(?:Request timed out|Connection error)\b/,
];

/** How a turn that met a usage limit ends, without its bullet. */
export const limit: RegExp =
  /^(?:You['’]ve (?:hit|reached) your (?:.*)?limit\b|(?:Claude )?(?:AI )?(?:\S+ )?(?:usage )?limit reached\b)/i;

/** What Claude itself adds after that, without its bullet. */
export const limitNote: RegExp =
  /^(?:Usage limit reached|Automatic continue)\b/;

/** Says, below the composer, that a usage limit is met. */
export const limitHint: RegExp = /^ *⚠ Usage limit reached\b/;

/** Says, below that, that Claude goes on by itself. */
export const limitContinues: RegExp =
  /^ *Continuing (?:automatically|shortly)\b/;

/** What the menu that opens on a usage limit always offers. */
export const limitMenuOption: RegExp = /^Stop and wait for limit to reset$/;

/** The time in a usage limit's line. */
export const resetTime: RegExp =
  /\bresets?(?: at| in)? ([^·∙|(]+\([^)]*\)|[^·∙|]+?(?=\.?(?: [·∙|]|$)))/;

/** Composer texts that nobody typed, for captures without escapes. */
export const placeholders: readonly RegExp[] = [
  /^Try "/,
  /^Press up to edit queued messages$/,
  /^Once fixed, resend your message$/,
  /^Resend your message to try again$/,
];

/** A row of the transcript that names a command. */
export const namesCommand: RegExp = /^(?:[●⏺ ] Bash\(| {2}⎿[ \u00a0]+\$ )/;

/** A row of the transcript that names a file. */
export const namesFile: RegExp = /^[●⏺ ] (?:Write|Update|Edit|Read)\(/;

/** Under a call in the transcript: it was turned down. */
export const notCarriedOut: RegExp =
  /^(?:Interrupted · |Not run · rejected|(?:User )?[Rr]ejected )/;

/** Under a file's name in the transcript: it was written. */
export const carriedOut: RegExp =
  /^(?:Wrote|Added|Removed|Updated|Created) (?:\d+|.* with \d+) /;

/** Highlights an option, after its indentation. */
export const highlight: RegExp = /^( *)[❯>] /;

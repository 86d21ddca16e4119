/**
 * What OpenCode writes on its screens, as seen in release 1.18.33. Data only:
 * where a wording changes, this is the file to change.
 */
import type { OptionMeaning, RequestKind } from "../agent.ts";

/** The bar at the left of panels, messages and the composer. */
export const bar = "┃";

/** The title of the panel that asks for a permission. */
export const permissionTitle = "△ Permission required";

/** The title of the page that asks whether always is really meant. */
export const alwaysTitle = "△ Always allow";

/** The title of the page that asks what to do instead. */
export const rejectTitle = "△ Reject permission";

/** The buttons of a permission panel, as they stand in their row. */
export const permissionButtons:
  readonly (readonly [label: string, meaning: OptionMeaning])[] = [
    ["Allow once", "once"],
    ["Allow always", "always"],
    ["Reject", "deny"],
  ];

/** The buttons of the page that asks whether always is really meant. */
export const alwaysButtons:
  readonly (readonly [label: string, meaning: OptionMeaning])[] = [
    ["Confirm", "always"],
    ["Cancel", "other"],
  ];

/** What stands right of the buttons, or below them in narrow panes. */
export const buttonHints =
  /^(?:(?:\S+ )?(fullscreen|minimize) {2})?⇆ select {2}enter confirm$/;

/** The beginning of such hints where the panel cuts them. */
export const cutHints =
  /^\S+ (fullscreen|minimize)(?: {2}(?:⇆(?: s\w*(?: {2}e\w*(?: c\w*)?)?)?)?)?$/;

/** What the row under a permission panel's title says it asks for. */
export const permissionKinds: readonly {
  /** The row from its sign on; the first group is what it is about. */
  readonly title: RegExp;
  /** What it asks for. */
  readonly kind: RequestKind;
  /** What the first group is. */
  readonly about?: "path" | "url" | "tool" | "folder";
  /** How its first row of details begins, before the same thing again. */
  readonly detail?: string;
  /** Why it must not be answered, if it never tells all. */
  readonly trouble?: string;
}[] = [
  { title: /^# Shell command$/, kind: "command" },
  { title: /^→ Edit (.+)$/, kind: "edit", about: "path" },
  {
    title: /^→ Read (.+)$/,
    kind: "read",
    about: "path",
    detail: "Path: ",
  },
  {
    title: /^→ List (.+)$/,
    kind: "read",
    about: "path",
    detail: "Path: ",
  },
  {
    title: /^% WebFetch (https?:\/\/\S+)$/,
    kind: "fetch",
    about: "url",
    detail: "URL: ",
  },
  {
    title: /^✱ (?:Glob|Grep) "/,
    kind: "read",
    trouble: "where it would look is not shown",
  },
  {
    title: /^◈ .+ "/,
    kind: "fetch",
    trouble: "searches are for a person",
  },
  {
    title: /^← Access external directory (.+)$/,
    kind: "trust",
    about: "folder",
    trouble: "what it would do there is not shown",
  },
  {
    title: /^⟳ Continue after repeated failures$/,
    kind: "question",
    trouble: "what it would do again is not shown",
  },
  {
    title: /^# .+ Task$/,
    kind: "mcp",
    trouble: "what the helper is told is not shown",
  },
  {
    title: /^⚙ Call tool (\S+)$/,
    kind: "mcp",
    about: "tool",
    trouble: "what the tool is called with is not shown",
  },
];

/** The hints that end a panel with questions. */
export const questionHints =
  /^(?:⇆ tab {2})?(?:↑↓ select {2})?enter (?:submit|confirm|toggle) {2}esc dismiss$/;

/** The row of a question's panel on which an own answer can be given. */
export const ownAnswer = "Type your own answer";

/** The sidebar's last row, from which its place is known. */
export const sidebarFooter = /^(.*?)• OpenCode \d+\.\d+\.\d+\S*$/;

/** How wide menus that lie over the screen can be, frame included. */
export const menuWidths: readonly number[] = [60, 88, 116];

/** The lower edge of the composer. */
export const composerEdge = /^( *)╹(▀+)(?: {2,}.*)?$/;

/** Composer texts that nobody typed, for captures without escapes. */
export const placeholders: readonly RegExp[] = [
  /^Ask anything… "/,
  /^Run a command… "/,
];

/** The last row of the first screen: a folder and the version. */
export const homeFooter = / (\d+\.\d+\.\d+\S*)$/;

/** Says, below the composer, that a turn runs. */
export const interruptHint = /\besc (?:again to )?interrupt\b/;

/** Says, below the composer, that a failed request is tried again. */
export const retrying = /^[\s⬝■]*(.+?) \[retrying(?: in (.+?))? attempt #\d+\]/;

/** Messages that mean a usage limit. */
export const limit =
  /\b(?:usage limit|rate limit|limit (?:reached|exceeded)|quota|too many requests)\b/i;

/** The row that closes an answer; the third part is how it ended. */
export const answerEnd = /^ {5}▣ {2}\S.*? · .+$/;

/** An answer's closing row that says how it ended. */
export const answerEnded =
  /^ {5}▣ {2}\S.*? · .+ · (?:interrupted|(?:\d+h )?(?:\d+m )?\d+(?:\.\d+)?m?s)$/;

/** How the blocks of tools begin, in captures without escapes. */
export const toolBlock = /^(?:[$#→←✱%◈⚙◉⟳⠀-⣿]|~ )/;

/** What is left on the terminal when OpenCode has ended. */
export const goodbye = /^ *(?:Continue|Session) {2,}\S/;

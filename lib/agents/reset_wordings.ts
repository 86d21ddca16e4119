// The words in which clients say when a usage limit ends.

/**
 * What stands right before the time, the surest first: a sentence can also say
 * when the client itself tries again, which is something else.
 */
export const anchors: readonly RegExp[] = [
  /\b(?:resets?|resetting|reset time|renews?|lifts)\b:?/gi,
  /\b(?:try again|available again|come back)\b:?/gi,
  /\b(?:retry|retrying|wait)\b:?/gi,
];

/** What may stand between those and the time. */
export const links: RegExp =
  /^(?:\s|at\b|in\b|on\b|after\b|is\b|by\b|until\b|about\b|~)*/i;

/** Units of a duration by the first letters of their names, in milliseconds. */
export const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:weeks?|wks?|w)$/i, 7 * 24 * 60 * 60 * 1000],
  [/^(?:days?|d)$/i, 24 * 60 * 60 * 1000],
  [/^(?:hours?|hrs?|h)$/i, 60 * 60 * 1000],
  [/^(?:minutes?|mins?|m)$/i, 60 * 1000],
  [/^(?:seconds?|secs?|s)$/i, 1000],
  [/^(?:milliseconds?|msecs?|ms)$/i, 1],
];

/** The months' short names, in order. */
export const months: readonly string[] = [
  ...["jan", "feb", "mar", "apr", "may", "jun"],
  ...["jul", "aug", "sep", "oct", "nov", "dec"],
];

/** The days' short names, from Sunday. */
export const weekdays: readonly string[] = [
  ...["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
];

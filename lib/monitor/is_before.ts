/** No screen is older than this, in milliseconds. */
const oldest = 30_000;

/**
 * Tells whether a screen was captured before something happened.
 *
 * What seems far older was captured later, by a clock that was set back.
 *
 * @param at When it was captured, in milliseconds since 1970.
 * @param other When the other thing happened.
 * @returns Whether it was before.
 */
export function isBefore(at: number, other: number): boolean {
  return at < other && other - at < oldest;
}

/**
 * Gives a quantile of measured values.
 *
 * @param values The values, in any order; at least one.
 * @param part Which quantile, from 0 to 1.
 * @returns The smallest value that this part of all values does not exceed.
 */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(sorted.length * part));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error("There is no value to look at");
  return value;
}

/**
 * Words how many times one value is in another.
 *
 * @param value The value.
 * @param baseline What it is held against.
 * @returns Such as `0.03×`.
 */
export function ratio(value: number, baseline: number): string {
  return baseline === 0 ? "-" : `${(value / baseline).toPrecision(2)}×`;
}

/**
 * Generates pseudo-random numbers, the same for the same seed, so that failures
 * can be repeated.
 *
 * @param seed Where the sequence begins.
 * @returns Gives the next whole number from 0 to below the given one.
 */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

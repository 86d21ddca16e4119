/**
 * Waits until something holds.
 *
 * @param what What is waited for, in words.
 * @param check Tells it, or returns what it saw instead.
 * @param milliseconds How long at most.
 * @throws {Error} With what was seen last, when the time is over.
 */
export async function eventually(
  what: string,
  check: () => Promise<true | unknown>,
  milliseconds = 5000,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  for (let pause = 2;; pause = Math.min(50, pause * 2)) {
    const seen = await check();
    if (seen === true) return;
    if (Date.now() > deadline) {
      throw new Error(`Not within ${milliseconds} ms: ${what}; saw ${seen}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

import type { Clock } from "../../clock/mod.ts";
import { type Key, KeyDecoder } from "./keys.ts";

/** How long an Escape waits for the rest of a sequence, in milliseconds. */
const escapeWait = 25;

/**
 * Hands on every key that is typed, until no more can come.
 *
 * @param input What the terminal sends.
 * @param clock Measures how long an Escape waits.
 * @param take Takes a key.
 * @param signal Ends it with the next input.
 */
export async function listen(
  input: AsyncIterable<Uint8Array>,
  clock: Clock,
  take: (key: Key) => void,
  signal: AbortSignal,
): Promise<void> {
  const decoder = new KeyDecoder();
  let waiting = new AbortController();
  for await (const bytes of input) {
    waiting.abort();
    if (signal.aborted) return;
    decoder.decode(bytes).forEach(take);
    if (!decoder.pending) continue;
    const wait = waiting = new AbortController();
    clock.sleep(escapeWait, wait.signal).then(() => {
      if (!wait.signal.aborted) decoder.flush().forEach(take);
    });
  }
}

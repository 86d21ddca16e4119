import { sha256 } from "@noble/hashes/sha2.js";

/** Nothing that is larger is a script that somebody has looked at, in bytes. */
const largest = 1024 * 1024;

/**
 * Names the content of a file: equal for equal content, and for no other that
 * anybody could make up.
 *
 * Requires `--allow-read` for the path.
 *
 * @param path The file.
 * @returns Its SHA-256 in hexadecimal, `undefined` when it is not a plain file
 * of at most 1 MiB that may be read.
 */
export function contentHash(path: string): string | undefined {
  try {
    const { isFile, size } = Deno.statSync(path);
    if (!isFile || size > largest) return undefined;
    return sha256(Deno.readFileSync(path)).toHex();
  } catch {
    return undefined;
  }
}

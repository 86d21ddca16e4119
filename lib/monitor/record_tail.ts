/** How much of a record's end is read: a few calls with their results. */
const tailBytes = 256 * 1024;

/**
 * Reads the end of a file that an agent appends to.
 *
 * Requires `--allow-read` for the file.
 *
 * @param file The file.
 * @returns Its end, the first line possibly cut; empty when there is no file.
 */
export async function recordTail(file: string): Promise<string> {
  let opened: Deno.FsFile;
  try {
    // A pipe would be waited for until somebody writes to it.
    if (!(await Deno.stat(file)).isFile) {
      throw new Error(`${file} is not a plain file`);
    }
    opened = await Deno.open(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
  using record = opened;
  const { size } = await record.stat();
  const length = Math.min(size, tailBytes);
  await record.seek(size - length, Deno.SeekMode.Start);
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const read = await record.read(bytes.subarray(filled));
    if (read === null) break;
    filled += read;
  }
  return new TextDecoder().decode(bytes.subarray(0, filled));
}

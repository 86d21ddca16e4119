/**
 * Tells a file's states apart without reading it. An append always changes the
 * size, a replacement the inode or the time.
 *
 * Requires `--allow-read` for the file.
 *
 * @param file The file.
 * @returns Another text whenever the file is another one; `absent` when there
 * is none.
 */
export async function fileStamp(file: string): Promise<string> {
  try {
    const { mtime, size, ino } = await Deno.stat(file);
    return `${mtime?.getTime()} ${size} ${ino}`;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "absent";
    throw error;
  }
}

import { dirname, join } from "node:path";

/**
 * Follows the symbolic links of a path of which the last parts need not exist.
 *
 * `..` is applied as the kernel does: to where a link leads, not to its name.
 *
 * Requires `--allow-read` for the path; a part that may not be read counts as
 * not being a link.
 *
 * @param path An absolute path.
 * @returns The path that would be touched.
 */
export function realPath(path: string): string {
  let reached = "/";
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    reached = part === ".." ? dirname(reached) : follow(join(reached, part));
  }
  return reached;
}

function follow(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    return path;
  }
}

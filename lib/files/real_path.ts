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
  return realPathAfter("/", path, 0);
}

/** More links in a row than any kernel follows. */
const mostLinks = 40;

function follow(path: string, links = 0): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    const target = links < mostLinks ? targetOf(path) : undefined;
    if (target === undefined) return path;
    // What is written to a link that leads nowhere yet is made over there.
    return realPathAfter(join("/", dirname(path)), target, links + 1);
  }
}

function targetOf(path: string): string | undefined {
  try {
    return Deno.readLinkSync(path);
  } catch {
    return undefined;
  }
}

function realPathAfter(start: string, path: string, links: number): string {
  let reached = path.startsWith("/") ? "/" : start;
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    reached = part === ".."
      ? dirname(reached)
      : follow(join(reached, part), links);
  }
  return reached;
}

/**
 * Says where a path leads that was written in a folder.
 *
 * @param folder The folder; absolute.
 * @param path The path.
 * @returns The path from the root, without `.` and `..`; as it was written
 * where the folder is not known.
 *
 * @example Usage
 * ```ts
 * import { resolve } from "./resolve.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(resolve("/src/shop", "../a.txt"), "/src/a.txt");
 * ```
 */
export function resolve(folder: string, path: string): string {
  const whole = path.startsWith("/") ? path : `${folder}/${path}`;
  if (!whole.startsWith("/") || folder === "") return path;
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

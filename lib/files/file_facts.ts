import { contentHash } from "./content_hash.ts";
import { entries } from "./entries.ts";
import { fileText } from "./file_text.ts";
import { realPath } from "./real_path.ts";

/** The files of this machine, in the form in which decisions ask for them. */
export const fileFacts: {
  /** Follows symbolic links. */
  readonly resolve: (path: string) => string;
  /** Names a file's content. */
  readonly fingerprint: (path: string) => string | undefined;
  /** Reads a file. */
  readonly text: (path: string) => string | undefined;
  /** Gives the names in a folder. */
  readonly entries: (path: string) => readonly string[] | undefined;
} = { resolve: realPath, text: fileText, fingerprint: contentHash, entries };

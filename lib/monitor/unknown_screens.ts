import { fingerprint, screenRows } from "../agents/mod.ts";
import { maskScreen } from "../secrets/mod.ts";

/** Why a screen was kept. */
export type UnknownReason = "version" | "dialog" | "screen";

/** What is known of a screen that was kept. */
export interface UnknownScreen {
  /** The kind of agent that showed it. */
  readonly kind: string;
  /** Its release, if it has shown it. */
  readonly version: string | null;
  /** Why it was kept. */
  readonly reason: UnknownReason;
  /** More about it, as a clause. */
  readonly detail: string;
  /** The screen's width in cells. */
  readonly columns: number;
  /** The screen's height in rows. */
  readonly rows: number;
  /** The pane's title, masked. */
  readonly title: string;
  /** When it was seen, in milliseconds since 1970. */
  readonly at: number;
}

/** A screen that is to be kept. */
export interface NewUnknownScreen extends UnknownScreen {
  /** The screen, with escapes. */
  readonly text: string;
}

/** A screen that was kept, and where. */
export interface KeptScreen extends UnknownScreen {
  /** The file with the screen, to be looked at with `cat`. */
  readonly file: string;
}

/** How many screens are kept at most; the oldest stay. */
const most = 50;

/** The largest screen that is kept, in characters. */
const largest = 256 * 1024;

/**
 * Keeps a screen that orch does not know, with its secrets masked, so that
 * someone can teach orch to read it.
 *
 * One is kept of those that are alike: the same kind and release, the same
 * reason, and rows that differ in no more than what is said in them. Nothing is
 * kept once there are fifty.
 *
 * Requires `--allow-read` and `--allow-write` for the folder.
 *
 * @param folder Where; made when it is not there.
 * @param screen The screen.
 * @returns The file, if it is new.
 */
export async function keepUnknownScreen(
  folder: string,
  screen: NewUnknownScreen,
): Promise<string | undefined> {
  const { text, title, ...facts } = screen;
  if (text.length > largest) return undefined;
  const name = `${screen.kind}-${likenessOf(screen)}`;
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await namesIn(folder);
  if (names.includes(`${name}.json`)) return undefined;
  if (names.filter((one) => one.endsWith(".json")).length >= most) {
    return undefined;
  }
  const file = `${folder}/${name}.ansi`;
  await write(file, `${maskScreen(text)}\n`);
  // The facts come last: what has them is whole.
  const kept: UnknownScreen = { ...facts, title: maskScreen(title) };
  await write(`${folder}/${name}.json`, `${JSON.stringify(kept, null, 2)}\n`);
  return file;
}

/**
 * Lists the screens that were kept, oldest first.
 *
 * Requires `--allow-read` for the folder.
 *
 * @param folder Where they are.
 * @returns The screens; none where there is no folder.
 */
export async function unknownScreens(folder: string): Promise<KeptScreen[]> {
  const kept: KeptScreen[] = [];
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(".json")) continue;
    try {
      const facts = JSON.parse(await Deno.readTextFile(`${folder}/${name}`));
      if (typeof facts?.kind !== "string" || typeof facts.at !== "number") {
        continue;
      }
      kept.push({
        ...facts,
        file: `${folder}/${name.slice(0, -".json".length)}.ansi`,
      });
    } catch {
      // Somebody is tidying up, or has written into it: it says nothing.
    }
  }
  return kept.sort((a, b) => a.at - b.at);
}

/** Equal for screens of which one is enough. */
function likenessOf(screen: NewUnknownScreen): string {
  const { kind, version, reason, detail } = screen;
  const parts = [kind, version ?? "", reason, detail];
  if (reason === "version") return fingerprint(parts);
  // The end of the screen is what asks; words and numbers in it vary.
  const rows = screenRows(screen.text).map((row) => row.text.trim())
    .filter((row) => row !== "").slice(-6);
  const signs = rows.map((row) =>
    row.replace(/[\p{L}\p{N}]+/gu, "w").replace(/w(?:[^\S\n]+w)+/g, "w")
      .replace(/([─╌━═])\1+/g, "$1").replace(/\s+/g, " ")
  );
  return fingerprint([...parts, ...signs]);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(folder)))
      .filter(({ isFile }) => isFile).map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await Deno.writeTextFile(file, text, { createNew: true, mode: 0o600 });
  } catch (error) {
    // Left behind by a monitor that was killed in between.
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
  }
}

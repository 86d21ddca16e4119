import type { RecordedScreen } from "../lab/scenario.ts";

/** A recorded screen with its text. */
export interface KnownScreen extends RecordedScreen {
  /** What `capture-pane -p -e` gave. */
  readonly text: string;
}

const fixtures = new URL("../../fixtures/", import.meta.url);

/**
 * Reads what was recorded of a kind.
 *
 * @param kind The kind.
 * @returns The screens; none if nothing was recorded.
 */
export async function recordedScreens(kind: string): Promise<KnownScreen[]> {
  const folder = new URL(`${kind}/`, fixtures);
  const index: RecordedScreen[] = await Deno
    .readTextFile(new URL("screens.json", folder))
    .then((text) => JSON.parse(text), (error) => {
      if (error instanceof Deno.errors.NotFound) return [];
      throw error;
    });
  return await Promise.all(index.map(async (screen) => ({
    ...screen,
    text: await Deno.readTextFile(new URL(screen.file, folder)),
  })));
}

import { labIsPossible } from "../lab/network_namespace.ts";
import { askedTricks } from "../spoof/asked_tricks.ts";
import { playTricks } from "../spoof/play_tricks.ts";
import { shownTricks } from "../spoof/shown_tricks.ts";
import { codexClient } from "./client.ts";

/**
 * While it stands in the composer, with no row below it, Codex's reader takes
 * it for a dialog that is not known: a person is asked, nothing is answered.
 */
const inComposer = "message: a dialog";

const ignore = !await labIsPossible();

Deno.test({
  name: "Codex asks for nothing when something looks like a dialog",
  ignore,
  fn: () =>
    playTricks(
      codexClient,
      shownTricks.filter(({ name }) => name !== inComposer),
    ),
});

Deno.test({
  name: "Codex asks for what it asks, whatever that looks like",
  ignore,
  fn: () => playTricks(codexClient, askedTricks),
});

import { labIsPossible } from "../lab/network_namespace.ts";
import { askedTricks } from "../spoof/asked_tricks.ts";
import { playTricks } from "../spoof/play_tricks.ts";
import { shownTricks } from "../spoof/shown_tricks.ts";
import { claudeClient } from "./client.ts";

const ignore = !await labIsPossible();

Deno.test({
  name: "Claude Code asks for nothing when something looks like a dialog",
  ignore,
  fn: () => playTricks(claudeClient, shownTricks),
});

Deno.test({
  name: "Claude Code asks for what it asks, whatever that looks like",
  ignore,
  fn: () => playTricks(claudeClient, askedTricks),
});

import type { Stage } from "./stage.ts";

/** What tests draw before anything happens. */
export const idleStage: Stage = {
  name: "web shop",
  project: "/srv/shop",
  blocks: [],
  activity: { kind: "idle" },
  draft: "",
  queued: [],
  outputRows: 4,
};

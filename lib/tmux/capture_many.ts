import { type Capture, captureCommands, readCapture } from "./capture.ts";
import type { Channel } from "./channel.ts";
import type { PaneId } from "./pane_info.ts";

/** How many screens are read in one pass, during which tmux does nothing else. */
const most = 50;

/**
 * Reads the screens of panes in as few passes of the server as it takes.
 *
 * @param channel What the commands go through.
 * @param panes The panes.
 * @returns The screens of those that are there.
 */
export async function captureMany(
  channel: Channel,
  panes: readonly PaneId[],
): Promise<Map<PaneId, Capture>> {
  const captures = new Map<PaneId, Capture>();
  let left = [...panes];
  while (left.length > 0) {
    const now = left.slice(0, most);
    const replies = await channel.run(
      now.flatMap((pane) => captureCommands(pane, true)),
    );
    // A pane that is gone ends the pass; those after it have their turn again.
    const ran = Math.max(1, Math.ceil(replies.length / 2));
    now.slice(0, ran).forEach((pane, index) => {
      const capture = readCapture(
        pane,
        replies.slice(2 * index, 2 * index + 2),
      );
      if (capture) captures.set(pane, capture);
    });
    left = left.slice(ran);
  }
  return captures;
}

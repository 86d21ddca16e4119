import type { Channel, ChannelOptions } from "./channel.ts";
import { Connection } from "./connection.ts";
import { inQuietMoment } from "./quiet_moment.ts";

/**
 * Opens a control client while no other orch does anything that would be
 * announced to it too early.
 *
 * @param channel What the turn is taken through.
 * @param options How the server is reached.
 * @returns The connection.
 */
export function openQuietly(
  channel: Channel,
  options: ChannelOptions,
): Promise<Connection> {
  const channels = { take: channel, giveBack: () => channel };
  return inQuietMoment(channels, () => Connection.open(options));
}

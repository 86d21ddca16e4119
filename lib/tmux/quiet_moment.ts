import { systemClock } from "../clock/mod.ts";
import type { Channel } from "./channel.ts";

/** The server option that holds the turn: when it was taken, and by whom. */
const option = "@orch_turn";

/** A turn that was not given back is over after this many milliseconds. */
const longestTurn = 2000;

/** How long to wait for the next try, in milliseconds. */
const pause = 10;

/**
 * Does something while no other orch does anything that tmux would announce.
 *
 * A tmux before 3.7 announces sessions and clients that come and go even to
 * control clients that have only begun to connect, and crashes then, with
 * everything that runs in it. So those who connect a control client, end one,
 * or open or close a session, take turns: by an option on the server, which is
 * tested and set in one pass. (What a person does in that fraction of a
 * millisecond cannot be helped.)
 *
 * @typeParam T What the action returns.
 * @param channels What the turn is taken through, and given back through.
 * @param action What to do.
 * @returns What the action returned.
 */
export async function inQuietMoment<T>(
  channels: { readonly take: Channel; readonly giveBack: () => Channel },
  action: () => Promise<T>,
): Promise<T> {
  const turn = await takeTurn(channels.take);
  try {
    return await action();
  } finally {
    if (turn !== undefined) await giveBack(channels.giveBack(), turn);
  }
}

/** Returns the turn, or `undefined` where there is no server to take it on. */
async function takeTurn(channel: Channel): Promise<string | undefined> {
  const nonce = crypto.randomUUID();
  // Other processes read the time: it can only be the system's.
  const clock = systemClock;
  for (let expired = "";;) {
    const mine = `${clock.now()}:${nonce}`;
    const free = `#{==:#{${option}},${expired}}`;
    const holder = await ask(channel, [
      `if-shell -F '${free}' { set-option -s ${option} ${mine} }`,
      `display-message -p '#{${option}}'`,
    ]);
    if (holder === undefined || holder === mine) return holder;
    const taken = Number(holder.split(":")[0]);
    // A clock that went back must not make a turn last.
    const age = Math.abs(clock.now() - taken);
    expired = age > longestTurn || Number.isNaN(age) ? holder : "";
    if (expired === "") await clock.sleep(pause);
  }
}

async function giveBack(channel: Channel, turn: string): Promise<void> {
  await ask(channel, [
    `if-shell -F '#{==:#{${option}},${turn}}' { set-option -su ${option} }`,
  ]);
}

async function ask(
  channel: Channel,
  commands: readonly string[],
): Promise<string | undefined> {
  try {
    return (await channel.run(commands)).at(-1)?.lines[0] ?? "";
  } catch {
    return undefined;
  }
}

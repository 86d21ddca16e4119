import { systemClock } from "../clock/mod.ts";
import type { Channel } from "./channel.ts";

/** The server option that holds the turn. */
const option = "@orch_turn";

/** A turn that was not given back is over after this many milliseconds. */
const longestTurn = 2000;

/** What a turn looks like: when it was taken, and by whom. */
const turn = /^(\d+):[0-9a-f-]{36}$/;

/** How long to wait for a turn at most, in milliseconds. */
const longestWait = 10_000;

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

/** Returns the turn, or `undefined` where it cannot be had. */
async function takeTurn(channel: Channel): Promise<string | undefined> {
  // Other processes read the time: it can only be the system's.
  const clock = systemClock;
  const nonce = crypto.randomUUID();
  const patience = clock.now() + longestWait;
  let free = `#{==:#{${option}},}`;
  while (clock.now() < patience) {
    const mine = `${clock.now()}:${nonce}`;
    const holder = await ask(channel, [
      `if-shell -F '${free}' { set-option -s ${option} ${mine} }`,
      `display-message -p '#{${option}}'`,
    ]);
    if (holder === undefined || holder === mine) return holder;
    free = whenFree(holder, clock.now());
    if (!holder || !isOver(holder, clock.now())) await clock.sleep(pause);
  }
  return undefined;
}

/** A format that is true when the turn can be taken. */
function whenFree(holder: string, now: number): string {
  if (!isOver(holder, now)) return `#{==:#{${option}},}`;
  // What is no turn may be any text, which had better not get into a format.
  return turn.test(holder) ? `#{==:#{${option}},${holder}}` : "1";
}

function isOver(holder: string, now: number): boolean {
  const [, taken] = turn.exec(holder) ?? [];
  // A clock that went back must not make a turn last.
  return taken === undefined || Math.abs(now - Number(taken)) > longestTurn;
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

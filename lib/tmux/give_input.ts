import { ExitCode, OrchError } from "../errors/mod.ts";
import type { Channel } from "./channel.ts";
import {
  type Input,
  inputCommands,
  type Outcome,
  whatBecame,
} from "./input_commands.ts";
import { checkKey } from "./key_name.ts";
import type { PaneId } from "./pane_info.ts";
import { piecesOf, plainText } from "./plain_text.ts";
import { quoteCommand } from "./quote.ts";
import { TmuxError } from "./tmux_error.ts";

/** What input depends on. */
export interface InputOptions {
  /**
   * The server that the pane's id is from, as {@linkcode Tmux.server} told it.
   * Ids begin anew with a new server; with this, input for a pane of the old
   * one never reaches its namesake.
   */
  server?: string;
}

/** A pane, how it is reached, and what the input depends on. */
export interface Target extends InputOptions {
  /** What commands go through. */
  readonly channel: Channel;
  /** The pane. */
  readonly pane: PaneId;
}

/**
 * Types text: see {@linkcode Tmux.sendText}.
 *
 * @param target The pane.
 * @param text The text.
 */
export async function typeText(target: Target, text: string): Promise<void> {
  await give(target, [
    "send-keys",
    "-l",
    "-t",
    target.pane,
    "--",
    plainText(text),
  ]);
}

/**
 * Presses a key: see {@linkcode Tmux.sendKey}.
 *
 * @param target The pane.
 * @param key The key.
 */
export async function pressKey(target: Target, key: string): Promise<void> {
  checkKey(key);
  await give(target, ["send-keys", "-t", target.pane, "--", key]);
}

/**
 * Pastes text: see {@linkcode Tmux.paste}.
 *
 * @param target The pane.
 * @param text The text.
 */
export async function pasteText(target: Target, text: string): Promise<void> {
  const { channel, pane } = target;
  const plain = plainText(text);
  if (plain === "") return;
  const buffer = `orch-${crypto.randomUUID()}`;
  try {
    for (const piece of piecesOf(plain)) {
      const append = ["set-buffer", "-a", "-b", buffer, "--", piece];
      const [reply] = await channel.run([quoteCommand(append)]);
      if (!reply?.ok) {
        const reason = reply?.lines.join(" ") || "no answer";
        throw new TmuxError(reason, { subcommand: "set-buffer", target: pane });
      }
    }
    await give(target, ["paste-buffer", "-p", "-r", "-b", buffer, "-t", pane]);
  } finally {
    await channel.run([`delete-buffer -b ${buffer}`]).catch(() => {});
  }
}

/**
 * Presses a key if the screen is as expected: see {@linkcode Tmux.keyIf}.
 *
 * @param target The pane.
 * @param rows What must be on its screen.
 * @param key The key.
 * @param marker What to leave in the pane's `@orch_sent`.
 * @returns Whether the key was pressed.
 */
export async function pressKeyIf(
  target: Target,
  rows: readonly string[],
  key: string,
  marker: string,
): Promise<boolean> {
  const { pane } = target;
  checkKey(key);
  if (rows.length === 0 || rows.some((row) => row.trim() === "")) {
    throw new OrchError(`A key for ${pane} needs rows of text to look for`, {
      exitCode: ExitCode.usage,
    });
  }
  // No row of a screen holds a control character.
  if (rows.some((row) => /\p{Cc}/u.test(row))) return false;
  const mark = ["set-option", "-p", "-t", pane, "@orch_sent", marker];
  const press = ["send-keys", "-t", pane, "--", key];
  const commands = [quoteCommand(mark), quoteCommand(press)];
  const { given } = await tryInput(target, { pane, give: commands, rows });
  return given;
}

/** Gives input, or throws what stands against it. */
async function give(target: Target, command: readonly string[]): Promise<void> {
  const { pane } = target;
  const input = { pane, give: [quoteCommand(command)] };
  const { given, obstacle } = await tryInput(target, input);
  if (given) return;
  throw new TmuxError(obstacle ?? "tmux did not take the input", {
    subcommand: command[0] ?? "",
    target: pane,
    hint: "orch status",
  });
}

async function tryInput(
  { channel, server }: Target,
  input: Omit<Input, "nonce" | "server">,
): Promise<Outcome> {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const commands = inputCommands({ ...input, server, nonce });
  const { look, trace, clean } = commands;
  const replies = await channel.run([look, trace, clean]);
  if (replies.length < 3) await channel.run([clean]);
  return whatBecame(replies[1]?.lines[0]);
}

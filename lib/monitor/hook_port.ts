import { OrchError } from "../errors/mod.ts";
import type { Paths } from "../paths/mod.ts";
import { hookPort } from "./hook_address.ts";
import { type HookServerOptions, serveHooks } from "./hook_server.ts";

/** What {@linkcode HookPort} is told. */
export interface HookPortOptions extends Omit<HookServerOptions, "port"> {
  /** Where things are kept. */
  readonly paths: Paths;
  /** Called when agents have to do without orch's answers to their hooks. */
  readonly trouble: (message: string, hint?: string) => void;
}

/**
 * The port that agents report to, held by one monitor of a person at a time.
 *
 * The one that has it answers for all it sees; the others try again and again,
 * so that one of them takes over. As long as no agent reports, nothing listens.
 */
export class HookPort implements AsyncDisposable {
  readonly #options: HookPortOptions;
  #server: Deno.HttpServer | undefined;
  #lock: Deno.FsFile | undefined;
  #given = false;
  #told: string | undefined;

  /**
   * Creates it; nothing listens yet.
   *
   * @param options Where the port is kept, and who takes the reports.
   */
  constructor(options: HookPortOptions) {
    this.#options = options;
  }

  /** Whether it listens. */
  get open(): boolean {
    return this.#server !== undefined;
  }

  /**
   * Begins to listen, unless it does, or another monitor does.
   *
   * Requires `--allow-read` and `--allow-write` for the state folder and
   * `--allow-net=127.0.0.1`.
   */
  async hold(): Promise<void> {
    if (this.#server || this.#given) return;
    const { paths } = this.#options;
    try {
      const port = await hookPort(paths);
      if (port === undefined) return;
      // The kernel's lock tells another monitor from any other program.
      this.#lock ??= await lock(`${paths.hookPort}.lock`);
      if (!this.#lock) return;
      this.#server = serveHooks({ ...this.#options, port });
      this.#told = undefined;
    } catch (error) {
      this.#trouble(error);
    }
  }

  /** Ends listening, and lets another monitor have the port. */
  async close(): Promise<void> {
    this.#given = true;
    await this.#server?.shutdown();
    this.#server = undefined;
    this.#lock?.close();
    this.#lock = undefined;
  }

  /** Ends listening. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #trouble(error: unknown): void {
    const { message, hint } = worded(error, this.#options.paths);
    if (message === this.#told) return;
    this.#told = message;
    this.#options.trouble(message, hint);
  }
}

async function lock(path: string): Promise<Deno.FsFile | undefined> {
  const file = await Deno.open(path, {
    create: true,
    read: true,
    write: true,
    mode: 0o600,
  });
  if (await file.tryLock(true)) return file;
  file.close();
}

function worded(
  error: unknown,
  paths: Paths,
): { message: string; hint?: string } {
  const dialogs = "until then agents show their dialogs";
  if (error instanceof OrchError) {
    const { message, hint } = error;
    return { message, ...(hint !== undefined && { hint }) };
  }
  if (error instanceof Deno.errors.AddrInUse) {
    return {
      message: "Another program has the port that agents report to; " + dialogs,
      hint: `ss -ltnp "sport = :$(cat '${paths.hookPort}')"`,
    };
  }
  if (error instanceof Deno.errors.NotCapable) {
    return {
      message: "orch may not listen for what agents report; " + dialogs,
      hint: "--allow-net=127.0.0.1",
    };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { message: `Cannot listen for what agents report: ${reason}` };
}

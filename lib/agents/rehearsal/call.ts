import {
  commandDialog,
  type Dialog,
  editDialog,
  writeDialog,
} from "./dialog.ts";
import { tools } from "./outcome.ts";
import type { CallStep } from "./script.ts";
import type { Block } from "./stage.ts";
import type { PlayerWorld, ReportBody } from "./world.ts";

/** The block of the transcript that belongs to a call. */
export type CallBlock = Extract<Block, { kind: "call" }>;

/** Something a script wants to do, from its dialog to its result. */
export interface Call {
  /** Its id in the record. */
  readonly id: string;
  /** What the record says it is. */
  readonly asked:
    | { readonly kind: "command"; readonly command: string }
    | { readonly kind: "write" | "edit"; readonly path: string };
  /** What "don't ask again" remembers it by. */
  readonly remembered: string | undefined;
  /** What its hook reports. */
  readonly told: { readonly ignored: boolean; readonly report: ReportBody };
  /** When another takes its place, and which. */
  readonly swap: { readonly after: number; readonly run: string } | undefined;
  /** Makes its dialog. */
  dialog(): Promise<Dialog>;
  /**
   * Does it.
   *
   * @param signal Ends it early.
   * @returns The lines it printed.
   */
  act(signal: AbortSignal): Promise<string[]>;
}

/**
 * Makes a call of a step.
 *
 * @param step The step.
 * @param id The call's id.
 * @param project The folder it works in.
 * @param world Where it acts.
 * @returns The call; nothing was done yet.
 */
export function callOf(
  step: CallStep,
  id: string,
  project: string,
  world: PlayerWorld,
): Call {
  if ("run" in step) {
    const { run, description, always, numbered } = step;
    const dialog = commandDialog(run, { description, always, numbered });
    const place = pathUnder(project, step.directory ?? "");
    return {
      id,
      told: {
        ignored: step.hook?.ignored ?? false,
        report: {
          hook: "permission",
          kind: "command",
          command: step.hook?.tells ?? run,
          directory: place,
        },
      },
      asked: { kind: "command", command: run },
      remembered: dialog.options.length === 3 ? dialog.options[1] : undefined,
      swap: step.swap,
      dialog: () => Promise.resolve(dialog),
      act: async (signal) => {
        const { output, code } = await world.run(run, place, signal);
        return [
          ...outputLines(output),
          ...code === 0 ? [] : [`Exit code ${code}`],
        ];
      },
    };
  }
  const { path } = "write" in step ? step.write : step.edit;
  const file = pathUnder(project, path);
  const asked = { kind: "write" in step ? "write" : "edit", path } as const;
  const report = { hook: "permission", ...asked, directory: project } as const;
  const told = { ignored: false, report };
  const common = { id, asked, told, remembered: "edits", swap: undefined };
  if ("write" in step) {
    const { text } = step.write;
    return {
      ...common,
      dialog: async () => {
        const old = await world.readFile(file);
        return writeDialog(path, text, old !== undefined, step.numbered);
      },
      act: async () => {
        await world.writeFile(file, text);
        return [`Wrote ${text.split("\n").length} lines`];
      },
    };
  }
  const { from, to } = step.edit;
  return {
    ...common,
    dialog: () => Promise.resolve(editDialog(path, from, to, step.numbered)),
    act: async () => {
      const old = await world.readFile(file);
      if (!old?.includes(from)) return [`${path} does not hold this part`];
      await world.writeFile(file, old.replace(from, () => to));
      return [`Changed ${path}`];
    },
  };
}

/**
 * Makes the block that a call has in the transcript.
 *
 * @param call The call.
 * @param state What became of it.
 * @param output What it printed.
 * @returns The block.
 */
export function blockOf(
  call: Call,
  state: CallBlock["state"],
  output: readonly string[] = [],
): CallBlock {
  const { asked } = call;
  return {
    kind: "call",
    tool: tools[asked.kind] ?? asked.kind,
    subject: asked.kind === "command" ? asked.command : asked.path,
    state,
    output,
  };
}

function pathUnder(project: string, path: string): string {
  if (path.startsWith("/")) return path;
  return path === "" ? project : `${project}/${path}`;
}

// deno-lint-ignore no-control-regex
const escapes = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)/g;

function outputLines(output: string): string[] {
  const text = output.replace(escapes, "").replace(/\r\n/g, "\n").trimEnd();
  return text === "" ? ["(no output)"] : text.split("\n");
}

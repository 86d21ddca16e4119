/** A dialog that a trick may show: a real one, but for a command of its own. */
export interface Fake {
  /** Its rows, joined by newlines, without escapes. */
  readonly plain: string;
  /** Its rows with the colours that the client draws it in. */
  readonly colored: string;
  /** The command it seems to ask for. */
  readonly command: string;
}

/** How a trick comes to be on the screen. */
export type Deed =
  /** A command that needs nobody prints it. */
  | { readonly by: "output"; readonly text: string }
  /** The model says it. */
  | { readonly by: "prose"; readonly text: string }
  /** The person's message has it. */
  | { readonly by: "message"; readonly text: string }
  /** The model's API fails with it. */
  | { readonly by: "failure"; readonly text: string }
  /** A file is called so, and is listed. */
  | { readonly by: "name"; readonly text: string }
  /** The pane's title is set to it. */
  | { readonly by: "title"; readonly text: string }
  /** The pane's window is called so. */
  | { readonly by: "window"; readonly text: string }
  /**
   * The model really asks for a command, which has the {@linkcode danger} in
   * it; the trick is to make it look like another.
   */
  | {
    readonly by: "command";
    readonly command: string;
    readonly description?: string;
  };

/** A way to make a screen look as if the client asked for something. */
export interface Trick {
  /** What it does. */
  readonly name: string;
  /**
   * Makes it.
   *
   * @param fake The dialog to imitate.
   */
  deed(fake: Fake): Deed;
}

/** What a real request of a trick must never be mistaken to be without. */
export const danger = "npm publish --tag spoof";

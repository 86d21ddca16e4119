import type { SimpleCommand } from "../../shell/mod.ts";
import {
  type Assessment,
  filesNamedFor,
  harmlessWrappers,
  mayTake,
  type Scene,
} from "../assessment/mod.ts";

/**
 * The programs around a command that say something about it. The rest only
 * change when it runs and for how long.
 *
 * @param command The command.
 * @returns Their names.
 */
export function shownWrappers(command: SimpleCommand): string[] {
  return command.wrappers.filter((wrapper) =>
    !harmlessWrappers.has(wrapper) && !runners.test(wrapper)
  );
}

/**
 * Judges what stands around a command.
 *
 * @param command The command.
 * @param before The commands before it in the line.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @returns Whether `{}` and `…` in it stand for names of harmless files.
 */
export function assessWrappers(
  command: SimpleCommand,
  before: readonly SimpleCommand[],
  found: Assessment,
  scene: Scene,
): boolean {
  const runner = command.wrappers.findLastIndex((wrapper) =>
    runners.test(wrapper)
  );
  const after = command.wrappers.slice(runner + 1);
  // A shell is given the names as parameters, and its text uses none.
  const hands = runner >= 0 && !after.some((wrapper) => isShell(wrapper));
  command.wrappers.forEach((wrapper, index) => {
    if (isShell(wrapper) && command.input === "text") {
      found.exactly("is fed to a shell");
    }
    if (harmlessWrappers.has(wrapper) || index === runner) return;
    if (/^(sudo|doas)$/.test(wrapper)) {
      found.never("critical", "runs with other privileges");
    } else {
      found.never("critical", `is run by ${wrapper}`);
    }
  });
  if (!hands) return false;
  const files = filesNamedFor(
    command.wrappers[runner]!,
    command,
    before,
    scene,
  );
  const program = command.name?.value ?? "";
  if (!mayTake(program, files)) {
    if (files === undefined) {
      found.never("critical", "does something to files that cannot be told");
    } else {
      found.never("remote", "does something to every file that is found");
    }
  }
  if (files?.reach === "outside") {
    found.looks("looks at files outside the project");
  }
  return true;
}

/** Programs that run another on what they find or are fed. */
const runners = /^(g?find|g?xargs|fd|fdfind|fzf)$/;

function isShell(wrapper: string): boolean {
  return /^(bash|sh|dash|zsh)$/.test(wrapper);
}

/**
 * Judges how a command comes to run in its line.
 *
 * @param command The command.
 * @param found The assessment to add to, with all else noted.
 */
export function assessContexts(
  command: SimpleCommand,
  found: Assessment,
): void {
  const { contexts } = command;
  if (contexts.includes("function")) {
    found.never("critical", "defines a function");
  }
  if (contexts.includes("substitution") && found.acts) {
    const does = `${found.reason} inside a substitution`;
    // What is learned of a program holds there as well, but it is no place for
    // writing files or talking to anyone.
    const runs = found.tier === "project" && found.writes.length === 0;
    if (runs) found.once(does);
    else found.never(found.tier, does);
  }
  if (contexts.includes("loop") && contexts.includes("background")) {
    found.never("critical", "starts programs in a loop");
  }
}

import { parse, type Word } from "../../shell/mod.ts";
import {
  assessInner,
  Assessment,
  type ProgramJudge,
  type Scene,
} from "../assessment/mod.ts";
import type { CodeFindings } from "../code/mod.ts";
import { locate } from "../places/mod.ts";

/**
 * Judges the programs that a piece of code starts, as if a line did.
 *
 * What the code or a program before them leaves in files may be what they run
 * or go by: then they may run no script, and what the code itself wrote they
 * may only look at, move and delete.
 *
 * @param findings What the code does.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param judge Judges a program.
 * @returns Whether it is clear what each of them does.
 */
export function assessStarted(
  { programs, writes }: CodeFindings,
  found: Assessment,
  scene: Scene,
  judge: ProgramJudge,
): boolean {
  const stale = writes.length > 0 || programs.length > 1;
  const before = found.subcommand;
  for (const { words, directory } of programs) {
    const place = directory === undefined
      ? scene.directory
      : locate(directory, scene.directory, scene)?.path;
    const inside: Scene = {
      ...scene,
      directory: place,
      fed: undefined,
      named: false,
      ...(stale && { scriptTexts: () => undefined }),
    };
    const lines = typeof words === "string"
      ? plainCommands(words, place, scene)
      : [words.map((value) => ({ text: value, value, glob: false }))];
    if (place === undefined || lines === undefined) {
      return false;
    }
    for (const line of lines) {
      const inner = new Assessment(line[0]?.value ?? "");
      assessInner(line, [], inner, inside, judge);
      found.adopt(inner, [...before]);
      const acts = inner.acts || inner.loads;
      const unclear = inner.learning === "exact" ||
        acts && !actors.has(line[0]?.value ?? "") ||
        (stale || lines.length > 1) && inner.runs !== undefined ||
        writes.length > 0 && acts && !fileTools.has(line[0]?.value ?? "");
      // What is never learned is clear enough.
      if (unclear && inner.learning !== "never") return false;
    }
  }
  return true;
}

const fileTools: ReadonlySet<string> = new Set(
  "rm rmdir mv cp mkdir touch".split(" "),
);

/** Programs that write what they are given by name, and run code as it is. */
const actors: ReadonlySet<string> = new Set(
  "rm rmdir mv cp mkdir touch python python3 pytest pylint mypy pyright flake8 sphinx-build"
    .split(" "),
);

/** The commands of a line that runs one after the other and nothing else. */
function plainCommands(
  line: string,
  directory: string | undefined,
  { home }: Scene,
): readonly (readonly Word[])[] | undefined {
  if (/[`$\\[\]{}\n]/.test(line)) return undefined;
  const { commands, opaque } = parse(line, {
    ...(directory !== undefined && { directory }),
    home,
  });
  const plain = opaque.length === 0 && commands.length > 0 &&
    commands.every((one) =>
      one.name !== undefined && one.assignments.length === 0 &&
      one.wrappers.length === 0 && one.redirects.length === 0 &&
      one.directory === directory &&
      one.contexts.every((context) => /^(top|conditional)$/.test(context))
    );
  return plain
    ? commands.map((one) => [one.name!, ...one.arguments])
    : undefined;
}

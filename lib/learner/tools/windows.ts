import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  assessHere,
  type Assessment,
  assessOperands,
  type Scene,
} from "../assessment/mod.ts";
import { processReaders } from "../tables/process_readers.ts";
import { type WindowsTool, windowsTools } from "../tables/windows_tools.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/** The judges of tools of Windows, by name. */
export const windowsJudges: ReadonlyMap<string, Judge> = new Map(
  Object.entries(windowsTools).flatMap(([name, tool]) => {
    const judge: Judge = (words, found, scene) =>
      name === "dir" && !words.some(({ text }) => /^\/\/?\w(:|$)/.test(text))
        ? assessByFacts(words, processReaders["dir"]!, found, scene)
        : assessWindowsTool(words, tool, found, scene);
    return [[name, judge], [`${name}.exe`, judge]] as const;
  }),
);

function assessWindowsTool(
  words: readonly Word[],
  tool: WindowsTool,
  found: Assessment,
  scene: Scene,
): void {
  found.does("read", tool.does);
  const operands: Word[] = [];
  let moved = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (word.value === undefined && !word.glob) {
      return found.never("critical", `gives ${word.text}, which may be a flag`);
    }
    const [, given] = /^(?:\/\/?|-)(.+)$/s.exec(word.value ?? "") ?? [];
    const flag = given?.toLowerCase() ?? "";
    if (given === undefined || !tool.flags.test(flag)) {
      if (/^["']?-|^\/\/?[a-z?]+(:|$)/i.test(word.text)) {
        return found.never("remote", `uses ${word.text}, which is not known`);
      }
      operands.push(word);
      continue;
    }
    // What follows the colon is what it is about, and not a flag of its own.
    found.flag(`/${flag.replace(/:.*$/s, ":")}`);
    moved ||= tool.moves?.test(flag) ?? false;
    if (!tool.valued?.test(flag)) continue;
    index += 1;
    assessOperands(words.slice(index, index + 1), ["text"], found, scene);
  }
  const plan = tool.operands.split(" ").filter((kind) => kind !== "")
    .slice(moved ? 1 : 0);
  assessOperands(operands, plan, found, scene);
  if (tool.here && operands.length === 0) assessHere(found, scene);
}

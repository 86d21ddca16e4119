import { readGoldenScreens } from "../../../test/harness/read_golden_screens.ts";
import { qwen } from "./mod.ts";

await readGoldenScreens(qwen, {
  atLeast: 30,
  composer: 5,
  scraps: ["› 1. Yes, allow once", "Allow execution of: 'npm'?"],
  // A long command is whole only where the pane is wide and high enough.
  mayDiffer: ({ screen, expected }, { incompleteBecause = "" }) =>
    expected.command !== undefined &&
    (!expected.complete ||
      screen.rows < 40 && /folded|out of view|shown/.test(incompleteBecause)),
});

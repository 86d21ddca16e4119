import { readGoldenScreens } from "../../../test/harness/read_golden_screens.ts";
import { gemini } from "./mod.ts";

await readGoldenScreens(gemini, {
  atLeast: 50,
  composer: 8,
  scraps: ["● 1. Allow once", "Allow execution of [Shell]?"],
});

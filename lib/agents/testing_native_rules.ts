import type { NativeRules } from "./native_rules.ts";

/** What tests have written in the agents' own syntaxes. */
export const nativeSample: NativeRules = {
  allowed: [
    { title: "npm run build", commands: [["npm", "run", "build"]] },
    {
      title: "go vet *",
      commands: [["go", "vet", "-v"], ["go", "vet", "./..."]],
      family: { start: ["go", "vet"], words: ["-json", "-v"] },
    },
  ],
  asked: [["go", "vet", "./slow"], ["make", "deploy"]],
};

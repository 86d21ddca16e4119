import { buildCommand, buildRouteMap } from "@stricli/core";
import type { Reach } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { type JsonFlag, jsonFlag, switchFlag, textFlag } from "../flags.ts";
import {
  agentArgument,
  reaches,
  type RuleFilterFlags,
  ruleFilterFlags,
  type TargetFlags,
  targetFlags,
} from "./flags.ts";

/** The flags of `orch learned`. */
export interface ListFlags extends JsonFlag, RuleFilterFlags {
  readonly svg?: string;
}

/** The flags of `orch learned review`. */
export interface ReviewFlags extends JsonFlag {
  readonly list: boolean;
}

/** The flags of `orch learned scope`. */
export interface ScopeFlags extends JsonFlag {
  readonly to: Reach;
}

/** The flags of `orch learned prune`. */
export interface PruneFlags extends JsonFlag {
  readonly revoked: boolean;
  readonly candidates: boolean;
  readonly unconfirmed: boolean;
  readonly dryRun: boolean;
}

/** The kinds of agents whose own rules can be written. */
export const nativeKinds = ["claude", "codex", "gemini", "opencode"] as const;

/** The flags of `orch learned export`. */
export interface ExportFlags extends JsonFlag, RuleFilterFlags {
  readonly to?: (typeof nativeKinds)[number];
  readonly out?: string;
  readonly unbound: boolean;
  readonly prefixes: boolean;
}

/** The flags of `orch learned import`. */
export interface ImportFlags extends JsonFlag, TargetFlags {}

/** The flags of `orch learned share`. */
export interface ShareFlags extends JsonFlag, TargetFlags {
  readonly from?: string;
}

const agent = agentArgument("The agent's name", "name");

const rule = {
  parse: String,
  brief: "The rule: its id, the beginning of it, or its title",
  placeholder: "rule",
} as const;

const listCommand = buildCommand<ListFlags, [string], OrchContext>({
  loader: async () => (await import("./list.ts")).list,
  parameters: {
    flags: {
      ...ruleFilterFlags,
      svg: textFlag(
        "Draw what reached you, and what was learned, into a new file",
        "FILE",
      ),
      json: jsonFlag,
    },
    positional: { kind: "tuple", parameters: [agent] },
  },
  docs: { brief: "List what an agent has learned" },
});

const showCommand = buildCommand<JsonFlag, [string, string], OrchContext>({
  loader: async () => (await import("./show.ts")).show,
  parameters: {
    flags: { json: jsonFlag },
    positional: { kind: "tuple", parameters: [agent, rule] },
  },
  docs: { brief: "Say what a rule lets pass, and what it rests on" },
});

const revokeCommand = buildCommand<
  JsonFlag,
  [string, ...string[]],
  OrchContext
>(
  {
    loader: async () => (await import("./revoke.ts")).revoke,
    parameters: {
      flags: { json: jsonFlag },
      positional: {
        kind: "array",
        parameter: { ...rule, brief: "The agent's name, then its rules" },
        minimum: 2,
      },
    },
    docs: {
      brief: "Take rules back: what they let pass is asked from now on",
      customUsage: ["[--json] <name> <rule>…"],
    },
  },
);

const scopeCommand = buildCommand<
  ScopeFlags,
  [string, ...string[]],
  OrchContext
>(
  {
    loader: async () => (await import("./scope.ts")).scope,
    parameters: {
      flags: {
        to: {
          kind: "enum",
          values: reaches,
          brief: "Its project, the project's whole team, or all projects of " +
            "the agent",
        },
        json: jsonFlag,
      },
      positional: {
        kind: "array",
        parameter: { ...rule, brief: "The agent's name, then its rules" },
        minimum: 2,
      },
    },
    docs: {
      brief: "Let rules hold further than in their project, or only there",
      customUsage: ["--to project|team|agent [--json] <name> <rule>…"],
    },
  },
);

const reviewCommand = buildCommand<ReviewFlags, [string], OrchContext>({
  loader: async () => (await import("./review.ts")).review,
  parameters: {
    flags: {
      list: switchFlag("Print what there is to review, and ask nothing"),
      json: { ...jsonFlag, brief: "As --list, as one JSON document" },
    },
    positional: { kind: "tuple", parameters: [agent] },
  },
  docs: {
    brief: "Go through the rules that wait, are weak, broad or of no use",
  },
});

const pruneCommand = buildCommand<PruneFlags, [string], OrchContext>({
  loader: async () => (await import("./prune.ts")).prune,
  parameters: {
    flags: {
      revoked: switchFlag("Also those taken back; what was denied may pass"),
      candidates: switchFlag("Also those that wait for an approval"),
      unconfirmed: switchFlag("Also entries of earlier versions"),
      dryRun: switchFlag("Only say what would be removed"),
      json: jsonFlag,
    },
    positional: { kind: "tuple", parameters: [agent] },
  },
  docs: { brief: "Remove rules that have expired" },
});

const exportCommand = buildCommand<ExportFlags, [string], OrchContext>({
  loader: async () => (await import("./export.ts")).exportRules,
  parameters: {
    flags: {
      to: {
        kind: "enum",
        values: nativeKinds,
        brief: "Write the agent's own permission rules instead",
        optional: true,
      },
      unbound: switchFlag(
        "With --to: also rules that lapse here when what they run changes",
      ),
      prefixes: switchFlag(
        "With --to codex: also rules that allow whatever follows their words",
      ),
      out: textFlag(
        "The new file to write  [default = standard output]",
        "FILE",
      ),
      ...ruleFilterFlags,
      json: { ...jsonFlag, brief: "Write JSON, as it does by itself" },
    },
    positional: { kind: "tuple", parameters: [agent] },
  },
  docs: { brief: "Write an agent's rules for another agent or machine" },
});

const importCommand = buildCommand<
  ImportFlags,
  [string, string],
  OrchContext
>({
  loader: async () => (await import("./import.ts")).importFile,
  parameters: {
    flags: { ...targetFlags, json: jsonFlag },
    positional: {
      kind: "tuple",
      parameters: [
        agent,
        {
          parse: String,
          brief: "What export has written, or an agent file",
          placeholder: "file",
        },
      ],
    },
  },
  docs: { brief: "Take rules over from a file; each needs one approval" },
});

const shareCommand = buildCommand<
  ShareFlags,
  [string, ...string[]],
  OrchContext
>(
  {
    loader: async () => (await import("./share.ts")).share,
    parameters: {
      flags: {
        from: textFlag("Only rules of this project of the giver", "DIR"),
        ...targetFlags,
        json: jsonFlag,
      },
      positional: {
        kind: "array",
        parameter: agentArgument("Who gives, then who takes", "name"),
        minimum: 2,
      },
    },
    docs: {
      brief: "Give an agent's rules to others; each needs one approval there",
      customUsage: ["[--project DIR] [--trust] [--json] <from> <to>…"],
    },
  },
);

/** `orch learned` and its subcommands; a name alone lists its rules. */
export const learnedCommand = buildRouteMap({
  routes: {
    list: listCommand,
    show: showCommand,
    revoke: revokeCommand,
    scope: scopeCommand,
    review: reviewCommand,
    prune: pruneCommand,
    export: exportCommand,
    import: importCommand,
    share: shareCommand,
  },
  defaultCommand: "list",
  docs: {
    brief: "List what an agent has learned, and change it",
    fullDescription: [
      "Lists what an agent has learned, and changes it.",
      "",
      "`orch learned NAME` lists an agent's rules.",
    ].join("\n"),
  },
});

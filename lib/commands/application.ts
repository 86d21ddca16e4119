import {
  type Application,
  buildApplication,
  buildRouteMap,
  text_en,
} from "@stricli/core";
import manifest from "../../deno.json" with { type: "json" };
import { ExitCode, OrchError } from "../errors/mod.ts";
import { agentsCommand } from "./agents/mod.ts";
import { approvalsCommand } from "./approvals/mod.ts";
import { approveCommand } from "./approve/mod.ts";
import type { OrchContext } from "./context.ts";
import { demoCommand } from "./demo/mod.ts";
import { denyCommand } from "./deny/mod.ts";
import { doctorCommand } from "./doctor/mod.ts";
import { errorText } from "./error_text.ts";
import { explainCommand } from "./explain/mod.ts";
import { learnedCommand } from "./learned/mod.ts";
import { monitorCommand } from "./monitor/mod.ts";
import { policyCommand } from "./policy/mod.ts";
import { rehearseCommand } from "./rehearse/mod.ts";
import { replayCommand } from "./replay/mod.ts";
import { resumeCommand } from "./resume/mod.ts";
import { screenCommand } from "./screen/mod.ts";
import { setupCommand } from "./setup/mod.ts";
import { statusCommand } from "./status/mod.ts";
import { teardownCommand } from "./teardown/mod.ts";

/** The version of orch. */
export const version: string = manifest.version;

/** The `orch` command line: every command, its flags and its help. */
export const application: Application<OrchContext> = buildApplication(
  buildRouteMap<string, OrchContext>({
    routes: {
      setup: setupCommand,
      monitor: monitorCommand,
      status: statusCommand,
      resume: resumeCommand,
      approvals: approvalsCommand,
      approve: approveCommand,
      deny: denyCommand,
      learned: learnedCommand,
      policy: policyCommand,
      explain: explainCommand,
      replay: replayCommand,
      screen: screenCommand,
      agents: agentsCommand,
      teardown: teardownCommand,
      doctor: doctorCommand,
      demo: demoCommand,
      rehearse: rehearseCommand,
    },
    docs: {
      brief: "Runs coding agents in tmux: answers what it may answer, learns " +
        "from what you answer, and leaves the rest to you",
      hideRoute: { rehearse: true },
    },
  }),
  {
    name: "orch",
    versionInfo: { currentVersion: version },
    scanner: {
      caseStyle: "allow-kebab-for-camel",
      allowArgumentEscapeSequence: true,
    },
    documentation: { disableAnsiColor: true },
    determineExitCode: (error) =>
      error instanceof OrchError ? error.exitCode : ExitCode.failed,
    localization: {
      text: {
        ...text_en,
        exceptionWhileRunningCommand: errorText,
        exceptionWhileLoadingCommandFunction: errorText,
        commandErrorResult: errorText,
        exceptionWhileParsingArguments: (error) =>
          `orch: ${error instanceof Error ? error.message : String(error)}\n` +
          "  try: the same command with --help",
      },
    },
  },
);

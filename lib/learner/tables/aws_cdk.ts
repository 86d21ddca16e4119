import type { ToolFacts } from "../assessment/mod.ts";
import { reaches } from "./tool_kinds.ts";

/**
 * What the AWS CDK only shows. Source: the AWS CDK command line reference.
 *
 * To know the infrastructure it runs the project's own program.
 */

const refused =
  "--app -a --plugin -p --role-arn -r --ca-bundle-path --proxy --build --profile --output-file";

const runs = (does: string, flags = ""): ToolFacts => ({
  tier: "project",
  does,
  flags:
    `-q --quiet -j --json --no-color --ci --strict -c: --context: --long -l -e --exclusively --all --no-notices --no-version-reporting --no-path-metadata --no-asset-metadata --no-staging --no-lookups -o:inside --output:inside ${flags}`,
  refuses: refused,
  operands: "name*",
  inProject: true,
});

const looks = (does: string, flags = ""): ToolFacts => ({
  tier: "read",
  does,
  flags,
  refuses: refused,
  inProject: true,
});

/** What is known of `cdk`. */
export const awsCdk: ToolFacts = {
  tier: "read",
  does: "asks the CDK",
  help: "-h --help",
  helpOf:
    "deploy destroy bootstrap init import migrate watch gc refactor acknowledge ack docs doc rollback drift",
  inProject: true,
  subcommands: {
    synth: runs("builds the infrastructure's templates", "--validation"),
    synthesize: runs("builds the infrastructure's templates", "--validation"),
    list: runs("lists stacks", "-d --show-dependencies"),
    ls: runs("lists stacks", "-d --show-dependencies"),
    metadata: runs("shows what a stack says of itself"),
    diff: runs(
      "compares the infrastructure with the project",
      "--security-only --fail --no-change-set --context-lines:number --template:inside --processed",
    ),
    context: looks("shows what was found out before", "-j --json"),
    notices: looks("reads notices", "--unacknowledged -u"),
    version: looks("prints a version"),
    doctor: looks("checks the set-up"),
  },
  otherwise: reaches("works on machines elsewhere"),
};

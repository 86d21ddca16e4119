import type { ToolFacts } from "../assessment/mod.ts";
import { checks, fetches, looks, reaches } from "./tool_kinds.ts";

/**
 * What tools that build machines show of them. Sources: the documentation of
 * Terraform, OpenTofu and Packer.
 *
 * Terraform starts the providers that `init` fetched and the lock file names,
 * whenever it needs to know what they can do. `plan` does more: it runs the
 * programs that data sources name. What `console` reads nobody sees.
 */

const shows = (
  does: string,
  flags = "",
  operands = "",
): ToolFacts => ({
  ...looks(does, `-no-color ${flags}`, operands),
  inProject: true,
  singleDash: true,
});

const formats = (flags: string): ToolFacts => ({
  ...checks(`-check -diff -recursive -list? -write? -no-color ${flags}`),
  singleDash: true,
  modes: [{
    with: "-check -write=false",
    tier: "read",
    does: "looks how the project's code is formatted",
  }],
});

/** What is known of Terraform. */
const terraform: ToolFacts = {
  tier: "read",
  does: "asks Terraform",
  flags: "--version -version -v -chdir:inside",
  help: "-help --help -h",
  helpOf:
    "init apply destroy import refresh console login logout taint untaint test force-unlock get output",
  singleDash: true,
  inProject: true,
  subcommands: {
    fmt: formats(""),
    validate: shows(
      "checks the project's code",
      "-json -no-tests -test-directory:inside",
    ),
    version: shows("prints a version", "-json"),
    modules: shows("lists modules", "-json"),
    metadata: {
      ...shows("lists functions"),
      subcommands: { functions: shows("lists functions", "-json") },
      otherwise: reaches("works on machines elsewhere"),
    },
    providers: {
      ...shows("lists providers", "-test-directory:inside"),
      subcommands: {
        schema: shows("describes providers", "-json"),
        lock: reaches("fetches providers that the line names"),
        mirror: {
          ...fetches(
            "fetches the providers that the project names",
            "-platform:name",
            "registry.terraform.io",
          ),
          operands: "write",
          singleDash: true,
          once: true,
        },
      },
    },
    graph: shows(
      "shows what depends on what",
      "-type? -draw-cycles -plan:inside -module-depth:number",
    ),
    show: {
      ...shows(
        "shows what was built, without what is secret",
        "-json",
        "inside",
      ),
      modes: [{
        with: "-json",
        tier: "project",
        does: "shows what was built, secrets as well",
        once: true,
      }],
    },
    output: {
      ...shows(
        "lists results, without what is secret",
        "-json -raw -state:inside",
      ),
      modes: [{
        with: "-json -raw",
        tier: "project",
        does: "shows results, secrets as well",
        once: true,
      }],
    },
    state: {
      ...shows("lists what was built"),
      subcommands: {
        list: shows(
          "lists what was built",
          "-state:inside -id:name",
          "text*",
        ),
        show: shows(
          "shows what was built, without what is secret",
          "-state:inside",
          "text",
        ),
      },
      otherwise: reaches("reads or changes what was built"),
    },
    workspace: {
      ...shows("lists workspaces"),
      subcommands: {
        list: shows("lists workspaces"),
        show: shows("shows the workspace"),
        select: {
          ...shows("changes the workspace", "", "name"),
          tier: "project",
          once: true,
          refuses: "-or-create",
        },
      },
      otherwise: reaches("changes workspaces"),
    },
    get: {
      ...fetches(
        "fetches the modules that the project names",
        "-update -no-color -test-directory:inside",
        "the sources of modules",
      ),
      singleDash: true,
      once: true,
    },
    plan: {
      ...fetches(
        "compares the infrastructure with the project",
        "-no-color -compact-warnings -detailed-exitcode -refresh? -input? -lock? -lock-timeout:name -parallelism:number -json -target: -replace: -exclude: -refresh-only -destroy -var: -var-file:inside -out:write",
        "the cloud",
      ),
      singleDash: true,
      once: true,
    },
  },
  otherwise: reaches("works on machines elsewhere"),
};

const template = "-var: -var-file:inside -only: -except: -machine-readable";

/** What is known of Packer. */
const packer: ToolFacts = {
  tier: "read",
  does: "asks Packer",
  flags: "--version -version -v -machine-readable",
  help: "-help --help -h",
  helpOf: "build init console fix hcl2_upgrade plugins",
  singleDash: true,
  inProject: true,
  subcommands: {
    version: shows("prints a version"),
    validate: {
      ...shows(
        "checks a template",
        `${template} -syntax-only -no-warn-undeclared-var -warn-on-undeclared-var -ignore-prerelease-plugins -use-sequential-evaluation`,
        "inside",
      ),
      refuses: "-evaluate-datasources",
    },
    inspect: shows("describes a template", template, "inside"),
    fmt: { ...formats(""), operands: "inside" },
    plugins: {
      ...shows("lists plugins"),
      helpOf: "install remove",
      subcommands: {
        installed: shows("lists plugins"),
        required: shows("lists plugins", "", "inside"),
      },
      otherwise: reaches("installs or removes plugins"),
    },
  },
  otherwise: reaches("works on machines elsewhere"),
};

/** Tools that build machines, by name. */
export const infrastructureTools: Readonly<Record<string, ToolFacts>> = {
  terraform,
  tofu: terraform,
  packer,
};

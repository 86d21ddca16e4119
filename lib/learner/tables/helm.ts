import type { ToolFacts } from "../assessment/mod.ts";
import { clusterQuestions } from "./cluster_kinds.ts";

/**
 * What Helm only shows, renders or checks. Source: the Helm reference.
 *
 * A chart is one of the project's folders, or one of a repository that the
 * person has added. What was installed holds the secrets that it was given.
 */

const everywhere =
  "-n:word --namespace:word --kube-context:word --debug --color:word --no-color";

const refused =
  "--kubeconfig --kube-apiserver --kube-token --kube-as-user --kube-as-group --kube-ca-file --kube-tls-server-name --kube-insecure-skip-tls-verify --post-renderer --post-renderer-args --set-file --repo --ca-file --cert-file --key-file --keyring --username --password --pass-credentials --plain-http --insecure-skip-tls-verify --plugins-directory --registry-config --repository-config --repository-cache --content-cache --dependency-update --output-dir --verify";

const asks = clusterQuestions(everywhere, refused, "name*");

const settings = (does: string, flags: string): ToolFacts => ({
  ...asks(does, flags),
  tier: "fetch",
  once: true,
});

const values =
  "-f:inside --values:inside --set: --set-string: --set-json: --set-literal:";

const renders =
  `${values} --version: --devel --description: --disable-openapi-validation --skip-crds --no-hooks --skip-tests --timeout:word --wait --wait-for-jobs --atomic --create-namespace -g --generate-name --name-template:name --replace --hide-notes --render-subchart-notes --skip-schema-validation`;

const lists = "-o:word --output:word -q --short --max:number -m:number";

const shows: ToolFacts = {
  ...asks("shows a chart"),
  subcommands: Object.fromEntries(
    ["all", "chart", "crds", "readme", "values"].map((part) => [
      part,
      asks("shows a chart", "--version: --devel --jsonpath:", "inside"),
    ]),
  ),
  otherwise: { tier: "remote", does: "is not known of helm" },
};

const dependencies: ToolFacts = {
  ...asks("lists what a chart needs"),
  subcommands: Object.fromEntries(
    ["list", "ls"].map((name) => [
      name,
      asks("lists what a chart needs", "--max-col-width:number", "inside"),
    ]),
  ),
  otherwise: { tier: "remote", does: "fetches what a chart needs" },
};

/** Without `--dry-run`, or with another value of it, it does what it says. */
const changes = (
  flags: string,
  does: string,
  operands: string,
): ToolFacts => ({
  tier: "remote",
  does: "changes releases",
  flags: `${everywhere} ${flags} --dry-run?`,
  refuses: refused,
  operands,
  modes: [{ with: "--dry-run", value: /^(client|true)?$/, tier: "read", does }],
});

const installs = (flags: string): ToolFacts =>
  changes(
    `${renders} ${flags}`,
    "renders a chart without installing it",
    "inside*",
  );

const uninstalls = changes(
  "--keep-history --no-hooks --wait --timeout:word --description: --cascade:word --ignore-not-found",
  "says what it would uninstall",
  "name*",
);

/** What is known of Helm. */
export const helm: ToolFacts = {
  tier: "read",
  does: "asks Helm",
  flags: everywhere,
  help: "-h --help",
  helpOf:
    "install upgrade uninstall rollback test create package pull push repo dependency plugin registry get show template",
  subcommands: {
    ...Object.fromEntries(
      ["list", "ls"].map((name) => [
        name,
        asks(
          "lists releases",
          `${lists} -A --all-namespaces -a --all -l: --selector: -f: --filter: --deployed --failed --pending --superseded --uninstalled --uninstalling -d --date -r --reverse --offset:number --time-format: --no-headers`,
          "",
        ),
      ]),
    ),
    status: asks(
      "reads the state of a release",
      "-o:word --output:word --revision:number --show-desc --show-resources",
      "name",
    ),
    ...Object.fromEntries(
      ["history", "hist"].map((name) => [
        name,
        asks(
          "reads the history of a release",
          "-o:word --output:word --max:number",
          "name",
        ),
      ]),
    ),
    get: {
      ...asks("reads a release"),
      subcommands: {
        metadata: asks(
          "reads a release",
          "-o:word --output:word --revision:number",
          "name",
        ),
        notes: asks(
          "reads the notes of a release",
          "--revision:number",
          "name",
        ),
        values: settings(
          "shows settings that may hold secrets",
          "-a --all -o:word --output:word --revision:number",
        ),
      },
      otherwise: {
        tier: "critical",
        does: "shows what was installed, its secrets as well",
      },
    },
    show: shows,
    inspect: shows,
    search: {
      ...asks("searches charts"),
      subcommands: {
        repo: asks(
          "searches charts",
          "-l --versions --devel --version: -r --regexp -o:word --output:word --max-col-width:number --fail-on-no-result",
          "text*",
        ),
        hub: {
          ...asks(
            "searches charts",
            "-o:word --output:word --max-col-width:number --list-repo-url --fail-on-no-result",
            "text*",
          ),
          refuses: `${refused} --endpoint`,
        },
      },
      otherwise: { tier: "remote", does: "is not known of helm" },
    },
    template: asks(
      "renders a chart",
      `${renders} --include-crds --is-upgrade -s:inside --show-only:inside -a: --api-versions: --kube-version: --release-name`,
      "inside*",
    ),
    lint: asks(
      "checks a chart",
      `${values} --strict --with-subcharts --quiet --kube-version: --skip-schema-validation`,
      "inside*",
    ),
    verify: asks("checks who signed a chart", "", "inside"),
    install: installs("--force --labels:"),
    upgrade: installs(
      "-i --install --force --reset-values --reuse-values --reset-then-reuse-values --cleanup-on-fail --history-max:number --labels:",
    ),
    uninstall: uninstalls,
    un: uninstalls,
    del: uninstalls,
    delete: uninstalls,
    rollback: changes(
      "--force --cleanup-on-fail --history-max:number --no-hooks --recreate-pods --timeout:word --wait --wait-for-jobs",
      "says what it would roll back",
      "name*",
    ),
    dependency: dependencies,
    dep: dependencies,
    dependencies,
    version: asks("prints a version", "--short -c --client --template:", ""),
    // One of them is the token by which it asks the cluster.
    env: settings("shows the settings of Helm", ""),
    help: asks("shows how it is used"),
    completion: asks("prints completions", "--no-descriptions", "name"),
    repo: {
      ...asks("lists repositories"),
      subcommands: {
        list: asks("lists repositories", "-o:word --output:word", ""),
        ls: asks("lists repositories", "-o:word --output:word", ""),
      },
      otherwise: { tier: "remote", does: "changes repositories" },
    },
    plugin: {
      ...asks("lists plugins"),
      subcommands: {
        list: asks("lists plugins", "", ""),
        ls: asks("lists plugins", "", ""),
      },
      otherwise: { tier: "critical", does: "installs or removes code" },
    },
  },
  otherwise: { tier: "remote", does: "changes releases" },
};

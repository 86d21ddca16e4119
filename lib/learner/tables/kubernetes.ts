import type { ToolFacts } from "../assessment/mod.ts";
import { clusterQuestions } from "./cluster_kinds.ts";
import { reaches } from "./tool_kinds.ts";

/**
 * What may be read of a Kubernetes cluster. Source: the kubectl reference.
 *
 * What a command writes to a folder or builds from one is judged by its path.
 * Another cluster than those that the person has set up is never asked.
 */

const everywhere =
  "-n:word --namespace:word --context:word --request-timeout:word";

const refused =
  "--kubeconfig --server -s --token --as --as-group --as-uid --user --cluster --certificate-authority --client-certificate --client-key --insecure-skip-tls-verify --tls-server-name --username --password --raw --cache-dir --profile --profile-output --template -k --kustomize --filename -f --v -v --vmodule --log-file";

const selects = "-l: --selector: --field-selector: -A --all-namespaces?";

const reads = clusterQuestions(everywhere, refused, "word*");

const changes = reaches("changes the cluster");

/** What is known of `kubectl`. */
export const kubectl: ToolFacts = {
  tier: "read",
  does: "asks the cluster",
  flags: everywhere,
  help: "-h --help",
  helpOf:
    "apply create delete edit patch replace scale autoscale label annotate run expose set exec attach cp port-forward proxy debug drain cordon uncordon taint certificate wait rollout config auth diff kustomize",
  subcommands: {
    get: reads(
      "reads the cluster's objects",
      `${selects} -o: --output: -w --watch? --watch-only --show-labels? --show-kind --sort-by: --no-headers? -L:word --label-columns:word --ignore-not-found? --chunk-size:number --subresource:word --output-watch-events --allow-missing-template-keys`,
    ),
    describe: reads(
      "reads the cluster's objects",
      `${selects} --show-events? --chunk-size:number`,
    ),
    logs: {
      ...reads(
        "reads the cluster's logs",
        "-c:word --container:word -l: --selector: --follow? -p --previous? --all-containers? --timestamps? --tail:number --since:word --since-time: --limit-bytes:number --prefix? --ignore-errors --max-log-requests:number --all-pods -f",
      ),
      refuses: refused.replace(" -f ", " "),
    },
    events: reads(
      "reads what happened in the cluster",
      `-A --all-namespaces? --for:word -w --watch? --types:word -o: --output: --no-headers?`,
      "",
    ),
    top: reads(
      "measures the cluster",
      `${selects} --containers? --sort-by:word --no-headers? --sum --use-protocol-buffers --show-capacity`,
    ),
    explain: reads(
      "shows documentation",
      "--recursive --api-version:word --output:word",
    ),
    version: reads(
      "prints a version",
      "--client? --short -o:word --output:word",
      "",
    ),
    options: reads("shows documentation", "", ""),
    completion: reads("prints completions", "", "word"),
    help: reads("shows how it is used", "", "word*"),
    "api-resources": reads(
      "lists kinds of objects",
      "--api-group:word --namespaced? --no-headers? -o:word --output:word --sort-by:word --verbs:word --cached --categories:word",
      "",
    ),
    "api-versions": reads("lists kinds of objects", "", ""),
    "cluster-info": {
      ...reads("asks the cluster", "", ""),
      subcommands: {
        dump: reads(
          "reads the state of the cluster",
          "-A --all-namespaces? --namespaces:word --output-directory:write -o:word --output:word",
          "",
        ),
      },
      open: true,
    },
    rollout: {
      ...reads("reads how far a rollout is"),
      subcommands: {
        status: reads(
          "reads how far a rollout is",
          "-l: --selector: -w --watch? --timeout:word --revision:number",
        ),
        history: reads(
          "reads how far a rollout is",
          "-l: --selector: --revision:number -o:word --output:word",
        ),
      },
      otherwise: changes,
    },
    auth: {
      ...reads("asks what is allowed"),
      subcommands: {
        "can-i": reads(
          "asks what is allowed",
          "-A --all-namespaces? --list -q --quiet --no-headers? --subresource:word",
        ),
        whoami: reads("asks who this is", "-o:word --output:word", ""),
      },
      otherwise: changes,
    },
    config: {
      ...reads("reads the settings of clusters"),
      subcommands: {
        view: reads(
          "reads the settings of clusters, without what is secret",
          "-o: --output: --minify",
          "",
        ),
        "current-context": reads("reads the settings of clusters", "", ""),
        "get-contexts": reads(
          "reads the settings of clusters",
          "-o:word --output:word --no-headers?",
        ),
        "get-clusters": reads("reads the settings of clusters", "", ""),
        "get-users": reads("reads the settings of clusters", "", ""),
      },
      otherwise: {
        tier: "remote",
        does: "changes or shows the settings of clusters",
      },
    },
    plugin: {
      ...reads("lists plugins"),
      subcommands: { list: reads("lists plugins", "--name-only", "") },
      otherwise: changes,
    },
    diff: {
      ...reads(
        "compares the cluster with the project",
        "-f:inside --filename:inside -R --recursive --server-side -l: --selector: --concurrency:number --show-managed-fields --field-manager:word --force-conflicts",
        "",
      ),
      refuses: refused.replace(" -f ", " ").replace(" --filename ", " "),
    },
    kustomize: {
      ...reads("builds the objects that a folder describes", "", "inside"),
      // What a folder names from elsewhere is fetched.
      tier: "project",
      refuses:
        `${refused} --enable-helm --enable-exec --enable-alpha-plugins --enable-star --network --helm-command --load-restrictor --mount --env -e -o --output`,
    },
  },
  otherwise: changes,
};

/** Ways in which `-o` shows an object that read no file. */
export const outputs: RegExp =
  /^(json|yaml|wide|name|(jsonpath|jsonpath-as-json|custom-columns|go-template|template)=[^]*|custom-columns|jsonpath)$/;

/** Those that show of a secret no more than its name and size. */
export const bareOutputs: RegExp = /^(wide|name)$/;

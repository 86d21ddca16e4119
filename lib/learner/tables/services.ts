import type { ToolFacts } from "../facts.ts";
import { containerEngines } from "./containers.ts";
import { homebrew } from "./homebrew.ts";

/**
 * What may be read of containers, forges and clouds. Sources: the reference
 * documentation of docker, kubectl and gh.
 */

const kube =
  "-n:word -A -o:word -l: -w -c:word --namespace:word --all-namespaces --output:word --selector: --watch --container:word --context:word --show-labels --sort-by: --field-selector: --no-headers --tail:number --since:word -f --follow -p --previous --all-containers --timestamps --show-events --client --short --api-group:word --recursive --limit-bytes:number --containers --prefix";

const kubeReads = (does: string): ToolFacts => ({
  tier: "fetch",
  does,
  flags: kube,
  refuses:
    "--kubeconfig --server -s --token --as --as-group --user --cluster --certificate-authority --insecure-skip-tls-verify --username --password --raw --cache-dir --template -k --kustomize --filename",
  operands: "word*",
  host: "the cluster",
});

const forge = (does: string, flags = ""): ToolFacts => ({
  tier: "fetch",
  does,
  flags:
    `${flags} -R:word --repo:word --json:word -q: --jq: -L:number --limit:number -s:word --state:word -l: --label: -a:word --assignee:word -A:word --author:word -S: --search: -c --comments --log --log-failed -v --verbose -b:word --branch:word -w:word --workflow:word -j:word --job:word -e:word --event:word -u:word --user:word --status:word -B:word --base:word -H:word --head:word --name-only --patch --required --color:word --exit-status -i:number --interval:number --watch -t: --template: -o:word --order:word --sort:word --archived --fork --source --visibility:word --language:word --topic:word -d --draft --milestone: --mention:word --app:word --attempt:number -y --yaml --active --all --owner: --key: --ref: --exclude-drafts --exclude-pre-releases --org: --language:word --created: --updated: --extension:word --filename: --match:word --stars: --merged? --closed`,
  refuses:
    "--web --hostname --show-token -F -f -X --input --field --raw-field --method --body-file",
  operands: "text*",
  host: "github.com",
});

const views = (what: string, ...names: string[]): ToolFacts => ({
  tier: "fetch",
  does: `reads ${what}`,
  subcommands: Object.fromEntries(
    names.map((name) => [name, forge(`reads ${what} on GitHub`)]),
  ),
  otherwise: { tier: "remote", does: `changes ${what} on GitHub` },
});

const helm = (does: string): ToolFacts => ({
  tier: "fetch",
  does,
  flags:
    "-n:word -A -o:word -a -q -l: -f:inside --namespace:word --all-namespaces --output:word --all --revision:number --max:number --filter: --short --deployed --failed --pending --selector: --version: --values:inside --include-crds --with-subcharts --strict --quiet --devel -c",
  refuses:
    "--kubeconfig --kube-apiserver --kube-token --kube-context --post-renderer --set-file --repo --ca-file --keyring --plugins-directory --registry-config --repository-config",
  operands: "word*",
  host: "the cluster",
});

/** Tools for services, by name. */
export const services: Readonly<Record<string, ToolFacts>> = {
  ...containerEngines,
  kubectl: {
    tier: "read",
    does: "asks the cluster",
    flags: "-n:word --namespace:word --context:word",
    subcommands: {
      rollout: {
        tier: "fetch",
        does: "reads how far a rollout is",
        subcommands: {
          status: kubeReads("reads how far a rollout is"),
          history: kubeReads("reads how far a rollout is"),
        },
        otherwise: { tier: "remote", does: "changes the cluster" },
      },
      get: kubeReads("reads the cluster's objects"),
      describe: kubeReads("reads the cluster's objects"),
      logs: kubeReads("reads the cluster's logs"),
      top: kubeReads("measures the cluster"),
      explain: kubeReads("shows documentation"),
      version: kubeReads("prints a version"),
      "api-resources": kubeReads("lists kinds of objects"),
      "api-versions": kubeReads("lists kinds of objects"),
      "cluster-info": { ...kubeReads("asks the cluster"), operands: "" },
    },
    otherwise: { tier: "remote", does: "changes the cluster" },
  },
  gh: {
    tier: "read",
    does: "asks GitHub",
    flags: "-R:word --repo:word",
    subcommands: {
      gist: views("gists", "list"),
      project: views("projects", "list", "view", "field-list", "item-list"),
      org: views("organisations", "list"),
      ruleset: views("rulesets", "list", "view", "check"),
      variable: views("variables", "list"),
      extension: views("extensions", "list"),
      alias: views("aliases", "list"),
      pr: views("pull requests", "view", "list", "status", "diff", "checks"),
      issue: views("issues", "view", "list", "status"),
      run: views("workflow runs", "view", "list", "watch"),
      workflow: views("workflows", "view", "list"),
      repo: views("repositories", "view", "list"),
      release: views("releases", "view", "list"),
      label: views("labels", "list"),
      cache: views("caches", "list"),
      search: views(
        "search results",
        "repos",
        "issues",
        "prs",
        "code",
        "commits",
      ),
      status: forge("reads what is new on GitHub"),
    },
    otherwise: {
      tier: "remote",
      does: "changes something on GitHub, or shows a token",
    },
  },
  brew: homebrew,
  helm: {
    tier: "read",
    does: "asks Helm",
    flags: "-n:word --namespace:word",
    subcommands: {
      ...Object.fromEntries(
        [
          "list",
          "ls",
          "status",
          "history",
          "search",
          "show",
          "inspect",
          "lint",
          "version",
        ]
          .map((name) => [name, helm("reads releases and charts")]),
      ),
      repo: {
        tier: "fetch",
        does: "lists repositories",
        subcommands: {
          list: helm("lists repositories"),
          ls: helm("lists repositories"),
        },
        otherwise: { tier: "remote", does: "changes repositories" },
      },
    },
    otherwise: { tier: "remote", does: "changes releases" },
  },
};

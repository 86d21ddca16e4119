import type { ServiceFacts } from "../assessment/mod.ts";

/**
 * Further groups of what the Azure command line only looks at, and commands
 * whose verbs say so in other words. Source: the Azure CLI reference.
 *
 * None of them shows a key, a setting of an application, or a connection.
 */
const further: Readonly<Record<string, ServiceFacts>> = {
  acr: {
    groups: "connected-registry encryption helm soft-delete",
    looks:
      "show-endpoints, manifest list-metadata, manifest show-metadata, manifest list-referrers, task list-runs, task show-run",
  },
  ad: {
    groups: "ds",
    looks: "app permission list-grants, signed-in-user list-owned-objects",
  },
  aks: {
    groups: "machine",
    looks: "addon list-available, mesh get-revisions, operation show-latest",
  },
  appservice: {
    looks: "ase list-addresses, ase list-plans, domain show-terms",
  },
  aro: { looks: "list, show, get-versions" },
  attestation: { groups: "policy" },
  automation: {
    groups:
      "account runbook job schedule hrwg software-update-configuration configuration python3-package",
  },
  backup: {
    groups: "encryption",
    looks:
      "vault list-soft-deleted-containers, policy get-default-for-vm, policy list-associated-items, protection check-vm, recoverypoint show-log-chain",
  },
  batch: {
    groups: "package summary subtask supported-images",
    looks:
      "pool node-counts list, pool usage-metrics list, job task-counts show, job prep-release-status list",
  },
  blueprint: { groups: "assignment artifact" },
  boards: {
    looks:
      "work-item relation list-type, iteration team show-default-iteration",
  },
  cdn: { groups: "rule waf policy", looks: "name-exists, profile usage" },
  connectedmachine: {},
  datafactory: {
    looks:
      "pipeline-run query-by-factory, trigger query-by-factory, activity-run query-by-pipeline-run, integration-runtime get-status",
  },
  dataprotection: {
    groups: "backup-vault backup-instance backup-policy job recovery-point",
  },
  dt: { groups: "model route role-assignment", looks: "twin show, twin query" },
  eventgrid: { looks: "topic-type list-event-types" },
  fleet: { groups: "member updaterun updatestrategy" },
  hdinsight: {
    groups: "autoscale",
    looks: "autoscale list-timezones",
  },
  identity: { looks: "list-resources, list-operations" },
  keyvault: {
    groups: "rotation-policy pending",
    looks:
      "show-deleted, check-name, key get-policy-template, key rotation-policy show, certificate get-default-policy, certificate pending show",
  },
  maintenance: { groups: "configuration assignment update" },
  managedservices: { groups: "assignment definition" },
  ml: { looks: "compute list-nodes" },
  monitor: {
    groups: "pack",
    looks: "log-analytics workspace get-schema",
  },
  netappfiles: {
    groups: "backup quota-limit subvolume volume-group",
    looks: "check-file-path-availability",
  },
  network: {
    groups: "ip-group perimeter routeserver security-partner-provider vrouter",
    looks:
      "list-service-tags, list-service-aliases, application-gateway waf-config list-rule-sets, vnet-gateway list-bgp-peer-status, vnet-gateway list-learned-routes, express-route list-service-providers, express-route get-stats, express-route list-arp-tables, traffic-manager profile check-dns",
  },
  policy: { groups: "deployment non-compliance-message" },
  portal: { groups: "dashboard" },
  quantum: { looks: "workspace quotas" },
  role: { looks: "assignment list-changelogs" },
  security: {
    groups:
      "assessment-metadata secure-score-controls auto-provisioning-setting workspace-setting jit-policy discovered-security-solution regulatory-compliance-standards adaptive-application-controls iot-solution topology",
  },
  sentinel: { groups: "incident alert-rule" },
  sf: { groups: "application-type managed-node-type" },
  "site-recovery": { groups: "vault" },
  sql: {
    groups:
      "conn-policy dns-alias instance-pool ltr-backup ltr-policy str-policy vm group advanced-threat-protection-setting classification",
    looks: "db replica list-links",
  },
  storage: {
    groups: "immutability-policy",
    looks: "container show-permission, share stats, queue stats, message peek",
  },
  "stream-analytics": { groups: "job" },
  support: { groups: "tickets services problem-classifications" },
  synapse: {
    groups: "firewall-rule role assignment definition scope kusto pool",
    looks: "workspace check-name, activity-run query-by-pipeline-run",
  },
};

/**
 * Adds {@linkcode further} to what is known of services.
 *
 * @param services What is known of them.
 * @returns The same with those groups and commands.
 */
export function withFurther(
  services: Readonly<Record<string, ServiceFacts>>,
): Readonly<Record<string, ServiceFacts>> {
  const added = Object.entries(further).map(([name, more]) => {
    const known = Object.hasOwn(services, name) ? services[name]! : {};
    const groups = [known.groups, more.groups].filter(Boolean).join(" ");
    const looks = [known.looks, more.looks].filter(Boolean).join(", ");
    return [name, {
      ...known,
      ...(groups !== "" && { groups }),
      ...(looks !== "" && { looks }),
    }] as const;
  });
  return { ...services, ...Object.fromEntries(added) };
}

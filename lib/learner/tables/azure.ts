import type { ServiceFacts, ServiceTool } from "../assessment/mod.ts";
import { withFurther } from "./azure_more.ts";

/**
 * What the Azure command line only looks at. Source: the Azure CLI reference.
 *
 * Whatever has a key, a password or a connection string in its words is held
 * to show it, unless it is known to show no more than a name.
 */
/** Services that have nothing but lists of plain resources. */
const plain = Object.fromEntries(
  "alias automanage blueprint capacity communication confluent custom-providers customlocation databox datadog desktopvirtualization elastic elastic-san fleet grafana healthcareapis hpc-cache import-export k8s-configuration k8s-extension load maintenance mixed-reality nginx notification-hub orbital peering portal purview restore-point stack storagesync stream-analytics support ts vmware webpubsub workloads"
    .split(" ").map((
      name,
    ) => [name, { groups: "account workspace group instance" }]),
);

const services: Readonly<Record<string, ServiceFacts>> = {
  ...plain,
  account: {
    groups: "management-group subscription tenant lock alias",
    secrets: "get-access-token",
  },
  acr: {
    groups:
      "repository replication webhook task agentpool manifest config retention content-trust scope-map cache pack import-pipeline export-pipeline pipeline-run private-endpoint-connection network-rule",
    looks: "check-name, repository show-tags, repository show-manifests",
    secrets: "credential show, login",
    settings: "webhook get-config",
  },
  ad: {
    groups: "user group sp app member owner signed-in-user permission",
    looks:
      "user get-member-groups, group get-member-groups, group member check",
  },
  advisor: { groups: "recommendation configuration" },
  afd: {
    groups:
      "profile endpoint origin origin-group route rule rule-set custom-domain",
  },
  aks: {
    groups:
      "nodepool addon maintenanceconfiguration snapshot trustedaccess role rolebinding mesh",
    secrets: "get-credentials",
  },
  apim: {
    groups: "api operation release revision versionset product schema",
    looks: "check-name",
  },
  appconfig: {
    groups: "kv revision feature filter replica identity",
    looks: "kv list, kv show, revision list",
    secrets: "credential list",
  },
  appservice: {
    groups: "plan ase domain hybrid-connection vnet-integration",
    looks: "list-locations",
  },
  backup: {
    groups:
      "vault container item job policy recoverypoint protectable-item protectable-vm backup-properties",
  },
  batch: {
    groups: "account application location quotas pool job task node",
  },
  billing: { groups: "account invoice profile period property customer" },
  bicep: { looks: "version, list-versions" },
  boards: {
    groups: "iteration team project area work-item relation",
    looks: "query, iteration team list-work-items",
  },
  bot: {},
  cache: {},
  cdn: {
    groups: "profile endpoint origin origin-group custom-domain edge-node",
  },
  cloud: {},
  cognitiveservices: {
    groups: "account deployment model usage commitment-plan",
    looks:
      "account list-skus, account list-kinds, account list-models, account list-usage",
  },
  config: { looks: "get" },
  connectedk8s: {},
  consumption: {
    groups: "usage budget pricesheet reservation summary detail marketplace",
  },
  container: {
    looks: "logs",
  },
  containerapp: {
    groups:
      "env revision replica logs ingress identity dapr-component job execution traffic label hostname registry certificate",
    secrets: "secret show, secret list, auth show",
  },
  cosmosdb: {
    groups:
      "sql mongodb cassandra gremlin table database container collection keyspace graph throughput role definition assignment stored-procedure trigger user-defined-function private-link-resource private-endpoint-connection locations restorable-database-account",
    looks: "check-name-exists",
    secrets: "list-keys, list-read-only-keys, list-connection-strings",
  },
  databricks: { groups: "workspace access-connector vnet-peering" },
  datafactory: {
    groups:
      "pipeline pipeline-run dataset trigger trigger-run activity-run integration-runtime linked-service",
    settings: "linked-service show, linked-service list",
  },
  deployment: {
    groups: "group sub mg tenant operation",
  },
  devops: {
    groups:
      "project team wiki page service-endpoint user extension security group permission namespace membership",
    looks: "service-endpoint list, service-endpoint show, team list-member",
  },
  disk: {},
  "disk-access": {},
  "disk-encryption-set": {},
  dms: { groups: "project task" },
  eventgrid: {
    groups: "topic domain event-subscription system-topic topic-type partner",
  },
  eventhubs: {
    groups:
      "namespace eventhub consumer-group cluster georecovery-alias network-rule-set schema-registry application-group authorization-rule",
  },
  extension: { looks: "list-available" },
  feature: { groups: "registration" },
  functionapp: {
    groups:
      "config deployment source slot plan hostname identity cors log hybrid-connection vnet-integration access-restriction function runtime",
    looks:
      "list-runtimes, list-consumption-locations, list-flexconsumption-locations, config access-restriction show",
    secrets: "config appsettings list, keys list, function keys list",
  },
  graph: { looks: "query" },
  group: { groups: "lock deployment", looks: "exists" },
  hdinsight: { groups: "application host monitor" },
  identity: { groups: "federated-credential" },
  image: { groups: "builder", settings: "builder show" },
  iot: {
    groups:
      "hub dps job consumer-group route message-enrichment device-identity device-twin",
    secrets: "hub device-identity show, hub device-identity list, dps show",
  },
  keyvault: {
    groups:
      "key secret certificate network-rule private-link-resource role assignment definition contact issuer region",
    looks:
      "key list, key show, key list-versions, key list-deleted, key show-deleted, secret list, secret list-versions, secret list-deleted, certificate list, certificate show, certificate list-versions, certificate list-deleted",
    secrets: "secret show, secret download, certificate download",
  },
  kusto: { groups: "cluster database data-connection" },
  lab: { groups: "vm vnet formula custom-image environment" },
  lock: {},
  logicapp: {
    groups: "deployment plan config",
    looks: "config access-restriction show",
  },
  managedapp: { groups: "definition" },
  managementpartner: {},
  maps: { groups: "account" },
  ml: {
    groups:
      "workspace model compute job environment data component datastore online-endpoint online-deployment batch-endpoint batch-deployment registry schedule",
    looks: "online-deployment get-logs, compute list-sizes, compute list-usage",
    secrets: "online-endpoint get-credentials",
  },
  monitor: {
    groups:
      "metrics metrics-list definition alert activity-log activity-log-alert action-group autoscale rule profile log-analytics workspace table saved-search solution data-export linked-service cluster diagnostic-settings categories subscription log-profiles scheduled-query app-insights component events account data-collection endpoint association private-link-scope resource",
    looks:
      "metrics list-definitions, metrics list-namespaces, log-analytics query, app-insights query, app-insights metrics show, app-insights events show, activity-log list-categories, log-analytics workspace list-management-groups, log-analytics workspace list-usages",
    secrets:
      "log-analytics workspace get-shared-keys, app-insights component show, app-insights component list",
    settings: "action-group show, action-group list",
  },
  mysql: {
    groups:
      "server flexible-server db firewall-rule parameter replica backup server-logs vnet-rule configuration database",
    looks:
      "flexible-server list-skus, flexible-server show-connection-string, server show-connection-string, server list-skus",
  },
  postgres: {
    groups:
      "server flexible-server db firewall-rule parameter replica backup server-logs vnet-rule configuration database",
    looks:
      "flexible-server list-skus, flexible-server show-connection-string, server show-connection-string, server list-skus",
  },
  mariadb: { groups: "server db firewall-rule configuration" },
  netappfiles: { groups: "account pool volume snapshot policy" },
  network: {
    groups:
      "vnet subnet peering nic ip-config nsg rule public-ip prefix lb address-pool frontend-ip probe inbound-nat-rule outbound-rule application-gateway http-settings http-listener url-path-map redirect-config waf-config waf-policy ssl-policy dns zone record-set a aaaa caa cname mx ns ptr soa srv txt private-dns link vnet route-table route nat gateway private-endpoint private-link-service dns-zone-group service-endpoint policy traffic-manager profile endpoint front-door backend-pool routing-rule watcher flow-log express-route circuit virtual-appliance vnet-gateway vpn-gateway vpn-connection ssl-cert root-cert vwan vhub asg ddos-protection firewall network-rule collection bastion local-gateway custom-ip private-endpoint-connection private-link-resource cross-region-lb manager",
    looks:
      "nic show-effective-route-table, nic list-effective-nsg, application-gateway show-backend-health, watcher show-topology, watcher show-next-hop, vnet check-ip-address, vnet list-available-ips, vnet list-endpoint-services, vnet subnet list-available-delegations",
    settings: "express-route list, express-route show",
  },
  pipelines: {
    groups:
      "build definition folder agent pool queue release runs artifact tag variable variable-group",
    looks: "build definition show, variable-group list, variable-group show",
    settings: "variable list, variable-group variable list",
  },
  policy: {
    groups:
      "definition assignment set-definition exemption state event remediation metadata identity attestation",
    looks: "state summarize",
  },
  ppg: {},
  provider: { groups: "operation permission" },
  quantum: { groups: "workspace target job offerings quotas" },
  redis: {
    groups: "firewall-rules patch-schedule server-link",
    secrets: "list-keys",
  },
  redisenterprise: { groups: "database", secrets: "database list-keys" },
  relay: { groups: "namespace hyco wcfrelay" },
  repos: { groups: "pr policy ref import work-item reviewer" },
  reservations: { groups: "reservation reservation-order catalog" },
  resource: { groups: "link lock" },
  role: { groups: "assignment definition" },
  search: { groups: "service private-endpoint-connection" },
  security: {
    groups:
      "alert assessment pricing contact setting task location secure-scores sub-assessment",
  },
  servicebus: {
    groups:
      "namespace queue topic subscription rule georecovery-alias network-rule-set migration authorization-rule",
  },
  sf: { groups: "cluster application service managed-cluster" },
  sig: { groups: "image-definition image-version gallery-application" },
  signalr: { groups: "cors upstream network-rule replica" },
  snapshot: {},
  spring: {
    groups: "app deployment service",
    settings: "app show, app deployment show",
  },
  sql: {
    groups:
      "server db elastic-pool mi failover-group firewall-rule vnet-rule ad-admin audit-policy threat-policy tde dw midb virtual-cluster sync replica usage outbound-firewall-rule op",
    looks:
      "db show-connection-string, db list-editions, db list-usages, db list-deleted, db list-replicas, server list-usages, mi list-editions, elastic-pool list-editions, elastic-pool list-dbs, list-usages, show-usage",
  },
  sshkey: {},
  staticwebapp: {
    groups: "environment hostname users functions",
    secrets: "secrets list, appsettings list",
  },
  storage: {
    groups:
      "account container blob share file directory queue table entity message fs metadata cors logging metrics policy service-properties network-rule management-policy blob-service-properties file-service-properties private-link-resource share-rm container-rm encryption-scope",
    looks:
      "blob exists, blob url, container exists, share exists, share url, file exists, file url, queue exists, table exists, entity query, entity show, fs exists, account check-name, account show-usage, blob show, blob list, container show, container list",
    secrets: "account keys list, account show-connection-string",
    changes: "message get",
  },
  synapse: {
    groups: "workspace sql spark pool job session pipeline notebook trigger",
    settings: "linked-service show",
  },
  tag: {},
  version: { looks: "" },
  vm: {
    groups:
      "image extension disk nic availability-set monitor metrics host group run-command application boot-diagnostics unmanaged-disk identity",
    looks:
      "boot-diagnostics get-boot-log, list-ip-addresses, list-sizes, list-skus, list-usage, list-vm-resize-options, get-instance-view, image list-offers, image list-publishers, image list-skus",
    settings:
      "extension show, extension list, run-command show, run-command list",
    secrets: "secret list",
  },
  vmss: {
    groups: "disk extension nic rolling-upgrade identity",
    looks:
      "get-instance-view, list-instances, list-instance-connection-info, list-instance-public-ips, list-skus, get-os-upgrade-history, rolling-upgrade get-latest",
    settings: "extension show, extension list",
  },
  webapp: {
    groups:
      "config deployment source slot log hostname vnet-integration traffic-routing cors webjob continuous triggered hybrid-connection identity plan backup snapshot",
    looks:
      "list-runtimes, list-instances, log tail, log show, config show, config access-restriction show, config hostname list, log deployment show, log deployment list, deployment source show",
    secrets:
      "config appsettings list, config connection-string list, deployment list-publishing-credentials, deployment list-publishing-profiles, config storage-account list, auth show, config ssl list, config backup show",
  },
};

/** What is known of `az`. */
export const azure: ServiceTool = {
  services: withFurther(services),
  verbs:
    /^(list|show|exists|list-(locations|usages?|versions|skus|sizes|runtimes|deleted|editions|kinds|models|types|offers|publishers|instances)|show-(usage|tags)|get-(upgrades|versions|upgrade-profile))$/,
  secret:
    /\bkeys?\b|keys\b|secret|credential|password|token|connection-string|publishing|appsettings|\bsas\b|authorization-rule keys|\bauth\b|certificate download/,
  globals:
    "-o:word --output:word --query: --subscription: --verbose --only-show-errors",
  flags:
    "-g:word -n: -l:word -c: -p: -r: -t: -w: -d -i: -u: -j: -s: -m: --name: --resource-group:word --location:word --all --api-version:word --output-format:word --path: --key: --vault-name: --account-name: --key-name: --organization: --org: --project: --detect:word --follow --tail:number --auth-mode:word --sort: --top: --resource-type: --resource: --resource-id: --ids: --id: --source: --source-type: --analytics-query: --template-version:word --include-hidden",
  parameter: /^--[a-z][a-z0-9-]*$/,
  reaching:
    /file|path|dir\b|folder|dest|output|token|key|secret|password|credential|\bsas|connection|endpoint|ur[il]\b|script|command|header|body|template|debug|identity|login|open|browser|web\b|reveal|values?$|export|download|upload|proxy|parameters$/,
  refuses:
    "--account-key --connection-string --sas-token --blob-endpoint --debug --file --destination --include-secrets --show-secrets --secrets --blob-url --include-password",
  texts:
    "--query --analytics-query --wiql --filter --path --resource-type --namespace --image --repository --scope --assignee --role --tag --key --label --prefix --metric --metrics --organization --org -q",
  resources: /^\/[\w./:@ -]*$/,
  addresses: {
    "--organization":
      /^https:\/\/(dev\.azure\.com\/[\w-]+|[\w-]+\.visualstudio\.com)\/?$/,
    "--org":
      /^https:\/\/(dev\.azure\.com\/[\w-]+|[\w-]+\.visualstudio\.com)\/?$/,
  },
  // Any value that starts so is the name of a file to read it from.
  disguised: /^@|=@/,
};

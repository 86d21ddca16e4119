import type { ServiceFacts, ServiceTool } from "../assessment/mod.ts";

/**
 * What the Google Cloud command line only looks at. Source: the gcloud CLI
 * reference.
 */
const services: Readonly<Record<string, ServiceFacts>> = {
  "access-context-manager": { groups: "policies levels perimeters" },
  ai: {
    groups:
      "models endpoints custom-jobs hp-tuning-jobs indexes index-endpoints operations tensorboards",
  },
  "ai-platform": { groups: "jobs models versions operations" },
  "api-gateway": { groups: "apis api-configs gateways operations" },
  "data-catalog": { groups: "entries entry-groups tag-templates" },
  app: {
    groups:
      "versions services instances domain-mappings firewall-rules logs operations regions",
    looks: "logs read, logs tail, describe",
  },
  artifacts: {
    groups:
      "repositories packages versions tags docker images files locations operations rules",
  },
  asset: { groups: "feeds saved-queries" },
  auth: { looks: "list" },
  batch: { groups: "jobs tasks" },
  bigtable: { groups: "instances clusters tables backups app-profiles" },
  billing: { groups: "accounts projects budgets" },
  builds: {
    groups: "triggers worker-pools connections repositories",
    looks: "log",
  },
  "certificate-manager": {
    groups:
      "certificates maps entries trust-configs dns-authorizations issuance-configs operations",
  },
  components: {},
  composer: {
    groups: "environments operations",
    settings: "environments describe",
  },
  compute: {
    groups:
      "accelerator-types addresses backend-buckets backend-services disks disk-types firewall-rules firewall-policies forwarding-rules health-checks http-health-checks https-health-checks images instance-groups managed unmanaged instance-templates instances instance-configs interconnects attachments locations machine-types machine-images network-endpoint-groups networks subnets peerings operations project-info regions reservations resource-policies routers nats routes security-policies rules shared-vpc associated-projects snapshots sole-tenancy node-groups node-templates node-types ssl-certificates ssl-policies target-grpc-proxies target-http-proxies target-https-proxies target-instances target-pools target-ssl-proxies target-tcp-proxies target-vpn-gateways tpus url-maps vpn-gateways zones external-vpn-gateways service-attachments packet-mirrorings commitments os-config patch-jobs",
    looks:
      "instances get-serial-port-output, instances get-guest-attributes, backend-services get-health, target-pools get-health, routers get-status, routers get-nat-mapping-info, routers get-nat-ip-info, instance-groups get-named-ports",
    secrets: "vpn-tunnels describe, vpn-tunnels list",
  },
  config: {
    groups: "configurations",
    looks:
      "list, get project, get account, get compute/zone, get compute/region, get run/region, get-value project, get-value account, get-value compute/zone, get-value compute/region, get-value run/region, get core/project, get-value core/project, get core/account, get-value core/account",
  },
  container: {
    groups:
      "clusters node-pools images operations hub memberships fleet subnets",
    looks: "get-server-config, images list-tags",
    settings: "clusters describe",
  },
  dataflow: { groups: "jobs metrics snapshots logs" },
  dataproc: { groups: "clusters jobs batches operations workflow-templates" },
  datastore: { groups: "indexes operations" },
  "deployment-manager": {
    groups: "deployments manifests resources types operations",
  },
  deploy: {
    groups: "delivery-pipelines releases rollouts targets",
  },
  dns: {
    groups:
      "managed-zones record-sets changes dns-keys policies operations project-info response-policies rules transaction",
    looks: "dns-keys list, dns-keys describe",
  },
  endpoints: { groups: "services configs operations" },
  eventarc: { groups: "triggers locations providers channels" },
  filestore: { groups: "instances operations backups snapshots locations" },
  firestore: { groups: "databases indexes composite fields operations" },
  functions: {
    groups: "logs regions runtimes event-types",
    looks: "logs read",
  },
  iam: {
    groups:
      "roles service-accounts keys workload-identity-pools providers policies",
    looks:
      "list-grantable-roles, list-testable-permissions, service-accounts keys list",
  },
  iap: {
    groups: "settings tcp tunnels dest-groups web",
    looks: "settings get",
  },
  info: { looks: "" },
  kms: {
    groups:
      "keys keyrings versions locations import-jobs ekm-connections inventory",
    looks:
      "keys list, keys describe, keys versions list, keys versions describe",
  },
  logging: {
    groups: "logs sinks metrics buckets views locations links operations",
    looks: "read",
    text: true,
  },
  memcache: { groups: "instances operations regions" },
  monitoring: {
    groups: "dashboards policies snoozes uptime",
  },
  "network-security": {
    groups:
      "server-tls-policies client-tls-policies gateway-security-policies rules authorization-policies address-groups tls-inspection-policies url-lists firewall-endpoints security-profile-groups security-profiles",
  },
  "network-services": {
    groups:
      "gateways meshes http-routes grpc-routes tcp-routes tls-routes service-bindings endpoint-policies",
  },
  organizations: { looks: "get-iam-policy" },
  projects: { looks: "get-ancestors, get-ancestors-iam-policy" },
  pubsub: { groups: "topics subscriptions snapshots schemas" },
  privateca: { groups: "roots subordinates pools certificates locations" },
  recommender: { groups: "recommendations insights" },
  redis: {
    groups: "instances operations regions zones clusters",
    secrets: "instances get-auth-string",
  },
  "resource-manager": { groups: "folders org-policies liens tags keys values" },
  run: {
    groups:
      "services revisions jobs executions tasks domain-mappings regions logs",
    looks: "services logs read, services logs tail, jobs logs read",
  },
  scheduler: { groups: "jobs locations" },
  secrets: {
    groups: "versions locations replication",
    looks:
      "list, describe, get-iam-policy, versions list, versions describe, locations list",
    secrets: "versions access",
  },
  "service-directory": { groups: "namespaces services endpoints locations" },
  services: { groups: "peered-dns-domains vpc-peerings" },
  source: { groups: "repos" },
  spanner: {
    groups:
      "databases ddl instances instance-configs operations backups sessions",
  },
  sql: {
    groups:
      "instances databases backups users operations tiers flags ssl-certs ssl server-ca-certs",
    secrets: "generate-login-token",
  },
  storage: {
    groups: "buckets objects hmac folders managed-folders notifications",
    looks: "ls, du",
    secrets: "sign-url",
  },
  tasks: { groups: "queues locations" },
  workflows: { groups: "executions locations" },
};

/** What is known of `gcloud`. */
export const googleCloud: ServiceTool = {
  services,
  verbs:
    /^(list|describe|get-iam-policy|list-[a-z-]+|describe-[a-z-]+|search-all-[a-z-]+)$/,
  secret:
    /token|credential|secret|password|\bkeys?\b|key-string|auth-string|print-|access\b|\bhmac\b/,
  stages: "alpha beta preview",
  globals:
    "--project:word --format: --filter: --region:word --zone:word --location:word --limit:number --page-size:number --sort-by: --flatten: --quiet -q --verbosity:word --configuration:word --uri --billing-project:word --no-user-output-enabled --user-output-enabled --regions: --zones: --locations: --global",
  flags:
    "--freshness:word --order:word --keyring:word --key:word --secret:word --show-log --cluster:word",
  parameter: /^--[a-z][a-z0-9-]*$/,
  reaching:
    /file|path|dir$|folder-?out|token|credential|secret|password|key|impersonate|log-http|\bur[il]s?\b|endpoint|output|destination|exec|command|ssh|script|account|api-|host|debug|proxy|diagnostics|\bsource|\bfrom|\bimport|\bexport/,
  refuses:
    "--flags-file --impersonate-service-account --access-token-file --account --log-http --trace-token --credential-file-override --run-diagnostics",
  texts: "--format --filter --sort-by --flatten",
  resources:
    /^(projects|organizations|folders|billingAccounts)\/[\w./:@-]+$|^([a-z]+\.)?gcr\.io\/[\w./:@-]+$|^[a-z0-9-]+-docker\.pkg\.dev\/[\w./:@-]+$|^gs:\/\/[\w./*-]*$/,
  schemes: /^gs:\/\//,
};

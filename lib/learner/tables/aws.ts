import type { ServiceFacts, ServiceTool } from "../assessment/mod.ts";
import { moreServices } from "./aws_more.ts";

/**
 * What the AWS command line only looks at. Sources: the AWS CLI command
 * reference, and the API descriptions that it is made from (botocore), which
 * mark what is sensitive in an answer and what is written to a file.
 *
 * Only services whose operations were gone through are here. Their reading
 * verbs are told by {@linkcode aws}; the lists hold what does not fit them.
 */
const services: Readonly<Record<string, ServiceFacts>> = {
  ...moreServices,
  accessanalyzer: {
    looks:
      "check-access-not-granted, check-no-new-access, check-no-public-access, validate-policy",
  },
  account: {},
  acm: {},
  "application-autoscaling": {},
  apigateway: {
    secrets:
      "get-api-key, get-api-keys, get-usage-plan-key, get-usage-plan-keys",
    changes: "get-export, get-sdk",
  },
  apigatewayv2: {},
  appsync: {
    secrets: "list-api-keys",
    changes: "get-introspection-schema",
  },
  athena: { secrets: "get-session-endpoint, get-resource-dashboard" },
  autoscaling: { settings: "describe-launch-configurations" },
  backup: {
    settings: "get-recovery-point-restore-metadata, get-restore-job-metadata",
  },
  batch: { settings: "describe-job-definitions, describe-jobs" },
  budgets: {},
  ce: {},
  cloudformation: {
    looks:
      "validate-template, estimate-template-cost, detect-stack-drift, detect-stack-resource-drift, detect-stack-set-drift",
  },
  cloudfront: {
    settings:
      "get-distribution, get-distribution-config, list-distributions, list-distributions-by-anycast-ip-list-id, list-distributions-by-connection-function, list-distributions-by-connection-mode, list-distributions-by-realtime-log-config, list-distributions-by-trust-store, list-distributions-by-web-acl-id",
    changes: "get-function, get-connection-function",
  },
  cloudtrail: {},
  cloudwatch: {},
  codebuild: {
    settings: "batch-get-projects, batch-get-builds, batch-get-build-batches",
    secrets: "list-source-credentials, batch-get-sandboxes",
  },
  codecommit: {
    looks: "evaluate-pull-request-approval-rules",
    settings: "get-file, get-blob",
  },
  deploy: {},
  codepipeline: {
    settings: "get-pipeline, get-pipeline-state, list-webhooks",
    secrets: "get-job-details, get-third-party-job-details",
  },
  "cognito-idp": {
    looks:
      "admin-get-user, admin-list-devices, admin-list-groups-for-user, admin-list-user-auth-events, list-web-authn-credentials",
    secrets:
      "describe-user-pool-client, list-user-pool-client-secrets, describe-identity-provider, get-tokens-from-refresh-token, get-user, get-device, list-devices",
    changes: "get-user-attribute-verification-code",
  },
  "compute-optimizer": {},
  configservice: {
    looks: "select-resource-config, select-aggregate-resource-config",
  },
  configure: {
    looks: "list, list-profiles, get region, get output",
    secrets: "export-credentials, get",
  },
  directconnect: { secrets: "describe-router-configuration" },
  dynamodb: { looks: "query, scan, transact-get-items" },
  dynamodbstreams: {},
  ec2: {
    settings:
      "describe-instance-attribute, describe-launch-template-versions, get-launch-template-data, describe-spot-instance-requests, describe-spot-fleet-requests, get-console-screenshot",
    secrets:
      "describe-vpn-connections, get-vpn-connection-device-sample-configuration, describe-verified-access-trust-providers, describe-bundle-tasks, describe-conversion-tasks, describe-import-image-tasks, describe-import-snapshot-tasks",
  },
  ecr: {
    looks: "batch-check-layer-availability",
    secrets: "get-login, get-login-password, get-download-url-for-layer",
  },
  "ecr-public": { looks: "batch-check-layer-availability" },
  ecs: {
    settings:
      "describe-task-definition, describe-tasks, describe-daemon-task-definition, describe-express-gateway-service",
  },
  efs: {},
  eks: { secrets: "get-token" },
  elasticache: {},
  elasticbeanstalk: {
    looks: "check-dns-availability",
    settings: "describe-configuration-settings",
  },
  elb: {},
  elbv2: {
    secrets:
      "get-trust-store-ca-certificates-bundle, get-trust-store-revocation-content",
  },
  emr: {
    settings: "describe-cluster, describe-step, list-steps",
  },
  es: {},
  events: { looks: "test-event-pattern", settings: "describe-connection" },
  firehose: { settings: "describe-delivery-stream" },
  fsx: {},
  glue: {
    settings: "get-job, get-jobs, batch-get-jobs, get-job-run, get-job-runs",
    secrets:
      "get-connection, get-connections, get-unfiltered-table-metadata, get-unfiltered-partition-metadata, get-unfiltered-partitions-metadata",
  },
  guardduty: {},
  health: {},
  iam: {
    looks:
      "simulate-principal-policy, simulate-custom-policy, generate-credential-report, generate-service-last-accessed-details, get-credential-report, get-account-password-policy, list-service-specific-credentials, get-access-key-last-used",
  },
  inspector2: { secrets: "get-code-security-integration" },
  kafka: { looks: "list-scram-secrets" },
  kinesis: {},
  kms: { secrets: "get-parameters-for-import" },
  lambda: {
    settings:
      "list-functions, get-function-configuration, list-versions-by-function",
    secrets: "get-function, get-layer-version, get-layer-version-by-arn",
  },
  logs: {
    looks: "filter-log-events, tail, start-query, test-metric-filter",
  },
  neptune: {},
  opensearch: {},
  organizations: {},
  pricing: {},
  ram: {},
  rds: { looks: "download-db-log-file-portion" },
  redshift: {},
  "resource-groups": {},
  resourcegroupstaggingapi: {},
  route53: { looks: "test-dns-answer" },
  route53resolver: {},
  s3: { looks: "ls" },
  s3api: {
    changes: "get-object, get-object-torrent",
  },
  s3control: { secrets: "get-data-access" },
  scheduler: {},
  secretsmanager: {
    looks:
      "list-secrets, list-secret-version-ids, describe-secret, validate-resource-policy",
  },
  securityhub: {},
  "service-quotas": {},
  servicediscovery: {
    looks: "discover-instances, discover-instances-revision",
  },
  ses: {},
  sesv2: {},
  sns: { looks: "check-if-phone-number-is-opted-out" },
  sqs: {},
  ssm: {
    settings: "get-maintenance-window-task",
    secrets: "get-access-token, get-deployable-patch-snapshot-for-instance",
  },
  stepfunctions: {
    looks: "validate-state-machine-definition",
    changes: "get-activity-task",
  },
  sts: {
    looks:
      "get-caller-identity, get-access-key-info, decode-authorization-message",
    secrets:
      "get-session-token, get-federation-token, get-delegated-access-token, get-web-identity-token",
  },
  support: {},
  synthetics: {},
  wafv2: {
    looks: "check-capacity",
    secrets: "get-decrypted-api-key, list-api-keys",
  },
  xray: {},
};

/** What is known of `aws`. */
export const aws: ServiceTool = {
  services,
  verbs: /^(describe|list|get|batch-get|batch-describe|head|lookup|search)-/,
  secret: /password|credential|secret-value|token|private-key|presign|login$/,
  globals:
    "--profile:word --region:word --output:word --query: --no-cli-pager --no-paginate --color:word --no-sign-request --cli-read-timeout:number --cli-connect-timeout:number",
  flags:
    "--filters: --filter: --template-body: --log-stream-name-prefix: --log-file-name: --metric-widget: --expression-attribute-values: --expression-attribute-names: --key-condition-expression: --key: --key-id: --key-name: --key-names: --key-prefix: --path-prefix: --location: --starting-token: --next-token: --exclusive-start-key: --policy-source-arn: --policy-input-list: --file-system-id: --document-version: --scripts: --output-config-ids: --access-key-id: --endpoint-id: --vpc-endpoint-ids: --endpoint-group-arn: --endpoint-name: --queue-url: --scheduled-query-arn: --stack-name: --change-set-name: --secret-id: --bucket: --upload-id: --prefix: --delimiter: --recursive --human-readable --summarize --follow --since: --format:word",
  parameter: /^--[a-z][a-z0-9-]*$/,
  reaching:
    /password|passphrase|credential|secret|token|endpoint|url\b|uri\b|ca-bundle|decrypt|debug|cli-|destination|outfile|output|upload|download|file$/,
  refuses:
    "--endpoint-url --no-verify-ssl --ca-bundle --cli-input-json --cli-input-yaml --cli-auto-prompt --cli-binary-format --debug --with-decryption --include-value --v2-debug",
  addresses: {
    "--queue-url":
      /^https:\/\/(sqs\.[a-z0-9-]+|[a-z0-9-]+\.queue|queue)\.amazonaws\.com(\.cn)?\/\d+\/[\w.-]+$/,
  },
  schemes: /^s3:\/\//,
  fileSchemes: /^fileb?:\/\//,
  // The shorthand for structures reads a file at `name@=`.
  disguised: /@=/,
};

import type { ServiceFacts } from "../assessment/mod.ts";

/** Services whose reading verbs show names, states and settings of AWS itself. */
const plain =
  "amp application-insights appmesh cloudhsmv2 codeguru-reviewer codeconnections codestar-connections codestar-notifications comprehend controltower cost-optimization-hub cur datasync dax detective devops-guru dlm docdb evidently fis fms forecast freetier globalaccelerator identitystore kendra keyspaces memorydb network-firewall networkmanager oam outposts personalize pi pinpoint rekognition resource-explorer-2 rolesanywhere route53domains route53-recovery-control-config route53-recovery-readiness rum savingsplans servicecatalog servicecatalog-appregistry shield ssm-contacts ssm-incidents sso-admin storagegateway swf timestream-query timestream-write transfer verifiedpermissions vpc-lattice waf waf-regional wellarchitected workspaces";

/**
 * More services of AWS, beside those whose lists are long. Sources: as of the
 * others.
 */
export const moreServices: Readonly<Record<string, ServiceFacts>> = {
  ...Object.fromEntries(plain.split(" ").map((name) => [name, {}])),
  // An app's variables, and who may see it before it is public.
  amplify: {
    settings: "get-app, list-apps, get-branch, list-branches, get-job",
    secrets: "get-webhook, list-webhooks, get-artifact-url",
  },
  auditmanager: { secrets: "get-evidence-file-upload-url" },
  appconfig: {
    changes: "get-configuration, get-hosted-configuration-version",
  },
  apprunner: { settings: "describe-service" },
  bedrock: {},
  "bedrock-agent": {},
  codeartifact: {
    secrets: "get-authorization-token",
    changes: "get-package-version-asset",
  },
  "cognito-identity": {
    secrets: "get-credentials-for-identity, get-open-id-token",
    changes: "get-id",
  },
  dms: { settings: "describe-endpoints, describe-certificates" },
  ds: { settings: "describe-directories" },
  ebs: { changes: "get-snapshot-block" },
  "emr-containers": { settings: "describe-job-run, list-job-runs" },
  "emr-serverless": {
    settings: "get-application, get-job-run",
    secrets: "get-dashboard-for-job-run",
  },
  gamelift: {
    settings: "describe-runtime-configuration",
    secrets:
      "get-instance-access, get-compute-access, get-game-session-log-url",
  },
  glacier: { changes: "get-job-output" },
  grafana: {},
  imagebuilder: { settings: "get-component" },
  iot: {
    settings: "get-job-document, describe-job, get-topic-rule",
    secrets: "get-registration-code",
  },
  inspector: { settings: "get-assessment-report" },
  kafkaconnect: {
    settings: "describe-connector, describe-worker-configuration",
  },
  kinesisanalyticsv2: {
    settings: "describe-application, describe-application-version",
  },
  lakeformation: { changes: "get-work-unit-results" },
  lightsail: {
    settings:
      "get-container-services, get-container-service-deployments, get-container-log",
    secrets: "get-instance-access-details, get-bucket-access-keys",
  },
  macie2: { secrets: "get-sensitive-data-occurrences" },
  // Keys of what is shown may stand in a job.
  mediaconvert: {
    settings:
      "get-job, list-jobs, search-jobs, get-job-template, list-job-templates, get-preset, list-presets",
  },
  mq: { settings: "describe-configuration-revision" },
  mwaa: { settings: "get-environment" },
  pipes: { settings: "describe-pipe" },
  polly: {},
  "redshift-serverless": { secrets: "get-credentials" },
  sagemaker: {
    settings:
      "describe-algorithm, describe-app-image-config, describe-auto-ml-job, describe-auto-ml-job-v2, describe-compilation-job, describe-data-quality-job-definition, describe-hyper-parameter-tuning-job, describe-inference-component, describe-model, describe-model-bias-job-definition, describe-model-explainability-job-definition, describe-model-package, describe-model-quality-job-definition, describe-monitoring-schedule, describe-notebook-instance-lifecycle-config, describe-pipeline, describe-pipeline-definition-for-execution, describe-processing-job, describe-studio-lifecycle-config, describe-training-job, describe-transform-job, batch-describe-model-package, get-scaling-configuration-recommendation",
  },
  serverlessrepo: {},
  signer: {},
  textract: {},
  // Addresses at which anyone may get the result.
  transcribe: {
    settings:
      "get-call-analytics-job, get-medical-scribe-job, get-medical-transcription-job, get-medical-vocabulary, get-transcription-job, get-vocabulary, get-vocabulary-filter",
  },
};

import { neverPasses, passes } from "../testing.ts";

Deno.test("what services of AWS show of themselves passes", () => {
  passes(`
    aws bedrock list-foundation-models --by-provider anthropic
    aws sagemaker list-endpoints --max-results 5
    aws iot list-things
    aws globalaccelerator list-accelerators --region us-west-2
    aws transfer list-servers
    aws workspaces describe-workspaces --query 'Workspaces[].State'
    aws fis list-experiments
    aws lightsail get-instances
    aws route53domains list-domains
    aws savingsplans describe-savings-plans
    aws datasync list-tasks
  `);
});

Deno.test("what holds credentials, or is written to a file, does not", () => {
  neverPasses(`
    aws lightsail get-instance-access-details --instance-name web
    aws lightsail get-relational-database-master-user-password --relational-database-name web
    aws iot get-registration-code
    aws cognito-identity get-credentials-for-identity --identity-id a
    aws codeartifact get-authorization-token --domain web
    aws codeartifact get-package-version-asset --domain web out.tgz
    aws appconfig get-configuration --application web --client-id 1 out.json
    aws appconfig get-hosted-configuration-version --application-id web out.json
    aws glacier get-job-output --account-id - --vault-name web --job-id 1 out
    aws ebs get-snapshot-block --snapshot-id snap-1 --block-index 1 --block-token t out
    aws lakeformation get-work-unit-results --query-id q out
    aws redshift-serverless get-credentials --workgroup-name web
    aws amplify get-webhook --webhook-id 1
    aws macie2 get-sensitive-data-occurrences --finding-id 1
    aws gamelift get-instance-access --fleet-id f --instance-id i
    aws emr-serverless get-dashboard-for-job-run --application-id a --job-run-id j
    aws waf get-change-token
    aws grafana list-workspace-service-account-tokens --workspace-id w
    aws fis start-experiment --experiment-template-id t
    aws iot delete-thing --thing-name t
    aws sagemaker create-presigned-domain-url --domain-id d
    aws cognito-identity get-id --identity-pool-id p
    aws polly synthesize-speech --text hello out.mp3
  `);
});

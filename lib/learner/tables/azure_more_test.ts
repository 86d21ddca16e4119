import { neverPasses, passes } from "../testing.ts";

Deno.test("what services of Azure show of themselves passes", () => {
  passes(`
    az acr manifest list-metadata -r web -n web
    az acr task list-runs -r web
    az aks machine list -g web --cluster-name main --nodepool-name a
    az automation runbook list -g web --automation-account-name main
    az backup policy list-associated-items -g web --vault-name main -n daily
    az network list-service-tags -l westeurope
    az network vnet-gateway list-learned-routes -g web -n main
    az security jit-policy list
    az sql db ltr-policy show -g web -s main -n app
    az keyvault key rotation-policy show --vault-name main -n k
    az storage share stats -n logs --account-name web
    az support tickets list
  `);
});

Deno.test("what shows a key, or changes something beside them, does not", () => {
  neverPasses(`
    az acr token list -r web
    az acr task logs -r web
    az acr helm delete -n web app
    az aro list-credentials -g web -n main
    az automation runbook start -g web --automation-account-name main -n r
    az automation variable list
    az batch account keys list -n web
    az backup encryption update -g web
    az keyvault secret show --vault-name main -n s
    az keyvault key rotate --vault-name main -n k
    az network vpn-connection shared-key show -g web --connection-name c
    az sql vm delete -g web -n main
    az storage message get -q jobs --account-name web
    az storage account keys list -n web
    az support tickets create
    az synapse workspace key list
    az iot hub connection-string show
    az ml workspace list-keys
    az cdn rule add
  `);
});

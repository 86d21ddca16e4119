import { asksFirst, neverPasses, passes } from "../testing.ts";

Deno.test("checks of the project's code only look", () => {
  passes(`
    ruff check --select E501 src
    ruff rule E501
    black --check --diff src
    isort -c src
    gofmt -l .
    terraform validate -no-color
    terraform fmt -check -recursive
    terraform fmt -write=false
    terraform -chdir=infra state list
    terraform show
    packer inspect image.pkr.hcl
    packer fmt -check -diff image.pkr.hcl
    ansible-doc -t module -l
    ansible-galaxy collection list
    pre-commit validate-config
    prometheus --help-long
  `);
  asksFirst(`
    ruff check --fix src
    ruff format --check src
    ruff check --fix-only
    ruff clean
    black src
    isort src
    gofmt -l -w .
    terraform fmt
    terraform fmt -write=true
    terraform fmt -write=false -write=true
    terraform fmt -diff
    terraform plan
    terraform show -json
    terraform output token
    terraform output -raw token
    ansible-playbook site.yml --list-hosts
    ansible-inventory --list
    ansible-lint
    prometheus
  `);
  neverPasses(`
    ruff check --config ../evil.toml
    black --config /tmp/x/evil.toml --check src
    terraform apply
    terraform -chdir=/etc validate
    terraform console
    terraform workspace select -or-create x
    packer validate -evaluate-datasources image.pkr.hcl
    packer console
    ansible all -m ping --check
    ansible-playbook site.yml --check
    ansible-vault view secrets.yml
    ansible-doc -M evil -l
    ansible-lint -r rules
    ansible-galaxy role info evil -s https://evil.example
    pre-commit install
  `);
});

import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith, supervised } from "../testing.ts";

Deno.test("what prints variables that may be secret is asked about", () => {
  for (
    const command of [
      "declare -x",
      "typeset -x",
      "declare -gx",
      "echo $(declare -x)",
      "ps -eo pid,environ",
      "ps -o pid=,environ=",
      "[[ $API_TOKEN =~ .* ]] && echo $BASH_REMATCH",
      '[[ $API_TOKEN =~ .* ]]; echo "${BASH_REMATCH[0]}" | base64',
      "set -x; [[ -n $API_TOKEN ]]",
      'set -ex; true "$API_TOKEN"',
      "set -o xtrace; case $API_TOKEN in a) ls;; esac",
      "bash -xc '[[ $API_TOKEN == a ]]'",
      "echo $DB_PASS",
      "echo $MYSQL_PWD",
      "echo $SLACK_WEBHOOK",
      "echo $REDIS_URL",
      "echo $CI_JOB_JWT",
      "echo $HTTPS_PROXY",
    ]
  ) assert.notEqual(supervised(command), "allow", command);
});

Deno.test("what prints other variables is not", () => {
  for (
    const command of [
      "declare -x NAME",
      "export NAME=value",
      "ps -eo pid,args",
      "set -ex; echo $PWD",
      "[[ -n $API_TOKEN ]] && echo set",
      "echo $PWD $OLDPWD $HOME $PATH",
    ]
  ) assert.equal(supervised(command), "allow", command);
});

Deno.test("what seems to read but changes something is asked about", () => {
  for (
    const command of [
      "date 010100002030",
      "date -u 0101000030",
      'date "$NOW"',
      "cloc --vcs=reboot .",
      "cloc --vcs 'sh x' .",
    ]
  ) assert.notEqual(supervised(command), "allow", command);
  for (
    const command of ["date +%s", 'date "+%F %T"', "date", "cloc --vcs=git ."]
  ) assert.equal(supervised(command), "allow", command);
});

Deno.test("keys of clusters and folders of secrets are not read", () => {
  for (
    const path of [
      "/etc/kubernetes/admin.conf",
      "/etc/kubernetes/pki/ca.key",
      "/etc/rancher/k3s/k3s.yaml",
      "secrets/prod.json",
      "deploy/secret/db.yaml",
    ]
  ) assert.notEqual(supervised(`cat ${path}`), "allow", path);
  assert.equal(supervised("cat src/secrets/reader.ts"), "allow");
});

Deno.test("no pattern of a policy hands a task another shell", () => {
  const policy = { allow: ["npm run test:*"], ask: [], deny: [] };
  for (
    const flag of [
      "--script-shell=./x",
      "--script-sh=./x",
      "--node-options=-r./x",
      "--userconfig ./x",
    ]
  ) {
    const command = `npm run test:unit ${flag}`;
    const { decision } = decide(asked(command), contextWith({ policy }));
    assert.equal(decision, "ask", command);
  }
  const plain = asked("npm run test:unit -- --script-shell=./x");
  assert.equal(decide(plain, contextWith({ policy })).decision, "allow");
});

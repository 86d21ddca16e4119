import assert from "node:assert/strict";
import { aimsAtSecret, globAimsAtSecret } from "./aims_at_secret.ts";
import { supervised } from "../testing.ts";

Deno.test("aimsAtSecret() knows expressions that fit secrets only", () => {
  for (const one of ["\\.env$", "^\\.en[v]", "env", "\\(netrc\\|env\\)"]) {
    assert.equal(aimsAtSecret(one), true, one);
  }
  for (const one of ["\\.ts$", "server", ".", "test_.*", "^$"]) {
    assert.equal(aimsAtSecret(one), false, one);
  }
});

Deno.test("aimsAtSecret() takes what it cannot try for one that does", () => {
  for (const one of ["((.*)*)*x", "(", "a".repeat(300)]) {
    assert.equal(aimsAtSecret(one), true, one);
  }
});

Deno.test("aimsAtSecret() leaves hidden files out where they are not found", () => {
  assert.equal(aimsAtSecret("env", "%", false), false);
  assert.equal(aimsAtSecret("id_rsa", "%", false), true);
});

Deno.test("globAimsAtSecret() knows every spelling of a glob", () => {
  for (const one of ["[.]env", "?env", "*nv", "{a,.env}", "a/.e*", "id_*"]) {
    assert.equal(globAimsAtSecret(one), true, one);
  }
  for (const one of ["*", ".*", "*.ts", "{a,b}.ts", "*server*", ".git*"]) {
    assert.equal(globAimsAtSecret(one), false, one);
  }
});

Deno.test("whoever looks for secrets by a pattern is asked", () => {
  for (
    const command of [
      "find . -name '[.]env' -exec cat {} +",
      "find . -name '?env' -exec cat {} +",
      "find . -regex '.*env' -exec cat {} +",
      "find . -name '.e*' | xargs -n1 cat",
      "fd -e env -x cat {}",
      "fd -e pem -X base64",
      "fd -H '^\\.env$' -x cat",
      "fd -g '.env*' -H -X cat",
      "fd -uH env | xargs cat",
      "rg -g '{.env,x}' .",
      "rg --hidden -g '*nv' .",
      "ls -a | grep env | xargs cat",
      "git ls-files | grep '[.]env' | xargs cat",
      "git grep . -- '.e*'",
      "git grep . -- ':(glob).e*'",
      "git log -L1,5:.env",
      "git log -n 1 -L '/a/,+5:config/secrets.yml'",
    ]
  ) assert.notEqual(supervised(command), "allow", command);
});

Deno.test("whoever looks for something else by a pattern is not", () => {
  for (
    const command of [
      "find . -name '*.ts' -exec grep -n TODO {} +",
      "find . -regex '.*test.*' -exec cat {} +",
      "find . -name '*server*'",
      "fd -e ts -x cat {}",
      "fd server src",
      "rg -g '{a,b}.ts' TODO",
      "git ls-files | grep test | xargs cat",
      "git ls-files | grep -v env | xargs cat",
      "git log -L1,5:src/main.ts",
      "git log -L :start:src/main.ts",
      "git grep TODO -- '*.ts'",
    ]
  ) assert.equal(supervised(command), "allow", command);
});

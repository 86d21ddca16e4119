import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { isDangerousVariable } from "./environment.ts";
import { asked, contextWith } from "../testing.ts";

function decisionOn(command: string) {
  return decide(asked(command), contextWith()).decision;
}

Deno.test("known variables pass with values of their kind", () => {
  for (
    const setting of [
      "CI=1",
      "PORT=3000",
      "NODE_ENV=test",
      "LC_ALL=C",
      "TZ=Europe/Berlin",
      "PAGER=cat",
      "GIT_EDITOR=true",
      "TERM=dumb",
      "NODE_OPTIONS=--max-old-space-size=4096",
      "PYTHONWARNINGS=ignore",
      "RUSTFLAGS='-D warnings'",
      "GOFLAGS=-mod=vendor",
      "GOFLAGS='-count=1 -race'",
      "CARGO_TERM_COLOR=never",
    ]
  ) assert.equal(decisionOn(`${setting} npm test`), "allow", setting);
});

Deno.test("variables with any other value ask", () => {
  for (
    const setting of [
      "PORT=$(id)",
      'NODE_ENV="$X"',
      "PAGER=./x",
      "PAGER='cat x'",
      "GIT_EDITOR='true;x'",
      "TERM=../x",
      "NODE_OPTIONS='--max-old-space-size=1 --require ./x'",
      "NODE_OPTIONS=--require=./x",
      "PYTHONWARNINGS=error::evil.Class",
      "RUSTFLAGS='-C linker=./x'",
      "RUSTFLAGS='-D warnings -C linker=./x'",
      "GOFLAGS=-toolexec=./x",
      "GOFLAGS='-mod=mod -exec=./x'",
      "GOFLAGS=-modfile=x",
      "GIT_TRACE=/tmp/x",
      "GOWORK=./x",
      "GOTOOLCHAIN=go9.9",
      "constructor=x",
      "__proto__=x",
      "toString=x",
    ]
  ) assert.equal(decisionOn(`${setting} npm test`), "ask", setting);
});

Deno.test("a variable of Go may be set to what Go takes it for", () => {
  const after = (setting: string) => decisionOn(`${setting} && ls src`);
  assert.equal(after("GOPATH=$(go env GOPATH)"), "allow");
  assert.equal(after('GOMODCACHE="$(go env GOMODCACHE)"'), "allow");
  assert.equal(after("GOPATH=$(go env GOROOT)"), "ask");
  assert.equal(after("GOFLAGS=$(go env GOFLAGS)"), "ask");
  assert.equal(after("PATH=$(go env PATH)"), "ask");
});

Deno.test("isDangerousVariable() looks at case where case is seen", () => {
  for (const name of ["PATH", "LD_PRELOAD", "GIT_DIR", "http_proxy"]) {
    assert.equal(isDangerousVariable(name, "shell"), true, name);
    assert.equal(isDangerousVariable(name), true, name);
  }
  for (const name of ["term", "git_root", "test_path", "ld_flags"]) {
    assert.equal(isDangerousVariable(name, "shell"), false, name);
  }
  assert.equal(isDangerousVariable("path", "shell"), true);
  assert.equal(isDangerousVariable("git_dir", "export"), true);
});

Deno.test("a variable that nobody knows passes before what heeds none", () => {
  for (const command of ["FROB=1 ls", "env FROB=x CORGE=y cat notes.md"]) {
    assert.equal(decisionOn(command), "allow", command);
  }
  for (
    const command of [
      "FROB=1 npm test",
      "FROB=1 rg x",
      "FROB=1 /tmp/ls",
      "FROB=/tmp/x ls",
      'FROB="$X" ls',
      "MALLOC_TRACE=x ls",
      "MallocLogFile=x ls",
      "LD_DEBUG_OUTPUT=x ls",
      "ASAN_OPTIONS=x ls",
      "GLIBC_TUNABLES=x ls",
      "frob=1 ls",
      "_FROB=1 ls",
      "PATH=x ls",
      "FROB=1 env",
    ]
  ) assert.equal(decisionOn(command), "ask", command);
});

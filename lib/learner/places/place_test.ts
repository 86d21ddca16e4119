import assert from "node:assert/strict";
import { fitsSecret, locate, namesSecret, normalisePath } from "./place.ts";
import { home, project } from "../testing.ts";

const world = { project, home, resolve: (path: string) => path };

Deno.test("locate() tells places apart", () => {
  const cases: [string, string][] = [
    ["src/app.ts", "project"],
    [".", "project"],
    ["../web/src", "project"],
    ["../web2/src", "outside"],
    ["/home/dev/web", "project"],
    ["/tmp/x", "scratch"],
    ["/private/tmp/x", "scratch"],
    ["/tmp/tmux-1000/default", "hidden"],
    ["/tmp/../etc/passwd", "system"],
    ["/usr/lib", "system"],
    ["/usr/../home/other/x", "outside"],
    ["/dev/null", "nothing"],
    ["/dev/sda", "device"],
    ["/dev/tcp/example.com/80", "device"],
    ["/home/dev/.config/app/x", "hidden"],
    ["/home/dev/Documents/x", "outside"],
    ["/home/dev/.ssh/config", "secret"],
    ["/HOME/dev/.SSH/config", "secret"],
    ["/etc/shadow", "secret"],
    ["/proc/1/environ", "secret"],
    ["/proc/cpuinfo", "system"],
    [".env", "secret"],
    ["packages/api/.env.production", "secret"],
    [".env.example", "project"],
    ["deploy/server.key", "secret"],
    ["C:\\Users\\dev\\x", "project"],
  ];
  for (const [path, place] of cases) {
    assert.equal(locate(path, project, world)?.place, place, path);
  }
});

Deno.test("locate() cannot tell without a folder", () => {
  assert.equal(locate("a", undefined, world), undefined);
  assert.equal(locate("", project, world), undefined);
  assert.equal(locate("/usr", undefined, world)?.place, "system");
});

Deno.test("locate() takes the worse of a link and where it leads", () => {
  const links = {
    ...world,
    resolve: (path: string) =>
      path.replace(`${project}/link`, "/home/dev/.aws"),
  };
  assert.equal(locate("link/credentials", project, links)?.place, "secret");
  const back = { ...world, resolve: () => `${project}/a` };
  assert.equal(locate("/srv/a", project, back)?.place, "outside");
});

Deno.test("locate() applies .. where a link leads, if asked to", () => {
  let seen = "";
  const links = {
    ...world,
    resolve: (path: string) => {
      if (path !== project) seen = path;
      return path;
    },
  };
  locate("link/../x", project, links);
  assert.equal(seen, `${project}/link/../x`);
});

Deno.test("locate() knows what acts by itself or defines commands", () => {
  const cases: [string, string | undefined][] = [
    ["src/app.ts", undefined],
    [".git/hooks/pre-commit", "acts by itself"],
    [".GIT/config", "acts by itself"],
    ["sub/.git", "acts by itself"],
    ["evil.git/config", "acts by itself"],
    [".claude/settings.json", "acts by itself"],
    [".github/workflows/ci.yml", "acts by itself"],
    [".npmrc", "acts by itself"],
    ["sub/HEAD", "acts by itself"],
    [".claude-agent-web.json", "acts by itself"],
    ["package.json", "defines commands"],
    ["sub/Makefile", "defines commands"],
    ["CLAUDE.md", "defines commands"],
    ["node_modules/.bin/tsc", "defines commands"],
    ["node_modules", undefined],
  ];
  for (const [path, guard] of cases) {
    assert.equal(locate(path, project, world)?.guard, guard, path);
  }
});

Deno.test("a home or a root folder as project keeps its secrets", () => {
  const athome = { ...world, project: home };
  assert.equal(locate(".ssh/id_rsa", home, athome)?.place, "secret");
  assert.equal(locate(".bashrc", home, athome)?.guard, "acts by itself");
  const atroot = { ...world, project: "/" };
  assert.equal(locate("/srv/x", "/", atroot)?.place, "outside");
});

Deno.test("fitsSecret() tells globs that may stand for a secret", () => {
  for (
    const glob of [
      "*",
      ".*",
      ".e*",
      "id_*",
      "*rsa",
      "cred*",
      "*.key",
      "[.]env*",
    ]
  ) {
    assert.equal(fitsSecret(glob), !glob.startsWith("["), glob);
  }
  for (const glob of ["*.ts", "test_*.py", "[a-c]*.md", "README*"]) {
    assert.equal(fitsSecret(glob), false, glob);
  }
});

Deno.test("namesSecret() overlooks public keys and examples", () => {
  for (
    const name of [
      "id_rsa.pub",
      ".env.sample",
      ".dev.vars.example",
      "ca-cert.pem",
      "keys.ts",
      ".m2/repository/a.jar",
    ]
  ) {
    assert.equal(namesSecret(name), false, name);
  }
  for (
    const name of [
      ".dev.vars",
      "worker/.dev.vars.production",
      "api/local.settings.json",
      "/home/dev/.m2/settings.xml",
      "/home/dev/.m2/settings-security.xml",
      "/home/dev/.config/.wrangler/config/default.toml",
      "/home/dev/.gradle/gradle.properties",
      "/home/dev/.snowsql/config",
    ]
  ) {
    assert.equal(namesSecret(name), true, name);
  }
  for (const name of ["id_rsa", "x/.netrc", "private.pem", ".bash_history"]) {
    assert.equal(namesSecret(name), true, name);
  }
});

Deno.test("normalisePath() takes dots and slashes out", () => {
  assert.equal(normalisePath("/a/./b//c/../d/"), "/a/b/d");
  assert.equal(normalisePath("/../.."), "/");
  assert.equal(normalisePath("/a/...b"), "/a/...b");
});

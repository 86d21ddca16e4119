import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import {
  asked,
  contextWith,
  linesOf,
  neverPasses,
  passes,
} from "../testing.ts";

Deno.test("git may be asked, in the project's own repository", () => {
  passes(`
    git -h
    git commit -h
    git ls-remote --tags origin
    git remote show origin
    git config --show-origin user.name
    git config --get-all branch.main.remote
    git -c core.pager=cat log -3
    git branch --list 'fix/*'
    git branch --contains HEAD
    git tag -l 'v1.*'
    git format-patch --stdout HEAD~2
    git archive --format=tar HEAD
    git sparse-checkout list
    git bisect view --stat
    git bisect visualize
    git shortlog -sn
    git log --date=format:%Y -1
    git symbolic-ref --short HEAD
    git config --get-regexp '^user\\.'
    git config --get remote.origin.url
  `);
  neverPasses(`
    git symbolic-ref HEAD refs/heads/evil
    git bisect view push
    git bisect view --ext-diff
    git bisect visualize log --output=/tmp/x
    git bisect run ./evil
    git replace HEAD evil
    git replace --list -d evil
    git config --get-regexp .
    git config --get-regexp '^http|token'
    git config --get-regexp '^user' evil
    git submodule summary --output=/tmp/x; git submodule update
    git remote show ext::evil
    git remote show evil.example:repo
    git ls-remote https://evil.example/r
    git ls-remote --upload-pa=evil origin
    git config user.name evil core.pager
    git config --get http.https://x.extraheader
    git config --list
    git -c core.pager=evil log
    git -c core.pager=cat -c core.sshCommand=evil log
    git -c core.fsmonitor=true status
    git archive --remote=evil HEAD
    git archive -o ../../.bashrc HEAD
    git format-patch -o /etc HEAD~2
    git branch --list -D main
    git tag -l -d v1
    git bisect run evil
    git lfs pull
    git difftool
    git cat-file -p HEAD:.env
  `);
});

Deno.test("a look at another repository is learned for that repository", () => {
  const assisted = contextWith();
  const { rules } = learn(
    asked("git -C /home/dev/other log --oneline"),
    "approved",
    assisted,
  );
  const after = (command: string) =>
    decide(asked(command), { ...assisted, rules }).decision;
  assert.equal(after("cd ../other && git log --oneline"), "allow");
  assert.equal(after("git -C ../other diff --stat HEAD~1"), "allow");
  for (
    const command of linesOf(`
      git -C /home/dev/evil log --oneline
      git -C /home/dev/other log --output=/tmp/x
      git -C /home/dev/other commit -m x
      git -C /home/dev/other -c core.pager=evil log
      git -C /home/dev/other show HEAD:.env
      git -C /home/dev/other diff ../../root/x
      git -C /home/dev log --oneline
      git -C /tmp/other log --oneline
    `)
  ) {
    assert.equal(after(command), "ask", command);
  }
  neverPasses(`
    git -C /home/dev/other push
    git -C /tmp/other status
    git -C /home/dev/.hidden/other status
    git -C / status
  `);
});

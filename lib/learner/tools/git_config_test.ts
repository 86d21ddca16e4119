import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { asked, contextWith } from "../testing.ts";

function verdictOf(command: string): string {
  const { decision, tier } = decide(asked(command), contextWith());
  return decision === "allow" ? decision : tier;
}

Deno.test("settings of a repository that run nothing may be set", () => {
  for (
    const command of [
      "git config pull.rebase false",
      "git config --local core.autocrlf input",
      "git config set push.autoSetupRemote true",
      "git config --unset pull.rebase",
      "git config unset color.ui",
      "git config log.date iso",
    ]
  ) assert.equal(verdictOf(command), "allow", command);
  const context = contextWith();
  for (
    const command of [
      "git config user.name 'Ann Lee'",
      "git config user.email ann@example.com",
    ]
  ) {
    assert.equal(verdictOf(command), "project", command);
    const { rules } = learn(asked(command), "approved", context);
    const after = (line: string) =>
      decide(asked(line), { ...context, rules }).decision;
    assert.equal(after(command), "allow", command);
    assert.equal(after(command.replace(/Lee|ann@/, "other")), "ask", command);
  }
});

Deno.test("settings that run programs or reach elsewhere are never learned", () => {
  for (
    const command of [
      "git config core.pager less",
      "git config alias.x '!sh'",
      "git config core.sshCommand ./x",
      "git config core.hooksPath x",
      "git config core.fsmonitor ./x",
      "git config core.editor vi",
      "git config core.worktree /",
      "git config credential.helper store",
      "git config diff.external ./x",
      "git config filter.a.clean ./x",
      "git config include.path ../x",
      "git config url.git@evil:.insteadOf https://",
      "git config remote.origin.url https://example.com",
      "git config branch.main.remote evil",
      "git config http.proxy http://evil",
      "git config http.sslVerify false",
      "git config commit.gpgsign false",
      "git config gpg.program ./x",
      "git config push.default matching",
      "git config pull.rebase interactive",
      "git config --global pull.rebase false",
      "git config --system user.name x",
      "git config --file x pull.rebase false",
      "git config --add user.name x",
      "git config --replace-all user.name x",
      'git config user.name "$(id)"',
      "git config user.name '!sh'",
      "git config user.name $x",
      "git config pull.rebase false extra",
      "git config --unset core.hooksPath",
      "git config --unset pull.rebase false",
      "git config --edit",
      "git config -l",
      "git config --get-all http.extraheader",
      "git config --rename-section a b",
    ]
  ) assert.match(verdictOf(command), /remote|critical/, command);
});

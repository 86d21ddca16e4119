import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith } from "../testing.ts";
import type { UserTools } from "./user_tools.ts";

const tools: UserTools = {
  shipit: {
    tier: "read",
    does: "asks the deployment",
    subcommands: {
      status: { tier: "read", does: "shows what runs", flags: "-v -n:number" },
      logs: { tier: "fetch", does: "reads logs", operands: "word", host: "x" },
    },
    otherwise: { tier: "remote", does: "changes what runs" },
  },
  git: {
    tier: "read",
    does: "asks git",
    subcommands: {
      commit: { tier: "remote", does: "commits, which only people do here" },
      log: { tier: "read", does: "reads", refuses: "--patch -S" },
    },
  },
  sudo: { tier: "read", does: "is harmless" },
  cat: { tier: "read", does: "reads" },
};

Deno.test("a tool that people describe is judged by that", () => {
  const context = contextWith({ tools });
  const tierOf = (command: string) => decide(asked(command), context);
  assert.equal(tierOf("shipit status -v -n 3").decision, "allow");
  assert.equal(tierOf("shipit status").tier, "read");
  assert.equal(tierOf("shipit logs web").tier, "fetch");
  assert.equal(tierOf("shipit logs web").decision, "ask");
  assert.equal(tierOf("shipit down").tier, "remote");
  assert.equal(tierOf("shipit status --exec x").decision, "ask");
  assert.equal(tierOf("./shipit status").decision, "ask", "another program");
  assert.equal(
    decide(asked("shipit status"), contextWith()).decision,
    "ask",
    "nobody knows it otherwise",
  );
});

Deno.test("what the tables know can only become stricter", () => {
  const context = contextWith({ tools });
  const judged = (command: string) => decide(asked(command), context);
  assert.equal(judged("git commit -m x").tier, "remote");
  assert.equal(judged("git -c x=y commit -m x").tier, "critical");
  assert.equal(judged("git log -p").decision, "allow");
  assert.equal(judged("git log --pat").tier, "critical");
  assert.equal(judged("git log -pS x").tier, "critical");
  assert.equal(judged("git push").tier, "remote");
  assert.equal(judged("sudo ls").tier, "critical");
  assert.equal(judged("cat .env").tier, "critical");
  assert.equal(judged("git status").decision, "allow");
});

import assert from "node:assert/strict";
import { rehearsal } from "../../lib/agents/mod.ts";
import { eventually, spawnOrch, Stage } from "../harness/mod.ts";

/** A dialog such as no release of the agent has had. */
const strange = [
  "─".repeat(100),
  " Launch rocket with TOKEN=hunter2-and-more",
  "",
  " Do you want to proceed?",
  " ❯ 1. Yes",
  "   2. No",
  "",
  " Esc to cancel",
].join("\n");

/** Opens a pane that shows a text, as if an agent did. */
async function showAs(stage: Stage, agent: string, text: string) {
  const file = `${stage.server.directory}/shown.txt`;
  await Deno.writeTextFile(file, text);
  const pane = await stage.server.tmux(
    ...["new-window", "-d", "-P", "-F", "#{pane_id}", "--"],
    ...["sleep", "1000"],
  );
  await stage.server.tmux("resize-window", "-t", pane, "-x", "100", "-y", "30");
  const tty = await stage.server.tmux(
    ...["display-message", "-p", "-t", pane, "#{pane_tty}"],
  );
  await stage.server.tmux("run-shell", `cat '${file}' > ${tty}`);
  await stage.server.until(pane, /Esc to cancel/);
  await stage.server.tmux("set-option", "-p", "-t", pane, "@orch_agent", agent);
  return pane;
}

Deno.test("a dialog that orch does not know goes to a person and is kept", async () => {
  await using stage = await Stage.start([{ wait: "message" }]);
  const setup = await stage.orch(
    ...["setup", stage.project, "other", "--agent", "rehearsal"],
    ...["--script", `${stage.server.directory}/script.json`],
  );
  assert.equal(setup.code, 0, setup.stderr);
  const pane = await showAs(stage, "other", strange);
  await using monitor = await stage.monitor();
  const waiting = await monitor.until("waiting");
  assert.match(waiting.reason, /the dialog is not known/);
  const trouble = await monitor.until("trouble");
  assert.match(trouble.message, /kept in /);
  const file = trouble.message.split("kept in ")[1]!;
  const kept = await Deno.readTextFile(file);
  assert.doesNotMatch(kept, /hunter2/);
  const state = rehearsal.read({ text: kept, columns: 100 });
  assert.ok(state.state === "asking");
  assert.equal(state.request.options.length, 2);
  assert.equal((await Deno.stat(file)).mode! & 0o777, 0o600);

  const doctor = await stage.orch("doctor");
  assert.equal(doctor.code, 0);
  assert.match(
    doctor.stdout,
    /look screens of rehearsal that orch does not know: 1 \(the dialog is not known\)/,
  );
  assert.ok(doctor.stdout.includes(`try: cat '${file}'`), doctor.stdout);
  const { unknown } = JSON.parse((await stage.orch("doctor", "--json")).stdout);
  assert.equal(unknown[0].count, 1);
  assert.equal(unknown[0].newest.file, file);
  // Nobody has pressed anything.
  assert.match(await stage.server.screen(pane), /❯ 1\. Yes/);
});

Deno.test("doctor tells of limits, and of what a killed monitor has left", async () => {
  await using stage = await Stage.start([{ limit: "in 3 hours" }]);
  const place = { ...stage.place, directory: stage.project };
  const killed = spawnOrch(["monitor", "--json"], place);
  await eventually("the monitor hears", async () => {
    const { stdout } = await stage.orch("doctor");
    return /[1-9]\d* hooks and 1 clients of orch's/.test(stdout) || stdout;
  }, 20_000);
  await eventually("the limit is seen", async () => {
    const { stdout } = await stage.orch("doctor");
    return /usage limit: actor: usage limit for .*in 3 hours/.test(stdout) ||
      stdout;
  });
  killed.kill("SIGKILL");
  await Promise.all([killed.stdout.cancel(), killed.stderr.cancel()]);
  await killed.status;
  await eventually("the hooks are nobody's", async () => {
    const { stdout, code } = await stage.orch("doctor");
    return code === 0 &&
        /look left by a killed monitor: \d+ hooks \(alert-bell\[/.test(
          stdout,
        ) ||
      stdout;
  });
  await using monitor = await stage.monitor();
  await monitor.until("state");
  await eventually("the next monitor has tidied up", async () => {
    const { stdout } = await stage.orch("doctor");
    return !stdout.includes("left by a killed monitor") || stdout;
  });
});

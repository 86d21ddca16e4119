/**
 * Measures how long an agent's hook waits for the monitor's answer, against a
 * server that only sends back what it gets.
 *
 * ```sh
 * deno run -P=test test/bench/hook_bench.ts
 * ```
 *
 * @module
 */
import { hookAddress } from "../../lib/monitor/mod.ts";
import { eventually, HookClient, spawnOrch, Stage } from "../harness/mod.ts";
import { quantile, ratio } from "./numbers.ts";
import { printTable } from "./print_table.ts";

/** How often each is asked: as often as an agent may at once. */
const rounds = 90;

await using stage = await Stage.start([{ wait: "message" }], { hooks: true });
const monitor = spawnOrch(["monitor", "--json"], {
  ...stage.place,
  directory: stage.project,
});
const echo = new Deno.Command(Deno.execPath(), {
  args: [
    ...["run", "--quiet", "--allow-net=127.0.0.1"],
    new URL("../fixtures/echo_server.ts", import.meta.url).pathname,
  ],
  stdout: "piped",
}).spawn();
try {
  const client = new HookClient(stage);
  await eventually(
    "the monitor answers",
    async () => {
      try {
        return await client.ask("ls") === "allow";
      } catch (error) {
        return error;
      }
    },
    20_000,
  );
  const reader = echo.stdout.getReader();
  const { value } = await reader.read();
  const bare = `http://127.0.0.1:${new TextDecoder().decode(value).trim()}/`;
  reader.releaseLock();
  const { url, secret } = await hookAddress(stage.paths, stage.name);
  const body = JSON.stringify({
    hook: "permission",
    kind: "command",
    command: "ls -la src | grep -n main",
    directory: stage.project,
    session: await client.session(),
  });
  const post = async (address: string) => {
    const begun = performance.now();
    const response = await fetch(address, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      body,
    });
    const text = await response.text();
    return { text, took: performance.now() - begun };
  };
  const times: { title: string; took: number[] }[] = [
    { title: "a server that sends back what it gets", took: [] },
    { title: "the monitor: judged and written down", took: [] },
  ];
  for (let round = 0; round < rounds; round++) {
    times[0]!.took.push((await post(bare)).took);
    const { text, took } = await post(url);
    if (text !== '{"answer":"allow"}') throw new Error(`replied: ${text}`);
    times[1]!.took.push(took);
  }
  const baseline = quantile(times[0]!.took, 0.5);
  printTable(
    `From a hook's report to its answer, in ms, ${rounds} times each`,
    ["", "min", "median", "99 of 100", "max", "ratio of medians"],
    times.map(({ title, took }) => [
      title,
      Math.min(...took).toFixed(1),
      quantile(took, 0.5).toFixed(1),
      quantile(took, 0.99).toFixed(1),
      Math.max(...took).toFixed(1),
      ratio(quantile(took, 0.5), baseline),
    ]),
  );
} finally {
  monitor.kill("SIGTERM");
  echo.kill("SIGTERM");
  await Promise.all([
    monitor.stdout.cancel(),
    monitor.stderr.cancel(),
    echo.stdout.cancel(),
  ]);
  await Promise.all([monitor.status, echo.status]);
}

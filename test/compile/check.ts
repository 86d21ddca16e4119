/**
 * Proves that the command line and every recipe compile, and that what was
 * compiled runs: `deno task compile:check`.
 *
 * A standalone binary needs the `denort` runtime, which `deno compile`
 * downloads. Where it cannot be reached, everything else is proved instead:
 * the graph, the types and what is embedded (with Deno itself standing in for
 * the runtime), and that one bundled file runs by itself, away from its source
 * and without a module cache. It prints which of the two it did.
 */
import assert from "node:assert/strict";

const root = new URL("../../", import.meta.url);
const dist = new URL("dist/", root);
const entries = {
  "orch": "cli.ts",
  "demo-learning": "recipes/demo-learning.ts",
  "setup-agent": "recipes/setup-agent.ts",
};

async function deno(
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: options.cwd ?? root,
    env: { NO_COLOR: "1", ...options.env },
    stdin: "null",
  }).output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: decode(stdout), stderr: decode(stderr) };
}

/** Compiles one entry; says whether the result is a standalone binary. */
async function compile(name: string, entry: string): Promise<boolean> {
  const args = ["compile", "-P=compiled", "-o", `dist/${name}`, entry];
  const real = await deno(args);
  if (real.code === 0) return true;
  assert.match(
    real.stderr,
    /denort|dl\.deno\.land|error sending request|download/i,
    `deno compile failed for another reason:\n${real.stderr}`,
  );
  const standIn = await deno(args, { env: { DENORT_BIN: Deno.execPath() } });
  assert.equal(standIn.code, 0, standIn.stderr);
  assert.match(standIn.stderr, /Embedded Files/, standIn.stderr);
  return false;
}

/** Runs a compiled program in an empty folder with an empty home. */
async function runs(command: string[], pattern: RegExp): Promise<void> {
  const home = await Deno.makeTempDir({ prefix: "orch-compile-" });
  try {
    const [program, ...args] = command;
    const { code, stdout, stderr } = await new Deno.Command(program!, {
      args,
      cwd: home,
      clearEnv: true,
      env: {
        PATH: Deno.env.get("PATH") ?? "",
        HOME: home,
        DENO_DIR: `${home}/deno`,
        NO_COLOR: "1",
        ORCH_TMUX_SOCKET: `${home}/socket`,
      },
      stdin: "null",
    }).output();
    const text = new TextDecoder().decode(stdout);
    const errors = new TextDecoder().decode(stderr);
    assert.equal(code, 0, `${command.join(" ")}\n${text}${errors}`);
    assert.match(text, pattern);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

await Deno.mkdir(dist, { recursive: true });
let standalone = true;
for (const [name, entry] of Object.entries(entries)) {
  standalone = await compile(name, entry) && standalone;
}
let program = [new URL("orch", dist).pathname];
if (!standalone) {
  const bundle = await deno([
    "bundle",
    "--platform=deno",
    "-o",
    "dist/orch.js",
    "cli.ts",
  ]);
  assert.equal(bundle.code, 0, bundle.stderr);
  program = [
    Deno.execPath(),
    "run",
    "--quiet",
    "--no-prompt",
    "--no-remote",
    "--no-npm",
    "--cached-only",
    "--allow-run=tmux",
    "--allow-env",
    "--allow-read",
    "--allow-write",
    new URL("orch.js", dist).pathname,
  ];
}
const { version } = JSON.parse(
  await Deno.readTextFile(new URL("deno.json", root)),
);
await runs([...program, "--version"], new RegExp(`^${version}`));
await runs([...program, "status"], /No agent is set up yet/);
await runs(
  [...program, "explain", "--", "git", "push", "--force"],
  /^Asks because/,
);
const verdict = standalone
  ? "standalone binaries, run from an empty folder"
  : "NOT standalone binaries (denort cannot be reached): graph and embedding " +
    "checked, one bundled file run from an empty folder";
Deno.stdout.writeSync(
  new TextEncoder().encode(
    `compiled ${Object.keys(entries).join(", ")}: ${verdict}\n`,
  ),
);

import type { HookInstallation, HookOptions } from "../agent.ts";
import { ownFile, ownJsonFile } from "../reporting/own_file.ts";
import { isSince } from "../version_order.ts";
import { pluginText } from "./plugin_text.ts";

/** The first release that was seen to load plugins of its screen. */
const firstWithPlugins = "1.18.33";

/** How long a report may take, in milliseconds. Then the panel stays. */
const timeout = 5000;

/**
 * Says what makes OpenCode report: a plugin of its screen, which a file of
 * orch's own names that the environment points to. The person's settings are
 * read besides and stay as they are; only a file that the same variable of the
 * person's own points to is not read.
 *
 * Plugins that are named in OpenCode's other settings are loaded only after a
 * package was installed from the network; without one that takes more than a
 * minute, during which OpenCode shows nothing.
 *
 * The secret stands in the plugin's own file, which only the person can read,
 * so that no environment and no list of processes shows it.
 *
 * @param options The agent and where to report to.
 * @returns What to start it with; `undefined` when the version is not known or
 * too old.
 *
 * @example Usage
 * ```ts
 * import { install } from "./hook_install.ts";
 * import assert from "node:assert/strict";
 *
 * const installation = install({
 *   name: "dev",
 *   home: "/home/ann",
 *   project: "/src/shop",
 *   folder: "/home/ann/.local/state/orch/agents/dev",
 *   version: "1.18.33",
 *   address: { url: "http://127.0.0.1:4711/dev", secret: "b3f1" },
 * });
 * assert.deepEqual(installation?.environment, {
 *   OPENCODE_TUI_CONFIG: "/home/ann/.local/state/orch/agents/dev/tui.json",
 * });
 * ```
 */
export function install(options: HookOptions): HookInstallation | undefined {
  const { address, folder, version } = options;
  if (version === undefined || !isSince(version, firstWithPlugins)) {
    return undefined;
  }
  const { hostname, port, pathname } = new URL(address.url);
  const plugin = `${folder}/plugin.js`;
  const config = `${folder}/tui.json`;
  const settings = {
    host: hostname,
    port: Number(port),
    path: pathname,
    secret: address.secret,
    timeout,
  };
  return {
    arguments: [],
    environment: { OPENCODE_TUI_CONFIG: config },
    files: [
      ownJsonFile(config, { plugin: [plugin] }),
      ownFile(plugin, pluginText(settings)),
    ],
  };
}

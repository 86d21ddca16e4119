import { reportTo } from "./plugin.ts";
import { type PluginSettings, post } from "./plugin_post.ts";

/**
 * Writes the plugin's file.
 *
 * @param settings Where it reports to.
 * @returns The module's text.
 */
export function pluginText(settings: PluginSettings): string {
  return [
    "// Tells orch what OpenCode asks for. Written anew by `orch setup`.",
    'import { connect } from "node:net";',
    `const settings = ${JSON.stringify(settings, null, 2)};`,
    post.toString(),
    reportTo.toString(),
    "export default {",
    '  id: "orch",',
    "  tui: async (api) =>",
    "    reportTo(api, (report, reply) =>",
    "      post(connect, settings, report, reply)),",
    "};",
    "",
  ].join("\n");
}

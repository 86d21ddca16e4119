import type { Launch, LaunchOptions } from "../agent.ts";
import { inheritedVariables } from "../inherited_variables.ts";

/** How a client is started. */
export interface Client {
  /** Its program. */
  readonly program: string;
  /** The argument by which it goes on with its latest conversation. */
  readonly latest: string;
  /** The variable that names its configuration folder. */
  readonly folder: string;
}

/**
 * Says how to start a client so that it asks before it acts.
 *
 * @param client The client.
 * @param options Where and with what.
 * @returns What to start. No credential is copied.
 */
export function launchClient(client: Client, options: LaunchOptions): Launch {
  const argv = [client.program, "--approval-mode=default"];
  if (options.resume !== undefined) argv.push(`--resume=${options.resume}`);
  else if (options.resumeLatest) argv.push(client.latest);
  else if (options.session !== undefined) {
    argv.push(`--session-id=${options.session}`);
  }
  argv.push(...options.arguments ?? []);
  // With an equals sign, a prompt that begins with a dash stays a prompt.
  if (options.prompt !== undefined) {
    argv.push(`--prompt-interactive=${options.prompt}`);
  }
  return {
    argv,
    environment: options.isolate === undefined
      ? {}
      : { [client.folder]: options.isolate },
    unset: inheritedVariables,
  };
}

import type { Word } from "../../shell/mod.ts";
import type { Assessment } from "../assessment.ts";

/** Words with which the clouds' own tools only read, such as `describe-…`. */
const readingVerb =
  /^(describe|list|get|show|ls|head|lookup|search|list-locations|get-value)(-[a-z0-9-]+)?$/;

/** What must not be read by such a word. */
const secretThing =
  /secret|credential|token|password|passwd|key|kms|session|login|sso|sts|ssm|parameter|auth|access|cert|user-data|userdata|connection-string|config-file|get-object|export|script|function-app|appsettings|decrypt/i;

const reachingFlag =
  /endpoint|no-verify|ca-bundle|cli-input|profile|impersonate|account-key|account|sas|flags-file|access-token|configuration|generate|debug|log-http|uri|body|file/i;

/**
 * Judges a call of aws, gcloud or az: whether it only reads, by its verb.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 */
export function assessCloud(words: readonly Word[], found: Assessment): void {
  const only = words.length === 1 ? words[0]?.value : undefined;
  if (only === "--version" || only === "version") {
    return found.does("read", "prints a version");
  }
  if (words.some((word) => word.value === undefined)) {
    return found.never("remote", "asks a cloud for what cannot be told");
  }
  const values = words.map((word) => word.value!);
  const end = values.findIndex((value) => value.startsWith("-"));
  const path = end < 0 ? values : values.slice(0, end);
  const verb = path.findIndex((value, index) =>
    index > 0 && readingVerb.test(value)
  );
  const doubtful = values.some((value) =>
    /^(file|fileb|https?):|^@/.test(value) ||
    (value.startsWith("-") && reachingFlag.test(value.split("=")[0]!)) ||
    (!value.startsWith("-") && secretThing.test(value))
  );
  const changes = path.slice(0, Math.max(verb, 0)).some((value) =>
    /^(create|delete|update|set|add|remove|run|exec|deploy|start|stop|put|rm|cp|mv|sync|invoke)/
      .test(value)
  );
  if (verb < 0 || doubtful || changes) {
    return found.never("remote", "works on machines or services elsewhere");
  }
  found.subcommand = path.slice(0, verb + 1);
  for (const value of values.slice(verb + 1)) {
    if (value.startsWith("-")) found.flag(value.split("=")[0]!);
  }
  found.operand("text");
  found.host = `the account of ${found.program}`;
  found.does("fetch", `reads from the account of ${found.program}`);
}

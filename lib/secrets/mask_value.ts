import { masked, maskSecrets } from "./mask_secrets.ts";

/**
 * Masks every text in a value that is to be written as JSON. What a key names
 * as secret is masked by its name.
 *
 * @example Usage
 * ```ts
 * import { maskValue } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const value = { kind: "mcp", input: { password: "hunter2", page: 7 } };
 * assert.deepEqual(maskValue(value), {
 *   kind: "mcp",
 *   input: { password: "…", page: 7 },
 * });
 * const harmless = { command: "ls" };
 * assert.equal(maskValue(harmless), harmless);
 * ```
 *
 * @param value The value.
 * @returns The value without secrets; the same one if there are none.
 */
export function maskValue<T>(value: T): T {
  return masking(value, "") as T;
}

/** Whether a value of any kind is secret under a name. */
function isSecretName(name: string): boolean {
  const example = `${name}=example`;
  return maskSecrets(example) !== example;
}

function masking(value: unknown, name: string): unknown {
  if (typeof value === "string") {
    const named = value !== "" && name !== "" && isSecretName(name);
    return named ? masked : maskSecrets(value);
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => masking(item, name));
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, masking(inner, key)] as const);
  const same = entries.every(([key, inner]) =>
    inner === (value as Record<string, unknown>)[key]
  );
  return same ? value : Object.fromEntries(entries);
}

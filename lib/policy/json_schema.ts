import * as z from "zod";
import { otherKeys } from "./keys.ts";
import { keyTexts, toolTexts } from "./key_texts.ts";
import { policySchema } from "./schema.ts";

/** A schema, as far as it is looked into here. */
interface JsonSchema {
  readonly properties?: Readonly<Record<string, Readonly<JsonSchema>>>;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly [key: string]: unknown;
}

/**
 * Gives the JSON Schema of policy files, by which editors check them while they
 * are written.
 *
 * @example Usage
 * ```ts
 * import { policyJsonSchema } from "./json_schema.ts";
 * import assert from "node:assert/strict";
 *
 * const { properties } = policyJsonSchema() as { properties: object };
 * assert.ok("deny" in properties);
 * ```
 *
 * @returns The schema.
 */
export function policyJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(policySchema, { io: "input" }) as JsonSchema;
  const { $defs = {} } = schema;
  return {
    ...schema,
    title: "What is laid down for orch's agents",
    properties: {
      ...described(schema.properties, keyTexts),
      ...Object.fromEntries(otherKeys.map((key) => [key, {}])),
    },
    additionalProperties: false,
    $defs: {
      ...$defs,
      tool: {
        ...$defs["tool"],
        properties: described($defs["tool"]?.properties, toolTexts),
      },
    },
  };
}

function described(
  properties: JsonSchema["properties"] = {},
  texts: Readonly<Record<string, string>>,
): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, one]) => [
      key,
      { ...one, ...texts[key] !== undefined && { description: texts[key] } },
    ]),
  );
}

import assert from "node:assert/strict";
import * as z from "zod";
import { load } from "js-yaml";
import { policyJsonSchema } from "./json_schema.ts";
import { findFault } from "./schema.ts";

/** What people write, and whether it is right. */
const files: readonly (readonly [string, boolean])[] = [
  ["allow: [git push origin *]\nask:\ndeny: []\nteam: {}\n", true],
  ["secrets: [config/prod/, '*.pem']\n", true],
  [
    "tools:\n  shipit:\n    tier: read\n    does: asks\n    flags: '-a -n:number --color?'\n" +
    "    operands: word read*\n    subcommands:\n      status: { tier: read, does: shows }\n" +
    "    otherwise: { tier: remote, does: changes }\n",
    true,
  ],
  ["alow: [git push]\n", false],
  ["allow: git push\n", false],
  ["allow: ['']\n", false],
  ["allow: ['* push']\n", false],
  ["deny: [1]\n", false],
  ["secrets: ['**/*']\n", false],
  ["tools:\n  shipit: { tier: harmless, does: asks }\n", false],
  ["tools:\n  shipit: { tier: read }\n", false],
  ["tools:\n  shipit: { tier: read, does: asks, flag: -a }\n", false],
  ["tools:\n  shipit: { tier: read, does: asks, flags: a }\n", false],
  ["tools:\n  shipit: { tier: read, does: asks, flags: '-a:wild' }\n", false],
  ["tools:\n  shipit: { tier: read, does: asks, operands: reed }\n", false],
  [
    "tools:\n  shipit: { tier: read, does: asks, operands: 'read* word' }\n",
    false,
  ],
  [
    "tools:\n  shipit:\n    { tier: read, does: asks, subcommands: { -x: { tier: read, does: x } } }\n",
    false,
  ],
  ["tools:\n  ./shipit: { tier: read, does: asks }\n", false],
];

Deno.test("an editor finds right and wrong what orch does", () => {
  const schema = z.fromJSONSchema(
    policyJsonSchema() as Parameters<typeof z.fromJSONSchema>[0],
  );
  for (const [text, right] of files) {
    const content = load(text);
    assert.equal(findFault(content) === undefined, right, text);
    assert.equal(schema.safeParse(content).success, right, text);
  }
});

Deno.test("an editor can explain every key", () => {
  const { properties, $defs } = policyJsonSchema() as {
    properties: Record<string, { description?: string }>;
    $defs: { tool: { properties: Record<string, { description?: string }> } };
  };
  const keys = ["allow", "ask", "deny", "secrets", "tools"];
  for (const key of keys) assert.ok(properties[key]?.description, key);
  for (const [key, { description }] of Object.entries($defs.tool.properties)) {
    assert.ok(description, key);
  }
});

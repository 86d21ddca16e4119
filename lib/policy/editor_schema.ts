/**
 * Gives the JSON Schema of policy files, by which editors check them while they
 * are written. What makes it is loaded only for this.
 *
 * @returns The schema.
 */
export async function editorSchema(): Promise<
  Readonly<Record<string, unknown>>
> {
  const { policyJsonSchema } = await import("./json_schema.ts");
  return policyJsonSchema();
}

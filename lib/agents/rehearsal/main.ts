import { OrchError } from "../../errors/mod.ts";
import { rehearse } from "./rehearse.ts";

if (import.meta.main) {
  try {
    Deno.exit(await rehearse(Deno.args));
  } catch (error) {
    if (!(error instanceof OrchError)) throw error;
    const hint = error.hint === undefined ? "" : `  try: ${error.hint}\n`;
    const text = `orch: ${error.message}\n${hint}`;
    await Deno.stderr.write(new TextEncoder().encode(text));
    Deno.exit(error.exitCode);
  }
}

import { deno, node, npx } from "./node_packages.ts";
import { assessPip, runner, uvx } from "./python_packages.ts";
import { binds, type Judge, make } from "./tasks.ts";

/** Package managers and task runners. */
export const packageTools: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ["npm", binds(node)],
  ["pnpm", binds(node)],
  ["yarn", binds(node)],
  ["bun", binds(node)],
  ["npx", npx],
  ["deno", binds(deno)],
  ["pip", assessPip],
  ["pip3", assessPip],
  ["uv", runner],
  ["uvx", uvx],
  ["poetry", runner],
  ["pipenv", runner],
  ["bundle", runner],
  ["rye", runner],
  ["pdm", runner],
  ["hatch", runner],
  ["make", binds(make)],
  ["gmake", binds(make)],
  ["just", binds(make)],
  ["task", binds(make)],
  ["rake", binds(make)],
]);

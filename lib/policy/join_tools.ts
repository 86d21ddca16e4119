import {
  isKnownTool,
  tiers,
  type ToolFacts,
  type UserTools,
} from "../learner/mod.ts";

/**
 * Puts together what two files say of tools. Of a tool that is known besides,
 * what is stricter in either counts; of another one, what the first says.
 *
 * @param first What the person's own file says.
 * @param second What the other one says.
 * @returns What both say.
 */
export function joinTools(first: UserTools, second: UserTools): UserTools {
  const joined: Record<string, ToolFacts> = { ...second };
  for (const [name, facts] of Object.entries(first)) {
    const other = Object.hasOwn(second, name) ? second[name] : undefined;
    joined[name] = other !== undefined && isKnownTool(name)
      ? stricter(facts, other)
      : facts;
  }
  return joined;
}

function stricter(first: ToolFacts, second: ToolFacts): ToolFacts {
  const { tier, does } = tiers.indexOf(second.tier) > tiers.indexOf(first.tier)
    ? second
    : first;
  const both = (key: "refuses" | "destroys") =>
    [first[key], second[key]].filter((flags) => flags !== undefined).join(" ");
  const subcommands: Record<string, ToolFacts> = { ...second.subcommands };
  for (const [name, facts] of Object.entries(first.subcommands ?? {})) {
    const other = Object.hasOwn(subcommands, name)
      ? subcommands[name]
      : undefined;
    subcommands[name] = other === undefined ? facts : stricter(facts, other);
  }
  return {
    tier,
    does,
    once: first.once === true || second.once === true,
    refuses: both("refuses"),
    destroys: both("destroys"),
    subcommands,
  };
}

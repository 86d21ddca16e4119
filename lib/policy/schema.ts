import * as z from "zod";
import {
  isKnownTool,
  operandKinds,
  tiers,
  type ToolFacts,
  valueKinds,
} from "../learner/mod.ts";
import { didYouMean } from "./did_you_mean.ts";
import { otherKeys, policyKeys } from "./keys.ts";

/** What is wrong with a policy file, and where. */
export interface PolicyFault {
  /** Keys and indexes that lead there. */
  readonly path: readonly (string | number)[];
  /** Whether it is about a key rather than its value. */
  readonly atKey: boolean;
  /** What is wrong. */
  readonly message: string;
}

const pattern = z.string("must be a text, in quotes if it holds `: `")
  .min(1, "must not be empty")
  .max(2000, "must not be longer than 2000 characters")
  // deno-lint-ignore no-control-regex
  .regex(/^[^\x00-\x08\x0b-\x1f\x7f]*$/, "must not hold control characters");

const allowed = pattern
  .refine((text) => !text.trim().startsWith("*"), {
    message: "must begin with what is allowed, such as `git push *`",
  }).meta({ pattern: "^(?!\\s*\\*)[^\\x00-\\x08\\x0b-\\x1f\\x7f]*$" });

const listOf = (item: z.ZodString) =>
  z.array(item, "must be a list, with `- ` before each pattern")
    .max(1000, "must not hold more than 1000 patterns");

const glob = pattern.refine((text) => !/^[\s/~*]*$/.test(text), {
  message: "must name something, such as `config/prod/**`",
}).meta({ pattern: "[^\\s/~*]" });

const flagNames = z.string("must be flags, separated by spaces")
  .regex(/^(\s*-\S+)*\s*$/, "must be flags, separated by spaces");

const flags = z.string("must be flags, separated by spaces").refine(
  (text) =>
    text.split(" ").every((flag) => {
      const [, kind] = /^-[^\s:]+?(?:\?|:(\w*))?$/.exec(flag) ?? [, "-"];
      return flag === "" || !kind || valueKinds.includes(kind as never);
    }),
  {
    message: "must be flags such as `-a --all -n:number --color?`, with the " +
      `kinds ${valueKinds.join(", ")}`,
  },
).meta({
  pattern: `^( *-[^\\s:]+?(\\?|:(${valueKinds.join("|")})?)?(?= |$))* *$`,
});

const operands = z.string("must be kinds, separated by spaces").refine(
  (text) =>
    text.split(" ").every((kind, at, all) =>
      kind === "" ||
      operandKinds.includes(
        (at === all.length - 1 ? kind.replace(/\*$/, "") : kind) as never,
      )
    ),
  {
    message: `must be kinds such as \`read*\`, of ${operandKinds.join(", ")}`,
  },
).meta({
  pattern: `^( *(${operandKinds.join("|")})(?= |$|\\*$))*( |\\*$)*$`,
});

const tier = z.enum(tiers, `must be one of ${tiers.join(", ")}`);

const clause = z.string("must be a clause, such as `lists what runs`")
  .min(1, "must be a clause, such as `lists what runs`").max(200);

const consequence = z.strictObject({ tier, does: clause });

const toolName = /^[A-Za-z0-9][\w.+-]*$/;

/** What people may say of a tool; as the tables say it. */
const tool: z.ZodType<ToolFacts> = z.strictObject({
  tier,
  does: clause,
  flags: flags.optional(),
  refuses: flagNames.optional(),
  destroys: flagNames.optional(),
  operands: operands.optional(),
  singleDash: z.boolean("must be true or false").optional(),
  here: z.boolean("must be true or false").optional(),
  inProject: z.boolean("must be true or false").optional(),
  once: z.boolean("must be true or false").optional(),
  host: z.string().regex(/^[\w.-]+(:\d+)?$/, "must be a host").optional(),
  open: z.boolean("must be true or false").optional(),
  surplus: consequence.optional(),
  otherwise: consequence.optional(),
  get subcommands() {
    return z.record(
      z.string().regex(/^[^-\s]\S*$/, "must be one word"),
      tool,
      "must be subcommands with what they do",
    ).optional();
  },
}).meta({ id: "tool" }) as z.ZodType<ToolFacts>;

/** What a policy file may hold. */
export const policySchema: z.ZodType = z.looseObject({
  allow: listOf(allowed).nullish(),
  ask: listOf(pattern).nullish(),
  deny: listOf(pattern).nullish(),
  secrets: listOf(glob).nullish(),
  tools: z.record(
    z.string().regex(toolName, "must be a program's name"),
    tool,
    "must be tools with what they do",
  ).nullish(),
}, "must hold keys such as `allow:`");

/** What may be said of a tool that is known, so that it is only made stricter. */
const stricter: ReadonlySet<string> = new Set([
  "tier",
  "does",
  "once",
  "refuses",
  "destroys",
  "subcommands",
]);

/**
 * Finds what is wrong with the content of a policy file.
 *
 * @param content The content.
 * @returns The first fault, `undefined` if there is none.
 */
export function findFault(content: unknown): PolicyFault | undefined {
  const known = [...policyKeys, ...otherKeys];
  if (typeof content === "object" && !Array.isArray(content)) {
    const wrong = Object.keys(content ?? {}).find((key) =>
      !known.includes(key)
    );
    if (wrong !== undefined) return unknownKey([wrong], known);
  }
  const read = policySchema.safeParse(content);
  if (!read.success) {
    const { issues } = read.error;
    // Where a key is misspelt, it is missing as well.
    const misspelt = issues.find(({ code }) => code === "unrecognized_keys");
    return faultOf(misspelt ?? issues[0]!);
  }
  const { tools } = read.data as { tools?: Record<string, ToolFacts> };
  for (const [name, facts] of Object.entries(tools ?? {})) {
    const fault = isKnownTool(name) && findLaxity(facts, ["tools", name]);
    if (fault) return fault;
  }
  return undefined;
}

function faultOf(issue: z.core.$ZodIssue): PolicyFault {
  const path = issue.path as (string | number)[];
  if (issue.code === "unrecognized_keys") {
    const known = path[0] === "tools" && path.at(-1) !== "surplus" &&
        path.at(-1) !== "otherwise"
      ? toolKeys
      : ["tier", "does"];
    return unknownKey([...path, issue.keys[0]!], known);
  }
  const atKey = issue.code === "invalid_key";
  const inner = atKey ? issue.issues[0]?.message : undefined;
  const name = path.length === 0 ? "it" : `\`${path.join(".")}\``;
  return { path, atKey, message: `${name} ${inner ?? issue.message}` };
}

const toolKeys = [
  ...["tier", "does", "flags", "refuses", "destroys", "operands"],
  ...["singleDash", "here", "inProject", "once", "host", "open", "surplus"],
  ...["otherwise", "subcommands"],
];

function unknownKey(
  path: readonly (string | number)[],
  known: readonly string[],
): PolicyFault {
  const key = String(path.at(-1));
  const meant = didYouMean(key, known);
  const rather = meant === undefined ? "" : `; did you mean \`${meant}\`?`;
  return { path, atKey: true, message: `\`${key}\` is not known${rather}` };
}

/** What would be said of a known tool without making it stricter. */
function findLaxity(
  facts: ToolFacts,
  path: readonly (string | number)[],
): PolicyFault | undefined {
  const lax = Object.keys(facts).find((key) => !stricter.has(key));
  if (lax !== undefined) {
    return {
      path: [...path, lax],
      atKey: true,
      message: `\`${path[1]}\` is known already and can only be made ` +
        `stricter, by ${[...stricter].join(", ")}; \`${lax}\` would have no ` +
        "effect",
    };
  }
  for (const [name, inner] of Object.entries(facts.subcommands ?? {})) {
    const fault = findLaxity(inner, [...path, "subcommands", name]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

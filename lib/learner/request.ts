import type { Rule } from "./rule.ts";
import type { UserTools } from "./assessment/mod.ts";
import type { Autonomy } from "./verdict.ts";

/** What is to be decided: the part of an agent's request that matters here. */
export interface JudgedRequest {
  /**
   * What kind of thing is asked for. `command`, `write`, `edit`, `read`,
   * `fetch` and `mcp` are judged; everything else goes to a person.
   */
  readonly kind: string;
  /** The exact command. */
  readonly command?: string;
  /** Every command it could be; all of them must be allowed. */
  readonly readings?: readonly string[];
  /** The path, as the agent gives it. */
  readonly path?: string;
  /** The address that would be fetched. */
  readonly url?: string;
  /** What would be searched for on the web. */
  readonly query?: string;
  /** The MCP server whose tool would be called. */
  readonly server?: string;
  /** The tool. */
  readonly tool?: string;
  /** What it would be called with. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Whether everything that would be approved is known. */
  readonly complete: boolean;
  /** Why {@linkcode complete} is false, as a clause. */
  readonly incompleteBecause?: string;
}

/**
 * What people have laid down, as patterns over one simple command each.
 *
 * A pattern is the command as typed, where `*` stands for anything and a last
 * ` *` also for nothing: `git push *`, `npm run deploy`; `\\*` is a star. Files
 * are written `edit src/*`, `write *`, `read docs/*`, addresses
 * `fetch https://docs.example/*`, tools `mcp server tool *`. `deny` beats `ask`
 * beats `allow`.
 */
export interface Policy {
  /**
   * What passes without a person, up to the tier `remote`; what is critical
   * only where it is the very command, without a `*`.
   */
  readonly allow: readonly string[];
  /** What always goes to a person. */
  readonly ask: readonly string[];
  /** What is answered with no. */
  readonly deny: readonly string[];
}

/** What a decision rests on, besides the request. */
export interface DecideContext {
  /** The project the agent works in. Absolute. */
  readonly project: string;
  /**
   * The agent's working directory. Absolute.
   *
   * @default {project}
   */
  readonly directory?: string;
  /** The home directory of the person who runs the agent. Absolute. */
  readonly home: string;
  /** How much passes the first time. */
  readonly autonomy: Autonomy;
  /** What the agent has learned. */
  readonly rules: readonly Rule[];
  /** What people have laid down. */
  readonly policy?: Policy;
  /** What people say of tools; what is known already is only made stricter. */
  readonly tools?: UserTools;
  /** Paths that people call secret, see {@linkcode secretPlaces}. */
  readonly secrets?: readonly string[];
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Follows the symbolic links of an absolute path, whose last parts need not
   * exist. The path may hold `..`.
   *
   * @default {identity}
   */
  readonly resolve?: (absolutePath: string) => string;
  /**
   * A fingerprint of a file's content, `undefined` if it cannot be read.
   *
   * When given, a learned script answers only while its content is the same.
   */
  readonly fingerprint?: (absolutePath: string) => string | undefined;
  /**
   * The text of a file, `undefined` if it cannot be read.
   *
   * When given, a learned task, such as `npm run build`, answers only while
   * what stands behind its name is the same.
   */
  readonly text?: (absolutePath: string) => string | undefined;
  /**
   * The names in a folder: none if there is no such folder, `undefined` if they
   * cannot be seen.
   *
   * When given, inline code counts as harmless that loads only modules which no
   * file in its folder stands in for.
   */
  readonly entries?: (absolutePath: string) => readonly string[] | undefined;
  /**
   * Whether the agent made a file or folder itself, where nothing was before.
   *
   * When given, it may delete what it made once a person has seen it do so.
   */
  readonly made?: (absolutePath: string) => boolean;
  /**
   * Whether the agent built a file from the project's code, and nothing else
   * was put there since.
   *
   * When given, what was learned of such a program holds for the next build.
   */
  readonly built?: (absolutePath: string) => boolean;
}

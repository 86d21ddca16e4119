import type { KeptScreen } from "../../monitor/mod.ts";
import { ago } from "../ago.ts";
import type { Finding } from "./finding.ts";

/** Screens of one kind of agent that orch does not know. */
export interface UnknownKind {
  /** The kind. */
  readonly kind: string;
  /** The releases that showed them, as far as they are known. */
  readonly versions: readonly string[];
  /** How many there are. */
  readonly count: number;
  /** Why they were kept, as clauses. */
  readonly details: readonly string[];
  /** The newest of them. */
  readonly newest: KeptScreen;
}

/**
 * Sums up the screens that orch does not know, by kind of agent.
 *
 * @param screens The screens, oldest first.
 * @returns A line for each kind.
 */
export function unknownKinds(screens: readonly KeptScreen[]): UnknownKind[] {
  const kinds = Map.groupBy(screens, (screen) => screen.kind);
  return [...kinds].map(([kind, all]) => ({
    kind,
    versions: [
      ...new Set(
        all.map(({ version }) => version).filter((one) => one !== null),
      ),
    ],
    count: all.length,
    details: [...new Set(all.map(({ detail }) => detail))],
    newest: all.at(-1)!,
  }));
}

/**
 * Tells about the screens that orch does not know.
 *
 * @param screens The screens, oldest first.
 * @param now The time, in milliseconds since 1970.
 * @returns The findings.
 */
export function unknownFindings(
  screens: readonly KeptScreen[],
  now: number,
): Finding[] {
  return unknownKinds(screens).map((one) => {
    const { kind, versions, count, details, newest } = one;
    const releases = versions.length === 0 ? "" : ` ${versions.join(", ")}`;
    return {
      name: `screens of ${kind}${releases} that orch does not know`,
      ok: true,
      detail: `${count} (${details.join("; ")}), the newest ${
        ago(now - newest.at)
      } ago; secrets were masked`,
      hint: `cat '${newest.file}', report it, then delete the file`,
    };
  });
}

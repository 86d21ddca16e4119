import { maskSecrets, maskValue } from "../secrets/mod.ts";

/** A request without its secrets. */
export interface MaskedRequest {
  /** Set: what was asked for is known to whoever has seen it, and to no file. */
  readonly masked: true;
  /** The rest of it. */
  readonly [key: string]: unknown;
}

/**
 * Takes secrets out of a request before it is written down. Where there are
 * any, what its dialog shows row by row is left out: a row's end may cut one in
 * two, so that neither half looks like a secret.
 *
 * @param request The request, as its reader gave it.
 * @returns The same request if there is no secret in it.
 */
export function maskRequest(request: unknown): unknown {
  if (typeof request !== "object" || request === null) return request;
  const plain = maskValue(request) as Record<string, unknown>;
  const rows = ["rows", "evidence"].map((key) => textsOf(plain[key]));
  const cut = rows.some((texts) =>
    [" ", ""].some((by) => maskSecrets(texts.join(by)) !== texts.join(by))
  );
  if (plain === request && !cut) return request;
  const { rows: _, readings: __, options, ...rest } = plain;
  const masked: MaskedRequest = {
    ...rest,
    ...(typeof rest["command"] === "string" &&
      { readings: [rest["command"]] }),
    ...(Array.isArray(options) && { options: options.map(withoutLabel) }),
    ...(rest["evidence"] !== undefined &&
      { evidence: rows[1]!.length === 0 ? [] : ["…"] }),
    masked: true,
  };
  return masked;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item) => typeof item === "string")
    : [];
}

/** A label may hold the beginning of the command. */
function withoutLabel(option: unknown): unknown {
  return typeof option === "object" && option !== null
    ? { ...option, label: "…" }
    : option;
}

/**
 * Tells whether secrets were taken out of a request.
 *
 * @param request The request as the journal has it.
 * @returns Whether it is not what was asked for to the letter.
 */
export function isMasked(request: unknown): boolean {
  return typeof request === "object" && request !== null &&
    (request as { masked?: unknown }).masked === true;
}

import type { Word } from "../../shell/mod.ts";
import { assessReadPath } from "./access.ts";
import {
  fitsSecret,
  globAimsAtSecret,
  namesSecret,
  normalisePath,
} from "../places/mod.ts";
import type { Assessment } from "./assessment.ts";
import type { Scene } from "./scene.ts";

/**
 * Judges a revision of git, or a file in one.
 *
 * @param operand The word.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessRef(
  operand: Word,
  found: Assessment,
  scene: Scene,
): void {
  const { like } = operand;
  const named = like?.kind === "files" ? undefined : like?.sample;
  const ref = operand.value ?? named;
  if (ref === undefined) {
    const plain = operand.glob && /^[\w@][\w./@[\]()*?-]*$/.test(operand.text);
    return plain && !fitsSecret(operand.text.split("/").at(-1)!)
      ? found.operand("ref")
      : found.never("critical", `looks at ${operand.text}`);
  }
  // Git compares any two files that are given by their paths.
  if (/^\/|(^|\/)\.\.(\/|$)/.test(ref)) {
    return assessReadPath(ref, found, scene);
  }
  const path = ref.slice(ref.indexOf(":") + 1);
  const file = normalisePath(`${scene.project}/${path}`);
  if (namesSecret(path) || scene.secrets?.holds(file)) {
    return found.never("critical", `reads ${path}, where secrets are kept`);
  }
  // After `:!` or `:(top)` stands a path that is left out or starts above.
  const plain = ref.replace(
    /^:([!^/]|\((exclude|top|icase|glob|literal)\))/,
    "",
  );
  if (/[*?[]/.test(plain) && globAimsAtSecret(plain)) {
    return found.never("critical", `reads ${ref}, where secrets are kept`);
  }
  if (/^[\w./@^~{}:+,()[\] *-]+$/.test(plain)) return found.operand("ref");
  found.exactly(`has ${operand.text} for a revision`);
}

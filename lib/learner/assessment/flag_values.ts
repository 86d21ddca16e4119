import type { Word } from "../../shell/mod.ts";
import { assessRead, assessWrite } from "./access.ts";
import {
  fitsSecret,
  globAimsAtSecret,
  locate,
  namesSecret,
} from "../places/mod.ts";
import type { Assessment } from "./assessment.ts";
import type { FlagFact } from "./flags.ts";
import { assessOperand, plainName } from "./operands.ts";
import { assessInside } from "./project_operands.ts";
import type { Scene } from "./scene.ts";
import { isHarmlessText, numberText } from "./words.ts";

/**
 * Judges the value of a flag.
 *
 * @param value The value.
 * @param fact What the table says of the flag.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessValue(
  value: Word,
  fact: FlagFact,
  found: Assessment,
  scene: Scene,
): void {
  switch (fact.kind) {
    case "read":
      return assessRead(value, found, scene);
    case "write":
      assessWrite(value, found, scene);
      return;
    case "built": {
      const located = assessWrite(value, found, scene);
      if (located !== undefined) found.builds.push(located.path);
      return;
    }
    case "inside":
      return assessInside(value, found, scene);
    case "config":
      return assessSettings(value, found, scene);
    case "here":
      return assessRead(value, found, scene, "names");
    case "number":
      if (/^[-+]?\d+(\.\d+)?([a-zA-Z%]{1,2})?$/.test(numberText(value) ?? "")) {
        return;
      }
      return found.exactly(`has ${value.text} where a number is expected`);
    case "word":
      if (
        /^[\w,:+@-][\w.,:+@-]*(\/[\w.,:+@-]+)?$/.test(value.value ?? "") &&
        // Reports go where such a value says: `xml:../out`.
        !/:.*\/|:\.|\.\.(\/|$)/.test(value.value!)
      ) {
        return;
      }
      return found.exactly(`has ${value.text} for a value`);
    case "name":
      if (plainName.test(value.value ?? "")) return;
      return found.exactly(`has ${value.text} for a name`);
    case "task":
      return assessOperand(value, "task", found, scene);
    case "files":
      assessFilePattern(value, found);
      return;
    case "lines":
      if (namesSecret((value.value ?? "").split(":").at(-1)!)) {
        return found.never("critical", `reads ${value.text}, a secret`);
      }
      if (isHarmlessText(value)) return;
      return found.never("critical", `expands ${value.text}`);
    case "text":
      if (isHarmlessText(value)) return;
      return found.never("critical", `expands ${value.text}`);
  }
}

/** A pattern that chooses which files are read must not choose secrets. */
function assessFilePattern(value: Word, found: Assessment): void {
  const text = value.value ?? (value.glob ? value.text : undefined);
  if (text === undefined) {
    return found.never("critical", `chooses files by ${value.text}`);
  }
  if (text.startsWith("!")) return;
  const last = text.replace(/[\\$^]/g, "").split("/").at(-1)!;
  const secret = namesSecret(last) || /^[.*]*(env|id_|pem|key)/i.test(last) ||
    last.startsWith(".") && fitsSecret(last) || globAimsAtSecret(text);
  if (secret) {
    found.never("critical", `looks into ${text}, where secrets are kept`);
  }
}

/**
 * Judges that a tool takes its settings from a file, which may say what it
 * loads and runs: only one of the project, and only as it is.
 */
function assessSettings(value: Word, found: Assessment, scene: Scene): void {
  const path = value.value ?? "";
  if (path === "/dev/null") return;
  // Some tools take the settings themselves, or the name of a package.
  if (!/^[\w./+-]+$/.test(path)) {
    return found.never("critical", `takes its settings from ${value.text}`);
  }
  assessInside(value, found, scene);
  const located = locate(path, scene.directory, scene);
  if (found.learning === "never" || located === undefined) return;
  if (found.runs !== undefined && found.runs !== located.path) {
    return found.never("critical", `loads ${path} besides`);
  }
  found.runs = located.path;
  found.once(`loads its settings from ${path}`);
}

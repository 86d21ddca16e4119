import type { Word } from "../../shell/mod.ts";
import { assessRead, assessReadPath, assessWrite } from "./access.ts";
import type { Assessment } from "./assessment.ts";
import {
  assessHanded,
  assessInside,
  assessPackages,
} from "./project_operands.ts";
import { assessRef } from "./revisions.ts";
import type { Scene } from "./scene.ts";
import { publishingTarget } from "./tables/task_names.ts";
import { isHarmlessText, numberText } from "./words.ts";

/**
 * What an operand is.
 *
 * - `read`, `write`: paths
 * - `inside`: a path that must be in the project, and may be followed by `::`
 *   and a test's name
 * - `names`: a path of which only names and sizes are seen
 * - `text`: anything that can be printed
 * - `word`: an exact word; `name`: one that is no path; `number`: a number
 * - `package`: a package by its name and version
 * - `image`: a container's image of a public registry
 * - `task`: a task of the project; `handed`: what one is given
 * - `filter`: a test's name or pattern
 * - `ref`: a git revision
 * - `packages`: paths as Go writes them
 */
export const operandKinds = [
  "read",
  "write",
  "inside",
  "names",
  "text",
  "word",
  "name",
  "package",
  "image",
  "task",
  "handed",
  "filter",
  "ref",
  "number",
  "packages",
] as const;

/** One of {@linkcode operandKinds}. */
export type OperandKind = (typeof operandKinds)[number];

/**
 * Judges operands by their kinds.
 *
 * @param operands The operands.
 * @param plan Their kinds in order; the last may end with `*`.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessOperands(
  operands: readonly Word[],
  plan: readonly string[],
  found: Assessment,
  scene: Scene,
): void {
  operands.forEach((operand, index) => {
    const last = plan.at(-1);
    const kind = plan[index] ?? (last?.endsWith("*") ? last : undefined);
    if (kind === undefined) {
      return found.exactly(
        `has more arguments than are known of ${found.program}`,
      );
    }
    assessOperand(
      operand,
      kind.replace("*", "") as OperandKind,
      found,
      scene,
    );
    // The second of two files may be the one that is written.
    if (operand.glob && !kind.endsWith("*")) {
      found.exactly(`has ${operand.text}, which may be several arguments`);
    }
  });
}

/**
 * Judges that a command looks around in its own directory.
 *
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessHere(found: Assessment, scene: Scene): void {
  if (scene.directory === undefined) {
    found.never("critical", "looks at a folder that cannot be told");
  } else {
    assessReadPath(scene.directory, found, scene, "names");
  }
}

/**
 * Judges one operand.
 *
 * @param operand The word.
 * @param kind What it is.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessOperand(
  operand: Word,
  kind: OperandKind,
  found: Assessment,
  scene: Scene,
): void {
  switch (kind) {
    case "read":
      return assessRead(operand, found, scene);
    case "names":
      return assessRead(operand, found, scene, "names");
    case "write": {
      const located = assessWrite(operand, found, scene);
      if (located !== undefined) found.operand(`${located.place}-path`);
      return;
    }
    case "inside":
      return assessInside(operand, found, scene);
    case "handed":
      return assessHanded(operand, found, scene);
    case "text":
      found.operand("text");
      if (isHarmlessText(operand)) return;
      return found.never("critical", `expands ${operand.text}`);
    case "filter":
      return assessFilter(operand, found);
    case "task":
      if (publishingTarget.test(operand.value ?? "")) {
        return found.never("remote", `publishes something, by ${operand.text}`);
      }
      return assessOperand(operand, "word", found, scene);
    case "number":
      if (/^[-+]?\d+(\.\d+)?[smhd]?$/.test(numberText(operand) ?? "")) {
        return found.operand("number");
      }
      return found.exactly(`has ${operand.text} where a number is expected`);
    case "word":
      if (/^[\w.@:+,/-]+$/.test(operand.value ?? "")) {
        return found.operand(`=${operand.value}`);
      }
      return found.exactly(`has ${operand.text} for an argument`);
    case "name":
      if (plainName.test(operand.value ?? "")) {
        return found.operand(`=${operand.value}`);
      }
      return found.exactly(`has ${operand.text} for a name`);
    case "package":
      if (packageName.test(operand.value ?? "")) {
        return found.operand("package");
      }
      return found.exactly(`has ${operand.text} for a package`);
    case "image":
      if (publicImage.test(operand.value ?? "")) return found.operand("image");
      return found.never(
        "remote",
        `asks for ${operand.text}, wherever that is`,
      );
    case "ref":
      return assessRef(operand, found, scene);
    case "packages":
      return assessPackages(operand, found, scene);
  }
}

/** A name that leads to no file and no address. */
export const plainName: RegExp =
  /^(?!.*\.(json|toml|ya?ml|[cm]?js|ts|py|rb|sh)$)[\w<>~!^][\w.:+@,<>=~!^-]*$/;

/** A package by its name, and maybe its version. */
const packageName = /^(@\w[\w.-]*\/)?\w[\w.+-]*(@[\w.^~<>=*+-]*)?$/;

/** An image of a registry that anyone may read from. */
const publicImage =
  /^((docker|ghcr|gcr|quay)\.io\/|registry\.k8s\.io\/|mcr\.microsoft\.com\/|public\.ecr\.aws\/)?([a-z0-9_-]+\/){0,3}[a-z0-9][\w.-]*(:[\w.-]+)?(@sha256:[a-f0-9]{64})?$/;

/** Flags of a test program that only choose and print. */
const testFlags =
  /^--(nocapture|show-output|ignored|include-ignored|exact|test-threads=\d+|list|quiet|check)$|^-[DWA]$/;

function assessFilter(operand: Word, found: Assessment): void {
  const filter = operand.value;
  if (filter === undefined) {
    return found.never("critical", `expands ${operand.text}`);
  }
  if (testFlags.test(filter)) return found.flag(filter);
  if (/^[-/~.]|\.\.\//.test(filter)) {
    return found.exactly(`gives ${filter} to the tests`);
  }
  found.operand("test-filter");
}

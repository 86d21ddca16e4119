import type { Word } from "../shell/mod.ts";
import { assessRead, assessReadPath, assessWrite } from "./access.ts";
import { globAimsAtSecret } from "./aims_at_secret.ts";
import type { Assessment } from "./assessment.ts";
import type { FlagFact } from "./flags.ts";
import { fitsSecret, locate, namesSecret, normalisePath } from "./place.ts";
import type { Scene } from "./scene.ts";
import { publishingTarget } from "./tables/task_names.ts";
import { isHarmlessText, numberText } from "./words.ts";

/**
 * What an operand is.
 *
 * `read` and `write` are paths, `inside` is a path that must be in the project
 * and may be followed by `::` and a test's name, `names` a path of which only names and sizes
 * are seen, `text` anything that can be printed, `word` an exact word, `name`
 * an exact word that is no path, `package` a package by its name and version,
 * `image` a container's image of a public registry,
 * `handed` what a task of the project is given, `filter` a test's name or
 * pattern, `ref` a git revision, `packages` paths as
 * Go writes them.
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
const plainName =
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

function assessInside(operand: Word, found: Assessment, scene: Scene): void {
  const path = operand.value?.replace(/::.*$/s, "");
  if (path === undefined) {
    return operand.glob && !/^["']?[-/~]|\.\./.test(operand.text)
      ? found.operand("project-path")
      : found.never("critical", `works on ${operand.text}`);
  }
  // A runner hands on what follows its `--`, and nobody knows to which tool.
  if (/^[-@]/.test(path)) {
    return found.never("critical", `hands on ${path}, which can run or write`);
  }
  // Some tools take addresses as well.
  const located = /^[A-Za-z][\w+.-]*:/.test(path)
    ? undefined
    : locate(path, scene.directory, scene);
  if (located?.place !== "project") {
    return found.never("critical", `works on ${path}, outside the project`);
  }
  if (located.guard === "acts by itself") {
    return found.never("critical", `works on ${path}, which acts by itself`);
  }
  found.operand("project-path");
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

/** Judges what a task is given, which only the task itself understands. */
function assessHanded(operand: Word, found: Assessment, scene: Scene): void {
  const { value, text } = operand;
  const does = `gives ${text} to a task of the project`;
  if (value === undefined) return found.never("critical", does);
  const given = value.replace(/^-[^=]*=?/, "");
  const located = given === "" || /^[A-Za-z][\w+.-]*:/.test(given)
    ? undefined
    : locate(given, scene.directory, scene);
  const guarded = located?.guard === "acts by itself" ||
    located !== undefined && located.place !== "project";
  if (guarded) return found.never("critical", does);
  if (located !== undefined && given === value && /[./]/.test(given)) {
    return found.operand("project-path");
  }
  found.exactly(does);
}

function assessRef(operand: Word, found: Assessment, scene: Scene): void {
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

function assessPackages(operand: Word, found: Assessment, scene: Scene): void {
  const path = operand.value;
  if (path === undefined) {
    return found.never("critical", `works on ${operand.text}`);
  }
  if (!/^\.{0,2}\//.test(path) && path !== "." && !/\.go$/.test(path)) {
    return found.exactly(`works on the package ${path}`);
  }
  // Another package is another program.
  if (found.subcommand.at(-1) === "run") found.operand(`=${path}`);
  const folder = path.replace(/\/?\.\.\.$/, "") || ".";
  assessInside({ text: folder, value: folder, glob: false }, found, scene);
}

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

import { familiarTarget } from "../assessment/mod.ts";

/** Kinds of projects that are recognised. */
export type ProjectKind =
  | "node"
  | "deno"
  | "rust"
  | "go"
  | "python"
  | "make"
  | "just";

/** What a project's own files say about it. */
export interface ProjectFacts {
  /** What kinds of project it is, as there may be several in one. */
  readonly kinds: readonly ProjectKind[];
  /** The commands that build, test and check it. */
  readonly commands: readonly string[];
  /** The command that serves it on this machine, if one is named. */
  readonly devCommand?: string;
}

/** Files that make a project one of Python. */
const pythonFiles = [
  "pyproject.toml",
  "setup.py",
  "setup.cfg",
  "requirements.txt",
  "pytest.ini",
  "tox.ini",
];

/** The files that {@linkcode detectProject} looks at. */
export const projectFiles: readonly string[] = [
  "package.json",
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "bun.lockb",
  "deno.json",
  "deno.jsonc",
  "Cargo.toml",
  "go.mod",
  ...pythonFiles,
  "Makefile",
  "justfile",
];

/** Texts of files by name; `undefined` or missing for those that are not there. */
export type ProjectTexts = Readonly<Record<string, string | undefined>>;

/**
 * Tells what kind of project it is, and how it is built and tested.
 *
 * @example Usage
 * ```ts
 * import { detectProject } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const facts = detectProject({
 *   "package.json": '{"scripts": {"test": "vitest", "dev": "vite"}}',
 *   "pnpm-lock.yaml": "",
 * });
 * assert.deepEqual(facts.commands, ["pnpm test"]);
 * assert.equal(facts.devCommand, "pnpm run dev");
 * ```
 *
 * @param files The files of the project's folder, see
 * {@linkcode projectFiles}.
 * @returns What they say. A file that is broken says nothing.
 */
export function detectProject(files: ProjectTexts): ProjectFacts {
  const found = [
    detectNode(files),
    detectDeno(files),
    detectRust(files),
    detectGo(files),
    detectPython(files),
    detectTargets("make", "make", files["Makefile"]),
    detectTargets("just", "just", files["justfile"]),
  ].filter((facts) => facts !== undefined);
  const dev = found.find((facts) => facts.devCommand !== undefined);
  return {
    kinds: found.map(({ kind }) => kind),
    commands: [...new Set(found.flatMap(({ commands }) => commands))],
    ...(dev?.devCommand !== undefined && { devCommand: dev.devCommand }),
  };
}

interface Found {
  readonly kind: ProjectKind;
  readonly commands: readonly string[];
  readonly devCommand?: string;
}

function detectNode(files: ProjectTexts): Found | undefined {
  const text = files["package.json"];
  if (text === undefined) return undefined;
  const manager = managerOf(text, files);
  const scripts = namesIn(text, "scripts");
  const dev = ["dev", "start", "serve"].find((name) => scripts.includes(name));
  return {
    kind: "node",
    commands: scripts.filter((name) => familiarTarget.test(name)).map((name) =>
      name === "test" ? `${manager} test` : `${manager} run ${name}`
    ),
    ...(dev !== undefined && { devCommand: `${manager} run ${dev}` }),
  };
}

function managerOf(text: string, files: ProjectTexts): string {
  const named = /"packageManager"\s*:\s*"(npm|pnpm|yarn|bun)@/.exec(text)?.[1];
  if (named !== undefined) return named;
  if (files["pnpm-lock.yaml"] !== undefined) return "pnpm";
  if (files["yarn.lock"] !== undefined) return "yarn";
  const bun = files["bun.lock"] ?? files["bun.lockb"];
  return bun === undefined ? "npm" : "bun";
}

function detectDeno(files: ProjectTexts): Found | undefined {
  const text = files["deno.json"] ?? files["deno.jsonc"];
  if (text === undefined) return undefined;
  const tasks = namesIn(text, "tasks");
  const dev = ["dev", "start", "serve"].find((name) => tasks.includes(name));
  return {
    kind: "deno",
    commands: [
      "deno test",
      "deno check",
      "deno lint",
      "deno fmt",
      "deno fmt --check",
      ...tasks.filter((name) => familiarTarget.test(name))
        .map((name) => `deno task ${name}`),
    ],
    ...(dev !== undefined && { devCommand: `deno task ${dev}` }),
  };
}

function detectRust(files: ProjectTexts): Found | undefined {
  if (files["Cargo.toml"] === undefined) return undefined;
  const commands = ["build", "check", "test", "clippy", "fmt", "fmt --check"];
  return { kind: "rust", commands: commands.map((name) => `cargo ${name}`) };
}

function detectGo(files: ProjectTexts): Found | undefined {
  if (files["go.mod"] === undefined) return undefined;
  return {
    kind: "go",
    commands: [
      "go build ./...",
      "go test ./...",
      "go test -v ./...",
      "go test -race ./...",
      "go vet ./...",
      "go fmt ./...",
      "gofmt -l .",
    ],
  };
}

function detectPython(files: ProjectTexts): Found | undefined {
  const texts = pythonFiles.map((name) => files[name])
    .filter((text) => text !== undefined);
  if (texts.length === 0) return undefined;
  const mentions = (tool: string) =>
    texts.some((text) => new RegExp(`\\b${tool}\\b`).test(text));
  return {
    kind: "python",
    commands: [
      "pytest",
      "pytest -q",
      "pytest -v",
      "python -m pytest",
      "python -m pytest -q",
      "python -m unittest",
      ...(mentions("ruff") ? ["ruff check .", "ruff format --check ."] : []),
      ...(mentions("mypy") ? ["mypy ."] : []),
      ...(mentions("black") ? ["black --check ."] : []),
      ...(mentions("flake8") ? ["flake8 ."] : []),
    ],
  };
}

function detectTargets(
  kind: "make" | "just",
  program: string,
  text: string | undefined,
): Found | undefined {
  if (text === undefined) return undefined;
  const pattern = /^([A-Za-z0-9][\w-]*)[^\n:=#]*:(?!=)/gm;
  const targets = [...text.matchAll(pattern)].map((found) => found[1]!);
  const dev = ["dev", "serve"].find((name) => targets.includes(name));
  return {
    kind,
    commands: targets.filter((name) => familiarTarget.test(name))
      .map((name) => `${program} ${name}`),
    ...(dev !== undefined && { devCommand: `${program} ${dev}` }),
  };
}

/** The names in an object of a JSON file; comments are overlooked. */
function namesIn(text: string, field: string): string[] {
  try {
    const plain = text.replace(
      /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g,
      (part) => (part.startsWith('"') ? part : ""),
    );
    const value = JSON.parse(plain)?.[field];
    if (typeof value !== "object" || value === null) return [];
    return Object.keys(value).filter((name) => /^[\w:.-]+$/.test(name));
  } catch {
    return [];
  }
}

/**
 * Names of files that hold secrets, and ordinary ones: who looks for the first
 * and not for the others is after secrets.
 */
const secret: readonly string[] = [
  ".env",
  ".env.local",
  ".env.production",
  ".netrc",
  ".pgpass",
  ".git-credentials",
  "id_rsa",
  "id_ed25519",
  "server.key",
  "private.pem",
];

const ordinary: readonly string[] = [
  ".gitignore",
  ".babelrc",
  "main.ts",
  "index.js",
  "README.md",
  "app.py",
  "lib.rs",
  "data.json",
  "config.yml",
  "package.json",
  "credentials.ts",
  "keyboard.ts",
  "locale.ts",
  "middleware.ts",
  "network.ts",
  "password.ts",
  "private.ts",
  "production.yml",
  "server.ts",
];

/**
 * Whether an expression over names of files is made for secrets: it fits some
 * of their names, and none of ordinary ones.
 *
 * @example Usage
 * ```ts
 * import { aimsAtSecret } from "./aims_at_secret.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(aimsAtSecret("\\.e[n]v"), true);
 * assert.equal(aimsAtSecret("\\.tsx?$"), false);
 * ```
 *
 * @param expression The expression, of any dialect.
 * @param around What stands around a name, with `%` for the name.
 * @param hidden Whether hidden files are among those it is held against.
 * @returns Whether it is; also where that cannot be told.
 */
export function aimsAtSecret(
  expression: string,
  around = "%",
  hidden = true,
): boolean {
  // Older dialects write a group as `\(` and a choice as `\|`.
  const source = expression.replace(/\\([(){}|])/g, "$1");
  // A group that is repeated could take for ever.
  if (source.length > 200 || /\)[*+{?]/.test(source)) return true;
  let pattern: RegExp;
  try {
    pattern = new RegExp(source, "is");
  } catch {
    return true;
  }
  const fits = (name: string) => pattern.test(around.replace("%", name));
  return secret.some((name) =>
    (hidden || !name.startsWith(".")) && fits(name)
  ) &&
    !ordinary.some(fits);
}

/**
 * Whether a glob is made for secrets.
 *
 * @example Usage
 * ```ts
 * import { globAimsAtSecret } from "./aims_at_secret.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(globAimsAtSecret("src/[.]env"), true);
 * assert.equal(globAimsAtSecret("{.env,x}"), true);
 * assert.equal(globAimsAtSecret("*.ts"), false);
 * ```
 *
 * @param glob The glob; only what follows its last slash counts.
 * @returns Whether it fits names of secrets, and none of ordinary files.
 */
export function globAimsAtSecret(glob: string): boolean {
  return choices(glob).some((one) => {
    const name = one.split("/").at(-1)!.replaceAll("\\", "");
    const source = name.replace(
      /\[[!^]?[^\]]*\]|[.+^${}()|\\[\]*?]/g,
      (part) =>
        part === "*"
          ? ".*"
          : part === "?"
          ? "."
          : part.length > 1
          ? part.replace(/^\[!/, "[^")
          : `\\${part}`,
    );
    return source !== "" && aimsAtSecret(`^${source}$`);
  });
}

/** The globs that one with a choice in braces stands for. */
function choices(glob: string): readonly string[] {
  const found = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(glob);
  if (found === null || glob.length > 200) return [glob];
  const [, before = "", middle = "", after = ""] = found;
  return middle.split(",").map((one) => `${before}${one}${after}`);
}

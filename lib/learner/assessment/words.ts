import type { Word } from "../../shell/mod.ts";
import type { World } from "../places/mod.ts";

const homeText =
  /^(?:~|"?(?:\$HOME|\$\{HOME\})(?="?$|\/|"\/))"?((?:\/[\w.@+,:=-]*)*)"?$/;

/**
 * Gives a word as a path, with a leading `~` or `$HOME` replaced.
 *
 * @param word The word.
 * @param world Where the home directory is.
 * @returns The path, `undefined` when it cannot be told.
 */
export function pathText(word: Word, world: World): string | undefined {
  if (word.value !== undefined) return word.value;
  if (word.glob) return undefined;
  const found = homeText.exec(word.text);
  return found === null ? undefined : `${world.home}${found[1]}`;
}

/**
 * Gives a number, or a name that is put together from known text and numbers.
 *
 * @param word The word.
 * @returns Its value, or an example of it; `undefined` if it may be anything.
 */
export function numberText({ value, like }: Word): string | undefined {
  const counts = like?.kind === "number" || like?.kind === "job";
  return value ?? (counts ? like.sample : undefined);
}

const secretVariable =
  /\$\{?[#!]?(?!GOPRIVATE\b)\w*(TOKEN|SECRET|PASSW|PASSPHRASE|PWD_|API_?KEY|PRIVATE|CREDENTIAL|ACCESS_?KEY|AUTH|SESSION|COOKIE|_KEY\b|_PAT\b|DSN|DATABASE_URL|CONNECTION|_URI\b|_PWD\b|PASS\b|JWT|WEBHOOK|\bPAT\b|SIGNING|ENCRYPTION|(REDIS|MONGO\w*|POSTGRES\w*|MYSQL|AMQP|RABBITMQ|ELASTIC\w*|BROKER|DB)_URL\b|INDEX_URL|(HTTPS?|ALL)_PROXY\b|BASH_REMATCH)/i;
const riskyExpansion =
  /\$\{[^}]{0,200}@[A-Za-z]|\$\{!|\$\[|\$\{\w+(\[[^\]]{0,200}\])?:?=/;
const arithmetic = /\$\(\((?:[^()]|\([^()]*\))*\)\)/g;

/**
 * Whether a text names a variable that may hold a secret.
 *
 * @param text The text as written.
 * @returns Whether it does.
 */
export function namesSecretVariable(text: string): boolean {
  return secretVariable.test(text);
}

/**
 * Whether a word can be printed, whatever it expands to.
 *
 * The commands inside its substitutions are judged apart; this is about the
 * expansions themselves, which may run code or show a secret variable.
 *
 * @param word The word.
 * @returns Whether it is harmless as text.
 */
export function isHarmlessText(word: Word): boolean {
  if (word.value !== undefined || word.glob || word.like) return true;
  return isHarmlessExpansion(word.text);
}

/**
 * Whether a text holds only expansions that can be printed.
 *
 * @param text The text as written.
 * @returns Whether nothing in it runs code or shows a secret.
 */
export function isHarmlessExpansion(text: string): boolean {
  if (riskyExpansion.test(text) || secretVariable.test(text)) return false;
  // A variable named in arithmetic is evaluated, subscripts and all.
  for (const found of text.match(arithmetic) ?? []) {
    if (/[A-Za-z_]/.test(found)) return false;
  }
  return !text.replace(arithmetic, "").includes("$((");
}

const plainBraces =
  /^[\w./@+=:,*?-]*(?:\{[\w./@+=:,*?-]*,[\w./@+=:,*?-]*\}[\w./@+=:,*?-]*){1,2}$/;

/**
 * Gives the words that a shell makes of plain braces, such as `docs/{a,b}` and
 * `src/*.{js,ts}`.
 *
 * @param word The word.
 * @returns The words, or the word itself if it is anything else.
 */
export function expandBraces(word: Word): readonly Word[] {
  if (word.value !== undefined || word.glob || !plainBraces.test(word.text)) {
    return [word];
  }
  let texts = [word.text];
  while (texts[0]!.includes("{")) {
    texts = texts.flatMap((text) => {
      const start = text.indexOf("{");
      const end = text.indexOf("}");
      return text.slice(start + 1, end).split(",").map((middle) =>
        `${text.slice(0, start)}${middle}${text.slice(end + 1)}`
      );
    });
  }
  return texts.map((text) => {
    const glob = /[*?]/.test(text);
    return { text, value: glob ? undefined : text, glob };
  });
}

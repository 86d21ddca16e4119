import type { Word } from "../../shell/mod.ts";
import {
  type Assessment,
  assessRead,
  assessReadPath,
  assessWrite,
  flagTable,
  numberText,
  readArguments,
  type Scene,
} from "../assessment/mod.ts";
import { filesOfSedScript, isHarmlessAwk } from "../code/mod.ts";
import { locate } from "../places/mod.ts";

const sedFlags = flagTable(
  "-n -E -r -s -u -z -l:number -e: -i --quiet --silent --regexp-extended --separate --unbuffered --null-data --expression: --posix --debug --sandbox",
);

/**
 * Judges a call of sed: its script, the files it reads, those it rewrites.
 *
 * @param words The words after `sed`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessSed(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  found.does("read", "prints lines of files");
  // BSD sed takes the word after -i for a suffix; an empty one is clear.
  const clear = words.filter((word, index) =>
    !(word.value === "" && words[index - 1]?.value === "-i")
  );
  const read = readArguments(clear, sedFlags);
  const scripts: Word[] = [];
  let rewrites = false;
  for (const { name, fact, value } of read.flags) {
    if (fact === undefined) {
      return found.never(
        "critical",
        `uses sed ${name}, which can run or write`,
      );
    }
    found.flag(name);
    if (name === "-i") rewrites = true;
    if (name === "-e" || name === "--expression") scripts.push(value!);
  }
  const files = [...read.operands];
  if (scripts.length === 0) {
    const script = files.shift();
    if (script === undefined) return;
    scripts.push(script);
  }
  const texts = scripts.map(numberText);
  if (texts.includes(undefined)) {
    return found.never("critical", "runs a script of sed that cannot be told");
  }
  const inserted = filesOfSedScript(texts.join("\n"));
  if (inserted === undefined) {
    return found.never(
      "critical",
      "runs a script of sed that may run or write",
    );
  }
  for (const path of inserted) {
    found.looks(`reads ${path} into what it prints`);
    const place = locate(path, scene.directory, scene)?.place;
    if (place !== "project" && place !== "scratch") {
      return found.never("critical", `reads ${path} into what it prints`);
    }
    assessReadPath(path, found, scene);
  }
  for (const file of files) {
    assessRead(file, found, scene);
    if (rewrites) assessWrite(file, found, scene);
  }
}

const awkFlags = flagTable(
  "-F: -v: --field-separator: --assign: -b -c -k -n -N -O -r -s -S -P -t --posix --traditional --re-interval --version -V --csv --sandbox --characters-as-bytes --non-decimal-data",
);

/**
 * Judges a call of awk: its program and the files it reads.
 *
 * @param words The words after `awk`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessAwk(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  found.does("read", "prints columns of files");
  // The only ones of its `-W` that neither run nor write.
  const call = words.map(({ value }) => value ?? "?").join(" ");
  if (/^-W ?v(ersion)?$/.test(call)) return found.flag("-W version");
  const read = readArguments(words, awkFlags, { operandsEnd: true });
  for (const { name, fact, value } of read.flags) {
    if (fact === undefined) {
      return found.never(
        "critical",
        `uses awk ${name}, which can run or write`,
      );
    }
    if (value !== undefined && numberText(value) === undefined) {
      return found.never("critical", `sets ${value.text} in awk`);
    }
    found.flag(name);
  }
  const [program, ...files] = read.operands;
  if (program === undefined) return;
  if (program.value === undefined || !isHarmlessAwk(program.value)) {
    return found.never(
      "critical",
      "runs a program of awk that may run or write",
    );
  }
  for (const file of files) {
    if (/^[A-Za-z_]\w*=/.test(file.value ?? "")) continue;
    // In gawk, such a file is a connection.
    if (/^-.|^\/inet/.test(file.value ?? "")) {
      return found.never("critical", `gives awk ${file.value}`);
    }
    assessRead(file, found, scene);
  }
}

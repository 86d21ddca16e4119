import type { Word } from "../../shell/mod.ts";
import {
  assessHere,
  type Assessment,
  assessRead,
  type Scene,
} from "../assessment/mod.ts";
import {
  aimsAtSecret,
  fitsSecret,
  globAimsAtSecret,
  namesSecret,
} from "../places/mod.ts";
import { deleteFound, madeAgainBy } from "./delete_found.ts";

/** Tests and options without an argument. Source: find(1). */
const alone = new Set(
  "-not ! ( ) , -o -or -a -and -print -print0 -prune -depth -d -empty -ls -follow -mount -xdev -L -H -P -E -x -X -noleaf -daystart -true -false -executable -readable -writable -quit -nouser -nogroup -warn -nowarn -ignore_readdir_race -noignore_readdir_race -version --version -help --help -acl -xattr -sparse -s -O0 -O1 -O2 -O3"
    .split(" "),
);

/** Tests and options with one argument. Source: find(1). */
const valued = new Set(
  "-name -iname -path -ipath -wholename -iwholename -regex -iregex -regextype -type -xtype -maxdepth -mindepth -mtime -mmin -atime -amin -ctime -cmin -newer -anewer -cnewer -newermt -newerct -newerat -newermm -size -perm -user -group -uid -gid -links -inum -lname -ilname -printf -fstype -samefile -used -context -Bmin -Bnewer -Btime -mnewer -flags -xattrname -D"
    .split(" "),
);

/** The times of two files, or of one and a date, compared. */
const newer = /^-newer[aBcm][aBcmt]$/;

/** Actions whose program is judged apart. */
const runs = new Set(["-exec", "-execdir"]);

/**
 * Judges a call of find: where it looks, and that it only prints.
 *
 * What `-exec` runs is a command of its own and is judged as one.
 *
 * @param words The words after `find`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessFind(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  found.does("read", "finds files");
  let roots = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const value = word.value;
    if (value !== undefined && alone.has(value)) {
      found.flag(value);
    } else if (
      value !== undefined && (valued.has(value) || newer.test(value))
    ) {
      found.flag(value);
      index += 1;
      assessTest(value, words[index], found);
    } else if (value !== undefined && runs.has(value)) {
      found.flag(value);
      index = words.findIndex((one, at) =>
        at > index && (one.value === ";" ||
          one.value === "+" && words[at - 1]?.value === "{}")
      );
      if (index < 0) return found.never("critical", "ends within -exec");
    } else if (value === "-f" && words[index + 1] !== undefined) {
      // BSD's way to name a folder.
      found.flag(value);
      index += 1;
      roots += 1;
      assessRead(words[index]!, found, scene, "names");
    } else if (value === "-delete" && index === words.length - 1) {
      const name = madeAgainBy(words.slice(0, index), scene);
      if (name === undefined) {
        return found.never("critical", "deletes what it finds");
      }
      found.flag(value);
      deleteFound(name, found);
    } else if (value?.startsWith("-") || value?.startsWith("(")) {
      return found.never(
        "critical",
        `uses find ${value}, which can run or write`,
      );
    } else {
      roots += 1;
      assessRead(word, found, scene, "names");
    }
  }
  if (roots === 0) assessHere(found, scene);
}

function assessTest(
  test: string,
  word: Word | undefined,
  found: Assessment,
): void {
  const text = word?.value ?? (word?.glob ? word.text : undefined);
  if (text === undefined) {
    return found.never("critical", `tests ${word?.text ?? "nothing"}`);
  }
  if (/regex$/.test(test) && aimsAtSecret(`^(?:${text})$`, "./%")) {
    return found.never("remote", `looks for ${text}, where secrets are kept`);
  }
  if (!/name$|path$/.test(test)) return;
  const last = text.split("/").at(-1)!;
  const narrow = /[^*?.]/.test(last);
  if (
    namesSecret(last) || globAimsAtSecret(last) ||
    narrow && /^[.*]*(env|id_)/.test(last) && fitsSecret(last)
  ) {
    found.never("remote", `looks for ${text}, where secrets are kept`);
  }
}

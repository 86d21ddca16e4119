import type { Word } from "../../shell/mod.ts";
import {
  type Arguments,
  type Assessment,
  assessWritePath,
  flagTable,
  readArguments,
  type Scene,
} from "../assessment/mod.ts";

/** Source: mktemp(1) of coreutils 9, and of FreeBSD and macOS. */
const flags = flagTable(
  "-d -q -u -t? -p: --directory --quiet --dry-run --suffix: --tmpdir?",
);

/**
 * Judges that `mktemp` makes an empty file or folder under a new name.
 *
 * Nobody can know the name before, so there is nothing that it could replace.
 *
 * @param words What follows the name.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessMktemp(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const read = readArguments(words, flags);
  if (isDry(read)) {
    found.flag("-u");
    return found.does("read", "prints a name that no file has");
  }
  found.looks("makes an empty scratch file");
  let folder = "/tmp";
  let within = read.operands.length === 0;
  for (const { name, fact, value } of read.flags) {
    const plain = value === undefined || /^[\w./-]*$/.test(value.value ?? "?");
    if (fact === undefined || !plain) {
      return found.exactly(`uses ${name}, which is not known of mktemp`);
    }
    found.flag(name);
    if (/^(-t|-p|--tmpdir)$/.test(name)) within = true;
    if (name === "-p" || name === "--tmpdir") folder = value?.value ?? folder;
    if (name === "--suffix" && /\//.test(value!.value!)) {
      return found.exactly("makes a file that cannot be told");
    }
  }
  const [template, ...others] = read.operands;
  if (template !== undefined && template.value === undefined) {
    return found.never("critical", `makes ${template.text}`);
  }
  if (others.length > 0 || /^-/.test(template?.value ?? "")) {
    return found.exactly("makes more than one scratch file");
  }
  const name = template?.value ?? "tmp.XXXXXXXXXX";
  const path = within && !name.startsWith("/") ? `${folder}/${name}` : name;
  const located = assessWritePath(path, found, scene);
  if (located !== undefined) found.operand(`${located.place}-path`);
  // A new file among the scratch files is in nobody's way.
  if (located?.place === "scratch") found.acts = false;
}

/** Whether no file is left, nor a folder named where it could be. */
function isDry({ flags, operands }: Arguments): boolean {
  return flags.some(({ name }) => /^(-u|--dry-run)$/.test(name)) &&
    flags.every(({ name, fact, value }) =>
      fact !== undefined && value === undefined &&
      /^(-u|--dry-run|-d|--directory|-q|--quiet|-t)$/.test(name)
    ) && operands.length < 2 &&
    operands.every(({ value }) => /^\w[\w.-]*$/.test(value ?? ""));
}

import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  assessRead,
  assessWrite,
  flagTable,
  isHarmlessText,
  readArguments,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import {
  packerHelp,
  packerPrints,
  packerPrintsWith,
  sevenZip,
  sevenZipSwitches,
  tarLists,
  unzipLists,
  unzipPrints,
  zipinfoLetters,
} from "../tables/archives.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/** Programs that pack, unpack and list archives. */
export const archiveTools: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ["tar", tar],
  ["gtar", tar],
  ["bsdtar", tar],
  ["unzip", unzip],
  ["zipinfo", zipinfo],
  ...["7z", "7zz", "7za", "7zr"].map((name) => [name, sevenZips] as const),
  ...["gzip", "gunzip", "pigz", "unpigz", "xz", "unxz", "lzma", "unlzma"]
    .map((name) => [name, pack] as const),
  ...["bzip2", "bunzip2", "zstd", "unzstd"]
    .map((name) => [name, pack] as const),
]);

function tar(words: readonly Word[], found: Assessment, scene: Scene): void {
  if (words.length === 1 && words[0]?.value === "--help") {
    return found.does("read", "shows how it is used");
  }
  const first = words[0]?.value ?? "?";
  // The letters of old take their values in order, from the words behind.
  const old = /^[tvzjJaR]*f?[tvzjJaR]*$/.test(first) && first.includes("t");
  const dashed = old
    ? [
      ...[...first.replace("f", "")].map((letter) => wordOf(`-${letter}`)),
      ...(first.includes("f") ? [wordOf("-f")] : []),
      ...words.slice(1),
    ]
    : words;
  const read = readArguments(dashed, flagTable(tarLists));
  const lists = read.flags.some(({ name }) => /^(-t|--list)$/.test(name));
  if (lists && read.flags.every(({ fact }) => fact !== undefined)) {
    found.does("read", "lists an archive");
    for (const { name, value } of read.flags) {
      found.flag(name);
      if (!/^(-f|--file)$/.test(name) || value === undefined) continue;
      if (value.text.includes(":")) {
        return found.never("critical", "asks another machine");
      }
      assessRead(value, found, scene);
    }
    return takeMembers(read.operands, found);
  }
  packTar(words, found, scene);
}

/** The plainest way of packing a folder. */
function packTar(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const [letters, file, ...members] = words;
  const flags = letters?.value?.replace(/^-/, "") ?? "";
  if (!/^[cvzjJh]+f$/.test(flags) || file?.value === undefined) {
    return found.never("critical", "packs or unpacks what cannot be told");
  }
  if (members.some((word) => word.value?.startsWith("-") ?? true)) {
    return found.never("critical", "packs or unpacks what cannot be told");
  }
  found.flag(`-${[...flags].sort().join("")}`);
  if (file.value.includes(":")) {
    return found.never("critical", "packs to another machine");
  }
  if (!/c/.test(flags)) return found.never("critical", "unpacks an archive");
  found.does("project", "packs an archive");
  found.once("packs an archive");
  write(file, found, scene);
  for (const member of members) assessRead(member, found, scene);
}

function unzip(words: readonly Word[], found: Assessment, scene: Scene): void {
  const flags: string[] = [];
  const rest = [...words];
  while (rest[0]?.value?.startsWith("-")) flags.push(rest.shift()!.value!);
  const [archive, ...members] = rest;
  const zip = flags[0]?.startsWith("-Z") ?? false;
  const lists = flags.length > 0 &&
    flags.every((flag, index) =>
      zip && index > 0 ? zipinfoLetters.test(flag) : unzipLists.test(flag)
    );
  const prints = flags.length === 1 && unzipPrints.test(flags[0]!);
  if (!lists && !prints || members.some(startsWithDash)) {
    return found.never("remote", "unpacks whatever an archive holds");
  }
  for (const flag of flags) found.flag(flag);
  found.does("read", lists ? "lists an archive" : "prints what it holds");
  if (prints) found.once("prints what an archive holds");
  if (archive !== undefined) assessRead(archive, found, scene);
  takeMembers(members, found);
}

function zipinfo(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  found.does("read", "lists an archive");
  const rest = [...words];
  while (zipinfoLetters.test(rest[0]?.value ?? "")) {
    found.flag(rest.shift()!.value!);
  }
  const [archive, ...members] = rest;
  if (rest.some(startsWithDash)) {
    return found.never("remote", "does with an archive what is not known");
  }
  if (archive !== undefined) assessRead(archive, found, scene);
  takeMembers(members, found);
}

function sevenZips(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  if (words.length === 0) return found.does("read", "shows how it is used");
  const rest = words.filter(({ value }) => !sevenZipSwitches.test(value ?? ""));
  // A list of files is read from what follows the sign.
  const listed = words.some((word) =>
    /^["']?@/.test(word.text) ||
    word.value === undefined && startsWithDash(word)
  );
  assessByFacts(rest, sevenZip, found, scene);
  if (listed || !found.familiar) {
    found.never("remote", "packs or unpacks an archive");
  }
}

function pack(words: readonly Word[], found: Assessment, scene: Scene): void {
  if (words.length === 1 && packerHelp.test(words[0]!.value ?? "")) {
    return found.does("read", "shows how it is used");
  }
  const read = readArguments(words, flagTable(packerPrints));
  // Not all take a value where others do, but for a file's name.
  const known = read.flags.every(({ fact, value }) =>
    fact !== undefined &&
    (value === undefined || /^\d+$|^(auto|xz|lzma|raw)$/.test(value.text))
  );
  const prints = read.flags.some(({ name }) => packerPrintsWith.test(name));
  const filters = read.operands.length === 0 && scene.input !== "inherited";
  if (known && (prints || filters)) {
    found.does("read", prints ? "reads an archive" : "packs what it is fed");
    for (const { name } of read.flags) found.flag(name);
    for (const operand of read.operands) assessRead(operand, found, scene);
    return;
  }
  const facts: ToolFacts = {
    tier: "project",
    does: "packs files",
    flags: "-k -f -9 -1 -q",
    refuses:
      "-o -D -r --files --files0 --filelist --output-dir-flat --output-dir-mirror --patch-from --train --recursive",
    operands: "read*",
    once: true,
  };
  assessByFacts(words, facts, found, scene);
  for (const word of words) {
    if (!startsWithDash(word)) write(word, found, scene);
  }
}

function takeMembers(members: readonly Word[], found: Assessment): void {
  for (const member of members) {
    if (startsWithDash(member) || !isHarmlessText(member)) {
      return found.never("critical", `takes ${member.text} for a member`);
    }
    found.operand("text");
  }
}

function startsWithDash(word: Word): boolean {
  return /^["']?[-$`]/.test(word.text) ||
    (word.value?.startsWith("-") ?? false);
}

function wordOf(value: string): Word {
  return { text: value, value, glob: false };
}

function write(word: Word, found: Assessment, scene: Scene): void {
  if (word.glob) return found.never("critical", `changes ${word.text}`);
  const located = assessWrite(word, found, scene);
  if (located !== undefined) found.operand(`${located.place}-path`);
}

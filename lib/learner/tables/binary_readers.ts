import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

const digest: ToolFacts = {
  tier: "read",
  does: "prints checksums",
  flags:
    "-b -t -c -z -a:word -q -r -s: -w --check --binary --text --tag --zero --quiet --status --strict --warn --ignore-missing --algorithm:word --length:number -l:number",
  operands: "read*",
};

/**
 * Tools that print bytes, checksums and what binaries hold. Sources: the
 * manual pages of GNU coreutils and binutils, xxd(1), otool(1), rsvg-convert(1).
 */
export const binaryReaders: Readonly<Record<string, ToolFacts>> = {
  od: looks(
    "prints bytes",
    "-A: -t: -N:number -j:number -v -x -c -b -d -o -w? -a -i -l -s --address-radix: --format: --read-bytes:number --skip-bytes:number",
    "read*",
  ),
  hexdump: looks(
    "prints bytes",
    "-C -n:number -s:number -v -e: -x -c -b -d -o --canonical --length:number --skip:number",
    "read*",
  ),
  "rsvg-convert": looks(
    "draws a picture",
    "-w:number -h:number -f:word -o:write -z:number -x:number -y:number -d:number -p:number -a -b: -u -v -i: -l: --width:number --height:number --format:word --output:write --zoom:number --x-zoom:number --y-zoom:number --dpi-x:number --dpi-y:number --keep-aspect-ratio --background-color: --unlimited --top:number --left:number --page-width:number --page-height:number --accept-language:word --export-id: --version --help",
    "read*",
  ),
  xxd: {
    ...looks(
      "prints bytes",
      "-p -l: -s: -c:number -g:number -o:number -n: -R:word -u -b -e -i -E -a -d -v -h -r -ps --plain --revert -len:number --version",
    ),
    operands: "read",
    surplus: { tier: "remote", does: "writes the file that is named last" },
  },
  strings: looks(
    "prints the texts in files",
    "-a -n:number -t: -e: -f -o -d --all --bytes:number --radix: --encoding: -#",
    "read*",
  ),
  md5sum: digest,
  sha1sum: digest,
  sha224sum: digest,
  sha256sum: digest,
  sha384sum: digest,
  sha512sum: digest,
  b2sum: digest,
  shasum: digest,
  md5: digest,
  cksum: digest,
  sum: digest,
  base64: {
    ...looks(
      "encodes text",
      "-d -D -e -n -i -w:number --decode --encode --noerrcheck --ignore-garbage --wrap:number -b:number --break:number -h --help --version",
      "read",
    ),
    refuses: "-o --output",
    // Some write what they make there.
    surplus: { tier: "remote", does: "writes the file that is named last" },
  },
  base32: looks(
    "encodes text",
    "-d -i -w:number --decode --wrap:number",
    "read*",
  ),
  zcat: looks("reads files", "-f -q -v -k", "read*"),
  bzcat: looks("reads files", "-f -q -v -k", "read*"),
  xzcat: looks("reads files", "-f -q -v -k", "read*"),
  nm: looks(
    "lists symbols",
    "-a -C -D -g -n -u -l -S -A -P -p --demangle --dynamic --defined-only --undefined-only --extern-only",
    "read*",
  ),
  objdump: looks(
    "reads binaries",
    "-d -t -x -h -p -T -s -S -f -C -r -R --disassemble --syms --headers --demangle --section: -j:",
    "read*",
  ),
  readelf: looks(
    "reads binaries",
    "-a -h -l -S -s -d -r -n -V -A -W --all --headers --symbols --dynamic --wide",
    "read*",
  ),
  otool: looks("reads binaries", "-L -l -h -D -f -t -v", "read*"),
  size: looks("reads binaries", "-A -B -d -t --format:word", "read*"),
  "xcode-select": looks(
    "prints where Xcode is",
    "-p -v --print-path --version",
  ),
};

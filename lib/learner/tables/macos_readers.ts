import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/**
 * Tools of macOS that only look unless a flag says otherwise. Sources: the
 * manual pages of macOS 14.
 */

/** To the screen; otherwise a file is written. */
const codes = (does: string): ToolFacts => ({
  tier: "project",
  does: `${does} into another`,
  once: true,
  flags: "-c --pipe -q --quiet -v --verbose",
  refuses: "-o --rename -C --directory -f --from-name",
  operands: "read*",
  modes: [{ with: "-c --pipe", tier: "read", does }],
});

const encodes: ToolFacts = {
  tier: "read",
  does: "reads files of old Macs",
  flags: "-V -v --version -h --help",
  subcommands: {
    probe: looks("reads files of old Macs", "-v -q", "read*"),
    encode: codes("encodes a file"),
    decode: codes("decodes a file"),
  },
};

/** Such tools, by name. */
export const macosReaders: Readonly<Record<string, ToolFacts>> = {
  applesingle: encodes,
  binhex: encodes,
  macbinary: encodes,
  caffeinate: looks(
    "keeps the machine awake",
    "-d -i -m -s -u -t:number -w:number",
  ),
  codesign: {
    ...looks(
      "checks a signature",
      "-v -d --verify --display --verbose? --deep --strict? --validate-constraint --all-architectures -a:word --arch:word --no-strict",
      "text*",
    ),
    refuses:
      "-s --sign -f --force -r --remove-signature --entitlements --extract-certificates --file-list --detached",
  },
  compression_tool: {
    ...looks(
      "packs or unpacks to the screen",
      "-encode -decode -a:word -A:word -i:read -b:word -t:number -v -h",
    ),
    singleDash: true,
    refuses: "-o",
  },
  ioreg: looks(
    "lists devices",
    "-a -b -c:word -d:number -f -i -k: -l -n: -p:word -r -s -t -w:number -x",
  ),
  lipo: {
    ...looks(
      "looks at a binary's kinds of processor",
      "-info -archs -detailed_info -verify_arch",
      "text*",
    ),
    singleDash: true,
    refuses: "-create -output -extract -extract_family -remove -replace -thin",
  },
  mdimport: {
    tier: "project",
    does: "adds files to the machine's index",
    once: true,
    flags: "-t -d1 -d2 -d3 -d4 -X -A -L",
    operands: "read*",
    singleDash: true,
    modes: [
      {
        with: "-t -X -A -L",
        tier: "read",
        does: "tries how files are indexed",
      },
    ],
  },
  mdls: looks("looks at a file's data", "-name: -raw -nullMarker:", "names*"),
  qlmanage: {
    ...looks("lists previews", "-m -h", "word*"),
    singleDash: true,
    refuses: "-r -p -t -x -i -o -d -c -g",
  },
  sample: {
    tier: "project",
    does: "samples a program into a scratch file",
    flags: "-wait -mayDie -fullPaths -file:write",
    operands: "text number number",
    singleDash: true,
  },
  say: {
    ...looks(
      "speaks a text",
      "-v: --voice: -r:number --rate:number -f:read --input-file:read -i --interactive? --progress --quality:number --channels:number --bit-rate:number --file-format: --data-format:",
      "text*",
    ),
    refuses: "-o --output-file -n --network-device -a --audio-device",
  },
  sips: {
    ...looks(
      "looks at a picture's size",
      "-g:word --getProperty:word --verify -1 --oneLine --help -h -H --helpProperties --formats",
      "read*",
    ),
    refuses:
      "-o --out -s --setProperty -d --deleteProperty -e --embedProfile -m --matchTo -r -f -c -z -Z -p -i --addIcon -x --extractProfile -j --js",
  },
  symbols: {
    ...looks(
      "lists symbols",
      "-v -uuid -arch:word -noHeaders -noText -noData -noRegions -noSources -noDemangling -fullSourcePath -lookup: -printSignature -w -h",
      "text*",
    ),
    singleDash: true,
    refuses: "-saveSignature -symbolsPackageDir",
  },
  system_profiler: {
    ...looks(
      "shows what the machine is made of",
      "-listDataTypes -xml -json -detailLevel:word -timeout:number",
      "word*",
    ),
    singleDash: true,
  },
  textutil: {
    ...looks("looks at a document", "-info -help --help", "read*"),
    singleDash: true,
    refuses: "-convert -cat -output -outputdir -extension",
  },
  vm_stat: looks("measures memory", "-c:number", "number"),
};

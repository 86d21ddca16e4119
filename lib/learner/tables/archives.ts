import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/**
 * How archives are listed and tested. Sources: tar(1) of GNU and BSD, Info-ZIP
 * unzip(1) and zipinfo(1), 7z(1), gzip(1), xz(1), bzip2(1), zstd(1).
 */

/** What `tar` takes along when it lists; nothing that runs or unpacks. */
export const tarLists =
  "-t -v -z -j -J -a -R -f: --list --verbose --gzip --gunzip --bzip2 --xz --zstd --lzma --lzip --auto-compress --file: --wildcards --no-wildcards --anchored --no-anchored --ignore-case --exclude: --full-time --utc --numeric-owner --block-number --quoting-style:word --show-transformed-names --occurrence?";

/** The letters of `unzip` that only list or test. */
export const unzipLists = /^-([qCM]*[ltvz][ltvzqCM]*|Z[12smlvhztCTM]*|hh?)$/;

/** The letters of `unzip` that print what an archive holds. */
export const unzipPrints = /^-[qC]*[pc][qC]*$/;

/** The letters of `zipinfo`. */
export const zipinfoLetters = /^-[12smlvhztCTM]+$/;

const listed =
  "-slt -ba -bd -bb -bb0 -bb1 -bb2 -bb3 -bso0 -bso1 -bsp0 -bsp1 -bt -p -r -y -sccUTF-8 -scsUTF-8";

/** 7-Zip's commands that change nothing. */
export const sevenZip: ToolFacts = {
  ...looks("shows how it is used", "--help -h -?"),
  singleDash: true,
  subcommands: {
    l: { ...looks("lists an archive", listed, "read text*"), singleDash: true },
    t: { ...looks("tests an archive", listed, "read text*"), singleDash: true },
    h: { ...looks("prints checksums", listed, "read*"), singleDash: true },
    b: {
      ...looks("measures how fast it is", listed, "number*"),
      singleDash: true,
    },
    i: { ...looks("lists what it can read", listed), singleDash: true },
  },
};

/** Switches of 7-Zip with their value attached that change nothing. */
export const sevenZipSwitches =
  /^-(scrc[A-Z0-9*-]*|mmt(=?\d+|=on|=off)?|mm=[A-Za-z0-9]+|md=?\d+[kmg]?|t[a-z0-9]+)$/;

/** What packers do when they list, test or print. */
export const packerPrints =
  "-c -d -k -l -t -v -q -f -n -N -0 -1 -2 -3 -4 -5 -6 -7 -8 -9 -e -T:number --stdout --to-stdout --decompress --uncompress --keep --list --test --verbose --quiet --no-name --name --fast --best --extreme --threads:number --robot --format:word --no-progress --rsyncable --synchronous";

/** The flags among them of which one must be there. */
export const packerPrintsWith = /^(-[clt]|--(stdout|to-stdout|list|test))$/;

/** Calls that show a version or help; beside files some pack them as well. */
export const packerHelp = /^(-[hVL]|--(version|help|license))$/;

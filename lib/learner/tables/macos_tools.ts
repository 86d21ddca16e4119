import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/**
 * Tools of macOS that can change the machine, and what they only show.
 *
 * Whatever is not listed of them may change the machine: a person sees it each
 * time. Sources: the manual pages of macOS 14.
 */

/** Words that ask for one thing each. */
const each = (
  does: string,
  names: string,
  flags = "",
  operands = "text*",
  singleDash = true,
): Readonly<Record<string, ToolFacts>> =>
  Object.fromEntries(
    names.split(" ").map((name) => [
      name,
      { ...looks(does, flags, operands), singleDash },
    ]),
  );

const keychain = "looks into the keychain without showing a password";

/** What such tools show, by the tool's name. */
export const macosTools: Readonly<Record<string, ToolFacts>> = {
  networksetup: {
    ...looks("shows the machine's network"),
    subcommands: each(
      "shows the machine's network",
      "-listnetworkserviceorder -listallnetworkservices -listallhardwareports -listpreferredwirelessnetworks -listvalidMTUrange -listvalidmedia -listVLANs -listdevicesthatsupportVLAN -listBonds -listpppoeservices -listlocations " +
        "-getmacaddress -getcomputername -getinfo -getadditionalroutes -getv6additionalroutes -getdnsservers -getsearchdomains -getftpproxy -getwebproxy -getsecurewebproxy -getstreamingproxy -getgopherproxy -getsocksfirewallproxy -getproxybypassdomains -getproxyautodiscovery -getautoproxyurl -getpassiveftp -getairportnetwork -getairportpower -getnetworkserviceenabled -getMTU -getmedia -getcurrentlocation -getv6automatic " +
        "-isBondSupported -showBondStatus -showpppoestatus -version -help -printcommands",
    ),
  },
  pkgutil: looks(
    "lists what is installed",
    "--pkgs? --packages --pkgs-plist --files: --lsbom: --export-plist: --pkg-info: --pkg-info-plist: --pkg-groups: --groups --groups-plist --group-pkgs: --file-info: --file-info-plist: --check-signature: --payload-files: --only-files --only-dirs --regexp --volume: --verbose -v --help -h",
    "text*",
  ),
  tmutil: {
    ...looks("shows what is backed up"),
    subcommands: each(
      "shows what is backed up",
      "help version destinationinfo latestbackup listbackups machinedirectory uniquesize verifychecksums status currentphase isexcluded calculatedrift compare listlocalsnapshots listlocalsnapshotdates",
      "-X -m -t -d: -a -c -e -f -g -l -n -s -u -E -U",
    ),
  },
  diskutil: {
    ...looks("lists disks"),
    subcommands: {
      ...each(
        "lists disks",
        "list info activity listFilesystems listfilesystems",
        "-plist -all --all",
      ),
    },
  },
  launchctl: {
    ...looks("lists services"),
    // Not `print`, `dumpstate` and `getenv`: they show variables of services.
    subcommands: each(
      "lists services",
      "list print-cache print-disabled plist dumpjpcategory managerpid manageruid managername help version variant error hostinfo blame",
    ),
  },
  xattr: looks("lists a file's attributes", "-l -p -r -v -x -s", "names*"),
  hdiutil: {
    ...looks("looks at a disk image"),
    subcommands: each(
      "looks at a disk image",
      "help info verify checksum plugins imageinfo isencrypted pmap fsid",
      "-plist -verbose -quiet -debug -type:word -help",
    ),
  },
  profiles: {
    ...looks("lists configuration profiles"),
    subcommands: each(
      "lists configuration profiles",
      "list show status validate version help",
      "-type:word -user:word -path: -all -verbose",
      "",
    ),
  },
  spctl: looks(
    "asks whether programs may run",
    "--assess -a --list --status --disable-status -t:word --type:word -v --verbose? --raw --continue --ignore-cache --context:word",
    "text*",
  ),
  security: {
    ...looks(keychain),
    subcommands: {
      ...each("shows how it is used", "help error", "-h"),
      ...each(keychain, "list-keychains", "-d:word", ""),
      ...each(
        keychain,
        "show-keychain-info list-smartcards dump-trust-settings",
        "-s -d",
      ),
      // Not -g and -w, which show the password itself.
      ...each(
        keychain,
        "find-generic-password find-internet-password",
        "-a: -c:word -C:word -D: -d: -G: -j: -l: -p: -P:number -r:word -s: -t:word",
        "text*",
        false,
      ),
      ...each(
        keychain,
        "find-certificate find-identity get-identity-preference",
        "-a -c: -e: -m -p? -Z -v -s: -u:",
        "text*",
        false,
      ),
      "find-key": looks(
        keychain,
        "-a: -c: -D: -j: -l: -s: -t:word",
        "text*",
      ),
      // Without -L it fetches what the certificate names.
      "verify-cert": {
        tier: "remote",
        does: "may fetch what a certificate names",
        flags: "-c:read -r:read -p:word -C -N -L -l -e: -s: -d: -n: -q",
        operands: "",
        modes: [{ with: "-L", tier: "read", does: "checks a certificate" }],
      },
      ...each(
        "asks whether programs may run",
        "translocate-policy-check translocate-status-check translocate-original-path requirement-evaluate",
      ),
    },
  },
};

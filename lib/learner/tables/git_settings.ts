/**
 * Settings of git. Source: the manual page git-config(1).
 */

/** Settings of git that run nothing and hold nothing secret. */
export const harmlessSetting: RegExp =
  /^(user\.(name|email|signingkey|useconfigonly)|init\.defaultbranch|core\.(autocrlf|eol|safecrlf|ignorecase|filemode|symlinks|quotepath|bare|worktree|editor|pager|hookspath|excludesfile|attributesfile|fsmonitor|untrackedcache|abbrev|compression|longpaths|precomposeunicode|repositoryformatversion|logallrefupdates)|branch\.[\w./-]+\.(remote|merge|rebase|pushremote)|remote\.[\w./-]+\.(url|pushurl|fetch|prune)|pull\.(rebase|ff)|push\.(default|followtags|autosetupremote)|fetch\.(prune|parallel)|merge\.(tool|ff|conflictstyle)|diff\.(tool|algorithm|renames|colormoved|external)|rebase\.(autostash|autosquash|updaterefs)|commit\.(gpgsign|verbose|template|cleanup)|tag\.(gpgsign|sort)|gpg\.(format|program)|color\.\w+|log\.\w+|status\.\w+|rerere\.\w+|gc\.\w+|pack\.\w+|index\.\w+|feature\.\w+|column\.\w+|format\.(pretty|signoff)|i18n\.\w+|advice\.\w+|help\.(autocorrect|format)|safe\.directory|protocol\.version|extensions\.\w+)$/i;

/** What finds such settings only, when settings are searched. */
export const harmlessSearch: RegExp =
  /^\^(user|core|init|branch|pull|push|fetch|merge|diff|color|log|status|advice)(\\?\.[\w-]*)?\$?$/;

/** Settings given for one call that only change how its output looks. */
export const harmlessOverride: RegExp =
  /^(core\.pager=cat|pager\.\w+=(false|cat)|color\.\w+=(false|never|always|auto)|core\.quotepath=(false|off|true|on)|advice\.\w+=false|log\.showsignature=false|diff\.(renames|noprefix|mnemonicprefix)=(true|false)|core\.fsmonitor=false)$/i;

/** Flags with which `git config` reads a setting, besides its name. */
export const configReading: RegExp =
  /^(--(get|get-all|local|global|system|worktree|show-origin|show-scope|name-only|includes|no-includes|null|bool|int|path|bool-or-int|type=(bool|int|path|bool-or-int))|-z|get)$/;

const switches = /^(true|false|yes|no|on|off|0|1)$/i;
const words = /^[\w.,:%+ -]{0,60}$/;

/**
 * Settings that run nothing, reach no other place and weaken no check, with
 * the values that they may be set to.
 */
export const settableTo: readonly (readonly [RegExp, RegExp])[] = [
  [/^user\.name$/i, /^[\p{L}\p{N}][\p{L}\p{N} .,'[\]()_-]{0,60}$/u],
  [/^user\.email$/i, /^[\w.+[\]-]{1,60}@[\w.-]{1,60}$/],
  [/^init\.defaultbranch$/i, /^[\w][\w./-]{0,60}$/],
  [/^pull\.rebase$/i, /^(true|false|merges)$/i],
  [/^(pull|merge)\.ff$/i, /^(true|false|only)$/i],
  [/^push\.default$/i, /^(simple|current|upstream|nothing)$/i],
  [/^core\.(autocrlf|safecrlf)$/i, /^(true|false|input|warn)$/i],
  [/^core\.eol$/i, /^(lf|crlf|native)$/i],
  [
    /^(core\.(filemode|ignorecase|quotepath|longpaths|precomposeunicode)|push\.autosetupremote|fetch\.prune|rebase\.(autostash|autosquash|updaterefs)|commit\.verbose|rerere\.(enabled|autoupdate)|advice\.\w+|diff\.(noprefix|mnemonicprefix)|color\.\w+)$/i,
    switches,
  ],
  [/^color\.\w+$/i, /^(always|never|auto)$/i],
  [/^merge\.conflictstyle$/i, /^(merge|diff3|zdiff3)$/i],
  [/^diff\.algorithm$/i, /^(default|myers|minimal|patience|histogram)$/i],
  [/^(diff\.(renames|colormoved)|log\.\w+|status\.\w+|column\.\w+)$/i, words],
];

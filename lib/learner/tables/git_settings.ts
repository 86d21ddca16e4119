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

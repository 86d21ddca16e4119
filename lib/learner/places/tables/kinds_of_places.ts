/**
 * What kinds of places there are beside those that are guarded: what builds
 * and tools make again, what anyone may look at, what is a person's alone, and
 * what nobody keeps.
 *
 * Sources: the manuals of the build tools and agents named; hier(7) and the
 * XDG base directory specification.
 */

/** Hidden files and folders that steer nothing that runs. */
export const plainHidden: ReadonlySet<string> = new Set([
  ".gitignore",
  ".gitkeep",
  ".dockerignore",
  ".npmignore",
  ".eslintignore",
  ".prettierignore",
  ".editorconfig",
  ".nvmrc",
  ".node-version",
  ".python-version",
  ".ruby-version",
  ".env.example",
  ".env.sample",
  ".env.template",
  ".changeset",
  ".storybook",
  ".tmp",
  ".temp",
]);

/** Folders that builds make and can make again. */
export const buildFolders: ReadonlySet<string> = new Set([
  "dist",
  "build",
  "out",
  "target",
  "coverage",
  "htmlcov",
  ".next",
  ".nuxt",
  ".svelte-kit",
  ".turbo",
  ".parcel-cache",
  ".vite",
  ".cache",
  ".pytest_cache",
  ".mypy_cache",
  ".ruff_cache",
  ".tox",
  "__pycache__",
  ".nyc_output",
  ".angular",
  "_build",
  "node_modules",
]);

/** Names of what tools make beside the code, and make again by themselves. */
export const madeAgain: ReadonlySet<string> = new Set([
  "__pycache__",
  ".pytest_cache",
  ".mypy_cache",
  ".ruff_cache",
  ".ipynb_checkpoints",
  "*.pyc",
  "*.pyo",
  ".DS_Store",
]);

/** Folders of the system that hold facts anyone may look at. */
export const systemFolders: readonly string[] = [
  "/usr",
  "/bin",
  "/sbin",
  "/lib",
  "/lib32",
  "/lib64",
  "/etc",
  "/opt",
  "/proc",
  "/sys",
  "/var/log",
  "/var/lib",
  "/nix",
  "/snap",
  "/boot",
  "/private/etc",
  "/private/var/log",
  "/System",
  "/Library",
  "/Applications",
];

/**
 * Hidden folders that programs make in a home. Anywhere else they are a copy
 * of what a home holds.
 */
export const personalHidden: ReadonlySet<string> = new Set([
  ".config",
  ".local",
  ".cache",
  ".mozilla",
  ".thunderbird",
  ".pki",
  ".password-store",
]);

/**
 * Folders directly in a home where what others made is put, or what programs
 * keep; nothing is learned of working in there.
 */
export const strangersFolders: ReadonlySet<string> = new Set([
  "Downloads",
  "Library",
  "Applications",
  "AppData",
  "snap",
  "bin",
  "go",
  "Dropbox",
  "OneDrive",
  "Public",
]);

/** Folders for files that nobody keeps. */
export const scratchFolders: readonly string[] = [
  "/tmp",
  "/private/tmp",
  "/var/tmp",
];

/**
 * The folder that an agent makes for the scratch files of one project, named
 * after the project's path with a dash for each slash. Source: the paths that
 * Claude Code 2.1 gives its models.
 */
export const agentScratch: RegExp =
  /^(\/private)?\/tmp\/claude(-\d+)?\/-[\w.-]+(?=\/)/;

/** Folders inside scratch folders that belong to running programs. */
export const sharedScratch: readonly RegExp[] = [
  /^\./,
  /^(tmux|ssh|gpg|keyring|systemd-private|snap|pulse|dbus|launch|com\.apple|orch)[-._]/,
];

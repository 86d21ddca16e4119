/**
 * What runs, or changes what runs, without being asked for again. All names
 * are in lower case.
 *
 * Sources: the manuals of git (hooks, attributes, config), direnv, npm, pip,
 * cargo, Visual Studio Code tasks, the CI services named and the coding agents
 * named; bash(1) and zsh(1) start-up files; systemd.unit(5).
 */

/** Folders whose content acts by itself, at any depth. */
export const guardedFolders: ReadonlySet<string> = new Set([
  ".git",
  ".hg",
  ".svn",
  ".jj",
  ".claude",
  ".codex",
  ".gemini",
  ".opencode",
  ".cursor",
  ".windsurf",
  ".continue",
  ".aider",
  ".orch",
  ".vscode",
  ".idea",
  ".fleet",
  ".zed",
  ".devcontainer",
  ".github",
  ".gitlab",
  ".circleci",
  ".buildkite",
  ".teamcity",
  ".husky",
  ".githooks",
  ".cargo",
  ".mvn",
  ".yarn",
  ".direnv",
  ".devbox",
  ".mise",
  "launchagents",
  "launchdaemons",
  "autostart",
  "systemd",
  "cron.d",
]);

/** Files that act by themselves, wherever they are. */
export const guardedFiles: ReadonlySet<string> = new Set([
  ".mcp.json",
  ".claude.json",
  ".envrc",
  ".npmrc",
  ".yarnrc",
  ".yarnrc.yml",
  ".pnpmfile.cjs",
  ".pypirc",
  "pip.conf",
  "pip.ini",
  ".gitconfig",
  ".gitattributes",
  ".gitmodules",
  ".pre-commit-config.yaml",
  "lefthook.yml",
  ".lefthook.yml",
  ".gitlab-ci.yml",
  ".travis.yml",
  ".drone.yml",
  "jenkinsfile",
  "azure-pipelines.yml",
  "bitbucket-pipelines.yml",
  "appveyor.yml",
  ".mise.toml",
  "mise.toml",
  ".tool-versions",
  "sitecustomize.py",
  "usercustomize.py",
  ".rgignore-config",
  ".ripgreprc",
  ".curlrc",
  ".wgetrc",
  ".inputrc",
  ".bashrc",
  ".bash_profile",
  ".bash_login",
  ".bash_logout",
  ".bash_aliases",
  ".profile",
  ".zshrc",
  ".zshenv",
  ".zprofile",
  ".zlogin",
  ".zlogout",
  ".cshrc",
  ".tcshrc",
  ".login",
  ".kshrc",
  ".vimrc",
  ".exrc",
  ".nvimrc",
  ".gdbinit",
  ".lldbinit",
  ".pdbrc",
  ".pythonrc",
  ".irbrc",
  ".pryrc",
  ".rspec",
  ".sqliterc",
  ".psqlrc",
  ".tmux.conf",
  ".screenrc",
  ".xinitrc",
  ".xprofile",
  ".bazelrc",
  "opencode.json",
  "opencode.jsonc",
  "authorized_keys",
  "crontab",
  // What makes a folder a bare git repository with a config of its own.
  "head",
]);

/** Files that act by themselves, as patterns over the name. */
export const guardedFilePatterns: readonly RegExp[] = [
  /^\.claude-(agent|env)-/,
  /\.pth$/,
  /\.git$/,
  /^\.env(\.|$)/,
];

/**
 * Files that say what a command that was learned means, or what agents are
 * told: changing them changes what passes afterwards.
 */
export const definingFiles: ReadonlySet<string> = new Set([
  "package.json",
  "makefile",
  "gnumakefile",
  "bsdmakefile",
  "justfile",
  ".justfile",
  "taskfile.yml",
  "taskfile.yaml",
  "rakefile",
  "deno.json",
  "deno.jsonc",
  "composer.json",
  "tox.ini",
  "noxfile.py",
  "conftest.py",
  "docker-compose.yml",
  "docker-compose.yaml",
  "compose.yml",
  "compose.yaml",
  "orch.yaml",
  "orch.yml",
  "claude.md",
  "claude.local.md",
  "agents.md",
  "gemini.md",
  "build.rs",
  "bunfig.toml",
  "lerna.json",
  "nx.json",
  "turbo.json",
]);

/** Installed code, which runs whenever the tools of the project do. */
export const installedCode: RegExp =
  /(^|\/)(node_modules|\.?venv|site-packages|vendor\/bundle)\/./;

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

/** Folders for files that nobody keeps. */
export const scratchFolders: readonly string[] = [
  "/tmp",
  "/private/tmp",
  "/var/tmp",
];

/** Folders inside scratch folders that belong to running programs. */
export const sharedScratch: readonly RegExp[] = [
  /^\./,
  /^(tmux|ssh|gpg|keyring|systemd-private|snap|pulse|dbus|launch|com\.apple|orch)[-._]/,
];

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
  ".gitea",
  ".forgejo",
  ".woodpecker",
  ".semaphore",
  ".kiro",
  ".junie",
  ".amazonq",
  ".augment",
  ".trae",
  ".qwen",
  ".crush",
  ".roo",
  ".clinerules",
  ".kilocode",
  ".factory",
  ".agents",
  ".agent",
  ".goose",
  ".idx",
  ".vim",
  ".nvim",
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
  ".terraform",
  "launchagents",
  "launchdaemons",
  "autostart",
  "systemd",
  "cron.d",
]);

/** Folders that act by themselves below a folder of another name. */
export const guardedSubfolders: readonly string[] = [".config/orch"];

/** Files that act by themselves, wherever they are. */
export const guardedFiles: ReadonlySet<string> = new Set([
  ".mcp.json",
  ".claude.json",
  ".envrc",
  ".autoenv",
  ".autoenv.zsh",
  ".in",
  ".out",
  ".env.zsh",
  "devcontainer.json",
  ".devcontainer.json",
  ".dir-locals.el",
  ".nvim.lua",
  ".lvimrc",
  ".local.vimrc",
  ".lintstagedrc",
  ".huskyrc",
  ".simple-git-hooks.json",
  ".overcommit.yml",
  ".woodpecker.yml",
  ".woodpecker.yaml",
  ".cirrus.yml",
  ".gitpod.yml",
  ".replit",
  ".crush.json",
  "crush.json",
  ".opencode.json",
  ".aider.conf.yml",
  ".roomodes",
  ".continuerc.json",
  ".rprofile",
  ".pythonstartup",
  ".ackrc",
  ".ctags",
  ".releaserc",
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
  ".gitlab-ci.yml",
  ".travis.yml",
  ".drone.yml",
  "jenkinsfile",
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
  ".terraformrc",
  "ansible.cfg",
  "opencode.json",
  "opencode.jsonc",
  "authorized_keys",
  "crontab",
  // What people have laid down for their agents.
  "orch.yaml",
  "orch.yml",
  // What makes a folder a bare git repository with a config of its own.
  "head",
]);

/** Files that act by themselves, as patterns over the name. */
export const guardedFilePatterns: readonly RegExp[] = [
  /^\.claude-(agent|env)-/,
  /\.pth$/,
  /\.git$/,
  /\.code-workspace$/,
  /^\.?lefthook(-local)?\.(ya?ml|toml|jsonc?)$/,
  /^(\.lintstagedrc|lint-staged\.config|\.huskyrc|\.releaserc)\./,
  /^azure-pipelines.*\.ya?ml$/,
  /^(cloudbuild|buildspec)(-[\w-]+)?\.(ya?ml|json)$/,
  /^\.?mise(\.[\w-]+)*\.toml$/,
  /^release\.config\.[cm]?[jt]s$/,
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
  "claude.md",
  "claude.local.md",
  "agents.md",
  "agents.override.md",
  "agent.md",
  "qwen.md",
  "warp.md",
  "copilot-instructions.md",
  ".cursorrules",
  ".windsurfrules",
  ".rules",
  ".goosehints",
  "docker-compose.override.yml",
  "docker-compose.override.yaml",
  "compose.override.yml",
  "compose.override.yaml",
  "gemini.md",
  "crush.md",
  "opencode.md",
  "replit.md",
  "skill.md",
  "mcp.json",
  "build.rs",
  "bunfig.toml",
  "lerna.json",
  "nx.json",
  "turbo.json",
  "brewfile",
  // What direnv and its like load again as soon as it changes.
  "flake.nix",
  "shell.nix",
  "devbox.json",
  // What says what a package manager or a runner may run.
  "pnpm-workspace.yaml",
  "taskfile.dist.yml",
  "taskfile.dist.yaml",
  "gradlew",
  "mvnw",
  "gradle-wrapper.properties",
  // What hosts run when the project reaches them.
  "netlify.toml",
  "vercel.json",
  "rust-toolchain",
  "rust-toolchain.toml",
  ".terraform.lock.hcl",
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

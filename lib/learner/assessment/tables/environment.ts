/**
 * Variables that may stand before a command, and those that never may.
 *
 * Sources: ld.so(8), bash(1), git(1), node(1), python(1), ruby(1), perlrun(1),
 * git(1) "Environment Variables", go help environment, the cargo book, make(1), curl(1), less(1), man(1),
 * pip and npm configuration, and the public write-ups of environment-variable
 * bypasses (CVE-2026-22708 among them).
 */

/** What the value of a harmless variable may look like. */
export type ValueClass = "number" | "word" | "text" | "locale" | "zone";

/** Harmless variables by name. */
export const harmlessVariables: Readonly<Record<string, ValueClass>> = {
  PORT: "number",
  HOST: "word",
  NODE_ENV: "word",
  APP_ENV: "word",
  RAILS_ENV: "word",
  RACK_ENV: "word",
  FLASK_ENV: "word",
  ENVIRONMENT: "word",
  DEBUG: "text",
  CI: "word",
  VERBOSE: "word",
  LANG: "locale",
  LANGUAGE: "locale",
  TZ: "zone",
  NO_COLOR: "word",
  FORCE_COLOR: "word",
  CLICOLOR: "word",
  CLICOLOR_FORCE: "word",
  COLUMNS: "number",
  LINES: "number",
  RUST_BACKTRACE: "word",
  RUST_LOG: "text",
  LOG_LEVEL: "word",
  CGO_ENABLED: "number",
  GOOS: "word",
  GOARCH: "word",
  PYTHONUNBUFFERED: "word",
  PYTHONDONTWRITEBYTECODE: "word",
  PYTHONHASHSEED: "number",
  NEXT_TELEMETRY_DISABLED: "word",
  DO_NOT_TRACK: "word",
  DOTNET_CLI_TELEMETRY_OPTOUT: "word",
  TF_IN_AUTOMATION: "word",
  SOURCE_DATE_EPOCH: "number",
  GIT_TERMINAL_PROMPT: "number",
  GIT_OPTIONAL_LOCKS: "number",
  NODE_NO_WARNINGS: "number",
  PYTHONUTF8: "number",
  PYTHONNOUSERSITE: "word",
  PYTHONSAFEPATH: "word",
  PYTHONFAULTHANDLER: "word",
  PYTHONIOENCODING: "word",
  PIP_DISABLE_PIP_VERSION_CHECK: "number",
  PIP_NO_INPUT: "number",
  CARGO_TERM_COLOR: "word",
  CARGO_INCREMENTAL: "number",
  RUST_TEST_THREADS: "number",
  RUST_MIN_STACK: "number",
  GOMAXPROCS: "number",
  GO111MODULE: "word",
  GOTRACEBACK: "word",
  UV_NO_PROGRESS: "number",
  UV_OFFLINE: "number",
  NPM_CONFIG_LOGLEVEL: "word",
  npm_config_loglevel: "word",
  HEADLESS: "word",
  TEST_ENV: "word",
};

/** Harmless variables by the start of their name. */
export const harmlessPrefixes: Readonly<Record<string, ValueClass>> = {
  LC_: "locale",
  VITE_: "text",
  NEXT_PUBLIC_: "text",
};

/**
 * Variables that are harmless with these values only: with any other, most of
 * them name a program, a file or a place to talk to.
 */
export const harmlessValues: Readonly<Record<string, RegExp>> = {
  PAGER: /^cat$/,
  GIT_PAGER: /^cat$/,
  GH_PAGER: /^cat$/,
  MANPAGER: /^cat$/,
  EDITOR: /^(true|:)$/,
  GIT_EDITOR: /^(true|:)$/,
  TERM: /^(dumb|xterm|xterm-256color|screen|screen-256color|tmux-256color)$/,
  NODE_OPTIONS: /^--max[-_]old[-_]space[-_]size=\d{1,6}$/,
  PYTHONWARNINGS: /^(ignore|default|always|once|error)?$/,
  RUSTFLAGS: /^-[ADW] ?warnings$/,
  RUSTDOCFLAGS: /^-[ADW] ?warnings$/,
  GOFLAGS: /^(-(mod=(mod|vendor|readonly)|count=\d+|v|race)( |$)){0,4}$/,
  GOTOOLCHAIN: /^local$/,
  GOWORK: /^off$/,
  GIT_TRACE: /^[012]?$/,
};

/** What the values of a class look like. */
export const valueClasses: Readonly<Record<ValueClass, RegExp>> = {
  number: /^\d{0,6}$/,
  word: /^[A-Za-z0-9_.-]{0,40}$/,
  text: /^[A-Za-z0-9_.,:*=@/ -]{0,120}$/,
  locale: /^[A-Za-z]{1,3}([_A-Za-z0-9.@-]{0,30})?$/,
  zone: /^[A-Za-z]+([/_+-][A-Za-z0-9_+-]+){0,3}$/,
};

/** Variables that make a program load, run, or talk to something else. */
export const dangerousVariables: ReadonlySet<string> = new Set([
  "PATH",
  "HOME",
  "IFS",
  "CDPATH",
  "SHELL",
  "SHELLOPTS",
  "BASHOPTS",
  "BASH_ENV",
  "ENV",
  "PS0",
  "PS1",
  "PS2",
  "PS4",
  "PROMPT_COMMAND",
  "TMPDIR",
  "TERM",
  "TERMINFO",
  "TERMCAP",
  "PAGER",
  "EDITOR",
  "VISUAL",
  "BROWSER",
  "LESS",
  "LESSOPEN",
  "LESSCLOSE",
  "LESSKEY",
  "LESSSECURE",
  "MORE",
  "MANOPT",
  "MANPAGER",
  "MANPATH",
  "MAKEFLAGS",
  "MFLAGS",
  "GNUMAKEFLAGS",
  "MAKEFILES",
  "CC",
  "CXX",
  "CPP",
  "LD",
  "AR",
  "CFLAGS",
  "CXXFLAGS",
  "CPPFLAGS",
  "LDFLAGS",
  "CLASSPATH",
  "JAVA_HOME",
  "JDK_JAVA_OPTIONS",
  "GOROOT",
  "GOPATH",
  "GOENV",
  "GOFLAGS",
  "GOPROXY",
  "GONOSUMDB",
  "GONOSUMCHECK",
  "GOSUMDB",
  "GOINSECURE",
  "GOPRIVATE",
  "GOTOOLCHAIN",
  "GOBIN",
  "GOCACHE",
  "TAPE",
  "POSIXLY_CORRECT",
  "EXINIT",
  "VIMINIT",
  "VIMRUNTIME",
  "KUBECONFIG",
  "DISPLAY",
  "HISTFILE",
  "INPUTRC",
  "LOCPATH",
  "NLSPATH",
  "GCONV_PATH",
  "HOSTALIASES",
  "RES_OPTIONS",
  "RESOLV_HOST_CONF",
  "MALLOC_CHECK_",
  "NODE_OPTIONS",
  "NODE_PATH",
  "COREPACK_ENABLE_STRICT",
  "RBENV_VERSION",
  "SUDO_ASKPASS",
  "USERPROFILE",
  "COMSPEC",
  "PATHEXT",
]);

/** Such variables that programs read in small letters as well. */
export const caselessVariables: RegExp = /proxy$|^npm_config/i;

/** Such variables of zsh, which knows them in small letters: zshparam(1). */
export const zshVariables: ReadonlySet<string> = new Set([
  "cdpath",
  "fignore",
  "fpath",
  "mailpath",
  "manpath",
  "module_path",
  "path",
]);

/** Families of such variables. */
export const dangerousFamilies: readonly RegExp[] = [
  /^(LD|DYLD|GIT|SSH|PYTHON|PYTEST|PERL5?|RUBY|GEM|BUNDLE|RUSTC|RUSTUP|CARGO|NPM|YARN|PNPM|BUN|DENO|PIP|PIPENV|UV|POETRY|CONDA|VIRTUAL|MAVEN|GRADLE|JAVA|SBT|DOTNET|NUGET|MSBUILD|DOCKER|COMPOSE|PODMAN|BUILDKIT|CONTAINERS?|KUBE|KUBECTL|CDK|AUTH0|BOTO|HELM|TF|TERRAFORM|ANSIBLE|VAGRANT|AWS|AZURE|ARM|GOOGLE|GCLOUD|CLOUDSDK|GH|GITHUB|GITLAB|GLAB|HUB|PG|MYSQL|REDIS|MONGO|CURL|WGET|SSL|OPENSSL|GNUTLS|GPG|GNUPG|RSYNC|TAR|ZIP|UNZIP|GZIP|XZ|ZSTD|GREP|RIPGREP|FZF|BAT|DELTA|LESS|MAN|GROFF|TMUX|STY|BASH|ZSH|FPATH|ZDOTDIR|XDG|DBUS|SYSTEMD|ELECTRON|CHROME|PLAYWRIGHT|PUPPETEER|ANTHROPIC|CLAUDE|CODEX|OPENAI|GEMINI|OPENCODE|ORCH|NODE)_/i,
  /^(_JAVA_|NPM_CONFIG|GLIBC_)/i,
  /^(PYTHON|PERL5|RUBY|RUSTC|PG|XDG)[A-Z0-9]+$/,
  /(PROXY|OPTIONS|OPTS|PRELOAD|_PATH|_HOME|_CONFIG|_COMMAND|_CMD|_EDITOR|_PAGER|_SHELL|_BROWSER|_WRAPPER|_RUNNER|_LINKER|_HOOK|_PLUGINS?|_ENGINE|_ASKPASS|_RSH|_REGISTRY|_INDEX_URL|_ENDPOINT)$/i,
  /^(BASH_FUNC_|GLOB|FIGNORE$|EXECIGNORE$|_$)/,
];

/**
 * Programs that no other variable makes do anything else: those of GNU and BSD
 * coreutils that only print.
 */
export const indifferentPrograms: ReadonlySet<string> = new Set(
  "echo printf true false : pwd ls cat tac head tail wc nl cut paste tr rev fold seq basename dirname realpath readlink stat uniq comm cmp uname whoami id groups hostname uptime nproc tty sleep test ["
    .split(" "),
);

/**
 * What the libraries below every program listen to: where they write traces,
 * and what they load. Sources: glibc's manual, ld.so(8), malloc(3) of macOS.
 */
export const libraryVariables: RegExp =
  /^(MALLOC|MEMUSAGE|LIBC|GLIBC|MUSL|PCPROFILE|SEGFAULT|SOTRUSS|NIS_|RES_|LOCALDOMAIN|TZDIR|DATEMSK|OBJC|OS_|NS|CF|ASAN|LSAN|MSAN|TSAN|UBSAN|LLVM|GCOV|GMON|COREDUMP|VALGRIND)/;

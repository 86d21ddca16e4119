import type { ToolFacts } from "../facts.ts";

/**
 * Tools that build, test and check a project with what the project holds.
 *
 * They run the project's own code, so they pass only inside it. Flags are
 * those of the tools' own documentation; `refuses` names the ones that load
 * code or write outside what a build makes.
 */

const test = (does: string, flags: string, refuses = ""): ToolFacts => ({
  tier: "project",
  does,
  flags,
  refuses,
  operands: "inside*",
  inProject: true,
});

const check = (flags: string, refuses = ""): ToolFacts =>
  test("checks the project's code", flags, refuses);

const pytest = test(
  "runs the project's tests",
  "-q -v -vv -vvv -x -s -l -k: -m: -r: -n:word --lf --ff --sw --nf --maxfail:number --tb:word --durations:number --collect-only --co -qq --no-header --no-summary --last-failed --failed-first --stepwise --exitfirst --verbose --quiet --showlocals --cov? --cov-report:word --cov-branch --no-cov --strict-markers --disable-warnings --disable-pytest-warnings --color:word --capture:word --runxfail --runslow --timeout:number --numprocesses:word --deselect: --ignore:inside --setup-show --fixtures --markers --version --durations-min:number --random-order --reruns:number --benchmark-skip --doctest-modules --full-trace --pyargs --import-mode:word --log-cli-level:word --show-capture:word",
  "-p -c -o -W -V --rootdir --confcutdir --junitxml --junit-xml --basetemp --override-ini --config-file --result-log --log-file --debug --pdbcls --pdb --trace --cov-config --pastebin --resultlog",
);

const discover = test(
  "runs the project's tests",
  "-v -q -f -b -s:inside -p: -t:inside -k: --verbose --start-directory:inside --pattern: --top-level-directory:inside",
);

const unittest: ToolFacts = {
  ...test(
    "runs the project's tests",
    "-v -q -f -b -c -k: --verbose --quiet --failfast --buffer --locals",
  ),
  operands: "filter*",
  subcommands: { discover },
  open: true,
};

const jest = test(
  "runs the project's tests",
  "-t: -i -u -w:word --watch? --watchAll? --coverage? --verbose --silent --bail? --ci --runInBand --updateSnapshot --testNamePattern: --testPathPattern: --testPathPatterns: --maxWorkers:word --passWithNoTests --detectOpenHandles --forceExit --no-coverage --no-cache --listTests --onlyChanged --onlyFailures --findRelatedTests --clearCache --expand --colors --logHeapUsage --selectProjects: --shard:word --testTimeout:number --json",
  "-c --config --rootDir --globalSetup --globalTeardown --setupFiles --setupFilesAfterEnv --testRunner --runner --env --testEnvironment --reporters --resolver --transform --outputFile --coverageDirectory --cacheDirectory --testResultsProcessor --projects --roots --require --moduleNameMapper --modulePaths",
);

const vitestRun = test(
  "runs the project's tests",
  "-t: -u -w --run --watch? --coverage? --silent? --bail:number --update --testNamePattern: --passWithNoTests --maxWorkers:number --reporter:word --no-coverage --no-watch --hideSkippedTests --changed? --shard:word --project: --testTimeout:number --retry:number --typecheck --no-isolate --pool:word --dangerouslyIgnoreUnhandledErrors --no-color --isolate --logHeapUsage --allowOnly --exclude:",
  "-c --config -r --root --globals-setup --environment --outputFile --dir --api --ui --browser --open --coverage.reportsDirectory --coverage.provider --setupFiles --globalSetup",
);

const vitest: ToolFacts = {
  ...vitestRun,
  subcommands: {
    run: vitestRun,
    related: vitestRun,
    list: vitestRun,
    bench: vitestRun,
  },
  open: true,
};

const go =
  "-v -race -short -cover -count:number -run: -bench: -benchmem -timeout:word -failfast -parallel:number -cpu: -p:number -tags:word -json -x -n -a -i -trimpath -list: -skip: -shuffle:word -vet:word -fullpath -covermode:word -coverpkg: -coverprofile:write -benchtime:word -msan -asan -work -ldflags: -gcflags: -buildvcs? -mod:word -o:write -c -fuzz: -fuzztime:word -artifacts";
const goRefuses =
  "-exec -toolexec -vettool -overlay -modfile -modcacherw -pkgdir -asmflags -gccgoflags -compiler -installsuffix -C -pgo -outputdir -cpuprofile -memprofile -trace -blockprofile -mutexprofile -args";

const goTool = (does: string, flags = go): ToolFacts => ({
  tier: "project",
  does,
  flags,
  refuses: goRefuses,
  operands: "packages*",
  singleDash: true,
  inProject: true,
});

const cargo =
  "-q -v -vv -p:word -F: -j:number -r --release --all --workspace --all-features --no-default-features --features: --package:word --exclude:word --lib --bins --bin:word --tests --test:word --examples --example:word --benches --bench:word --all-targets --doc --no-run --no-fail-fast --quiet --verbose --profile:word --jobs:number --keep-going --locked --frozen --offline --message-format:word --color:word --ignore-rust-version --timings --no-deps --document-private-items --future-incompat-report";
const cargoRefuses =
  "--config --manifest-path --target-dir --target -Z --artifact-dir --out-dir -C --lockfile-path --fix --allow-dirty --allow-staged --open";

const cargoTool = (
  does: string,
  flags = cargo,
  operands = "filter",
): ToolFacts => ({
  tier: "project",
  does,
  flags,
  refuses: cargoRefuses,
  operands,
  inProject: true,
});

const remote = (does: string) => ({ tier: "remote", does }) as const;
const fetch = (does: string, flags: string, host: string): ToolFacts => ({
  tier: "fetch",
  does,
  flags,
  host,
  inProject: true,
});

/** Tools that work on a project, by name. */
export const projectTools: Readonly<Record<string, ToolFacts>> = {
  pytest,
  "py.test": pytest,
  unittest,
  doctest: test("runs the project's tests", "-v -o: -f"),
  jest,
  vitest,
  mocha: test(
    "runs the project's tests",
    "-g: -b -R:word -t:number -w --grep: --bail --reporter:word --timeout:number --exit --recursive --parallel --watch",
    "-r --require --config -c --package --opts --file --ui --loader --import",
  ),
  ava: test(
    "runs the project's tests",
    "-v -s -m: -u --verbose --serial --match: --fail-fast --tap --timeout:word",
    "--config --node-arguments",
  ),
  rspec: test(
    "runs the project's tests",
    "-f:word -e: -t: -b -c -p --fail-fast? --format:word --example: --tag: --only-failures --next-failure --order:word --seed:number --backtrace --profile --no-color --color --dry-run",
    "-r --require -I -O --options --out -o -P --default-path",
  ),
  phpunit: test(
    "runs the project's tests",
    "--filter: --testsuite:word --group:word --stop-on-failure --verbose --debug --testdox --no-coverage --colors?",
    "-c --configuration --bootstrap --include-path -d --log-junit --coverage-html",
  ),
  tsc: {
    ...check(
      "-b -v -w --noEmit --pretty? --watch --build --version --listFiles --skipLibCheck --strict --incremental --force --dry --verbose --noErrorTruncation --showConfig --traceResolution --explainFiles -p:inside --project:inside --noUnusedLocals --noUnusedParameters --jsx:word --target:word --module:word --moduleResolution:word --esModuleInterop --lib: --allowJs --checkJs --resolveJsonModule --isolatedModules --emitDeclarationOnly --declaration",
      "--outDir --outFile --out --rootDir --declarationDir --tsBuildInfoFile --plugins --init --generateTrace --generateCpuProfile",
    ),
  },
  "vue-tsc": check(
    "-b --noEmit --build --skipLibCheck -p:inside --project:inside",
  ),
  "svelte-check": check(
    "--tsconfig:inside --fail-on-warnings --threshold:word --output:word",
  ),
  eslint: check(
    "--fix --ext:word --quiet --cache --max-warnings:number --no-error-on-unmatched-pattern --format:word -f:word --ignore-pattern: --report-unused-disable-directives --color --no-color --fix-dry-run --debug --version --no-warn-ignored --rule:",
    "-c --config --plugin --rulesdir --resolve-plugins-relative-to --parser --parser-options -o --output-file --cache-location --cache-file --env --init --inspect-config --stdin-filename --ignore-path --no-eslintrc",
  ),
  prettier: check(
    "--check -c --list-different -l --loglevel:word --log-level:word --ignore-unknown -u --cache --no-error-on-unmatched-pattern --write -w --single-quote --no-semi --tab-width:number --print-width:number --trailing-comma:word --parser:word --no-color --version",
    "--config --plugin --plugin-search-dir --ignore-path --config-path --cache-location --find-config-path --stdin-filepath --with-node-modules",
  ),
  biome: {
    tier: "project",
    does: "checks the project's code",
    inProject: true,
    subcommands: {
      check: check(
        "--write --fix --apply --staged --changed --max-diagnostics:word --diagnostic-level:word --no-errors-on-unmatched",
      ),
      lint: check(
        "--write --fix --apply --staged --changed --max-diagnostics:word --diagnostic-level:word",
      ),
      format: check("--write --fix --staged --changed"),
      ci: check("--changed --max-diagnostics:word"),
    },
    otherwise: remote("does more than check"),
  },
  stylelint: check(
    "--fix --quiet --cache --max-warnings:number --allow-empty-input",
    "--config --custom-syntax --custom-formatter --output-file -o --config-basedir",
  ),
  markdownlint: check(
    "--fix -f --quiet -q",
    "-c --config -r --rules -o --output",
  ),
  oxlint: check(
    "--fix --quiet --max-warnings:number --deny-warnings",
    "-c --config",
  ),
  knip: check(
    "--production --strict --no-progress",
    "-c --config --preprocessor --reporter",
  ),
  mypy: check(
    "--strict --ignore-missing-imports --no-error-summary --show-error-codes --pretty --no-incremental --follow-imports:word --python-version:word --check-untyped-defs --disallow-untyped-defs -p:word -m:word --no-color-output --show-error-context --show-column-numbers --namespace-packages --explicit-package-bases --exclude: --platform:word --version --warn-unused-ignores --warn-return-any --hide-error-context",
    "--config-file --plugins --python-executable --cache-dir --custom-typeshed-dir --html-report --txt-report --junit-xml --install-types --shadow-file --xml-report --cobertura-xml-report -c",
  ),
  pyright: check(
    "--stats --verbose --outputjson --level:word --warnings --skipunannotated --version -p:inside",
    "--project --createstub --pythonpath --venvpath --venv-path --typeshedpath -v -t",
  ),
  pyre: check("--noninteractive", "--search-path --source-directory"),
  ruff: {
    ...check(
      "--fix --diff --select: --ignore: --extend-select: --quiet -q --no-cache --statistics --version --output-format:word",
      "--config --unsafe-fixes --output-file -o --cache-dir --isolated",
    ),
    open: true,
    subcommands: {
      check: check(
        "--fix --diff --select: --ignore: --extend-select: --extend-ignore: --quiet -q --no-cache --statistics --show-fixes --exit-zero --preview --output-format:word --target-version:word --line-length:number --exclude: --watch --no-fix --show-files --show-settings --per-file-ignores:",
        "--config --output-file -o --cache-dir --add-noqa --unsafe-fixes",
      ),
      format: check(
        "--check --diff --quiet -q --line-length:number --exclude: --preview --no-cache --target-version:word",
        "--config --cache-dir --stdin-filename",
      ),
      rule: check("--all --output-format:word"),
      version: check(""),
    },
  },
  black: check(
    "--check --diff --quiet -q --verbose -v -l:number --line-length:number --color --no-color --fast --safe -t:word --target-version:word --preview -S --skip-string-normalization --exclude: --include: --version --workers:number",
    "--config -c --code --stdin-filename --required-version",
  ),
  isort: check(
    "-c --check --check-only --diff -q --quiet --profile:word -l:number --line-length:number --skip: --atomic --version",
    "--settings-path --settings-file --settings --config-root --formatter --virtual-env --sp",
  ),
  flake8: check(
    "--max-line-length:number --select: --ignore: --extend-ignore: --exclude: --statistics --count --show-source --max-complexity:number --version -q -v --per-file-ignores: --format:word",
    "--config --append-config --isolated --output-file --tee --bug-report --require-plugins",
  ),
  pylint: check(
    "-E --errors-only --disable: --enable: --score:word -s:word --reports:word -r:word -j:number --jobs:number --output-format:word -f:word --max-line-length:number --version --msg-template: --persistent:word --recursive:word --ignore: --ignore-patterns: --extension-pkg-allow-list: --list-msgs --help-msg: --fail-under:number -rn -sn",
    "--rcfile --load-plugins --init-hook --output --generate-rcfile --plugins",
  ),
  bandit: check(
    "-r -ll -lll -q -i -ii -s: --skip: -f:word -n:number --recursive --severity-level:word",
    "-c --configfile -o --output -b --baseline -p --profile --ini",
  ),
  vulture: check(
    "--min-confidence:number --exclude: --sort-by-size",
    "--config",
  ),
  "json.tool": {
    tier: "project",
    does: "reads JSON",
    flags:
      "--sort-keys --indent:number --no-indent --compact --tab --json-lines --no-ensure-ascii",
    operands: "read write",
  },
  py_compile: check("-q"),
  compileall: check("-q -f -l -r:number -j:number", "-d -i -b -o -s -p"),
  coverage: {
    tier: "project",
    does: "measures tests",
    inProject: true,
    subcommands: {
      report: check(
        "-m --show-missing --include: --omit: --skip-covered --sort:word --precision:number --fail-under:number -i",
        "--rcfile --data-file --contexts",
      ),
      combine: check("--keep -a -q", "--rcfile --data-file"),
      html: check(
        "-i --skip-covered --include: --omit:",
        "--rcfile --data-file -d --directory",
      ),
    },
    otherwise: {
      tier: "critical",
      does: "runs another program in a way that hides it",
    },
  },
  "sphinx-build": {
    ...test(
      "builds the documentation",
      "-b:word -q -W -n -a -E -T -v -j:word -Q -N --keep-going --fail-on-warning",
      "-c -C -D -A -d -t -w -P",
    ),
    operands: "inside write inside*",
  },
  "golangci-lint": {
    tier: "project",
    does: "checks the project's code",
    inProject: true,
    flags: "--version",
    subcommands: {
      run: {
        ...check(
          "-v -E: -D: --enable: --disable: --timeout:word --fix --fast --new --new-from-rev:word --max-issues-per-linter:number --max-same-issues:number --tests? --verbose --issues-exit-code:number --concurrency:number --enable-only: --default:word --disable-all --enable-all --build-tags:word --print-issued-lines? --exclude: --allow-parallel-runners --out-format:word --show-stats? --sort-results --color:word --output.text.path:word --path-prefix:word",
          "-c --config --no-config --custom --output.json.path --output.html.path --cpu-profile-path --mem-profile-path --trace-path --modules-download-mode",
        ),
        operands: "packages*",
      },
      fmt: {
        ...check("-d -E: --diff --enable:", "-c --config"),
        operands: "packages*",
      },
      linters: check("-E: --enable:", "-c --config"),
      version: check(""),
    },
  },
  gofmt: check("-l -d -w -s -e -r:", "-cpuprofile"),
  gofumpt: check("-l -d -w -extra"),
  goimports: check(
    "-l -d -w -v -local:word",
    "-cpuprofile -memprofile -srcdir",
  ),
  staticcheck: {
    ...check(
      "-checks: -tests? -f:word -explain:word -show-ignored -fail: -go:word -tags:word",
      "-debug.cpuprofile",
    ),
    singleDash: true,
    operands: "packages*",
  },
  govulncheck: {
    ...check("-json -test -show:word", "-C"),
    singleDash: true,
    operands: "packages*",
  },
  gocyclo: check("-over:number -top:number -avg"),
  shellcheck: check(
    "-s:word -S:word -e:word -i:word -x -a -f:word -C? -o:word --shell:word --severity:word --exclude:word --format:word --external-sources --version --color?",
    "-P --source-path --rcfile --wiki-link-count",
  ),
  shfmt: check(
    "-l -d -w -i:number -s -ci -bn -sr -kp -fn -ln:word",
    "--filename",
  ),
  hadolint: check(
    "--ignore:word --no-fail --failure-threshold:word --no-color -f:word",
    "-c --config",
  ),
  yamllint: check(
    "-s -f:word --strict --format:word --no-warnings",
    "-c -d --config-file --config-data",
  ),
  actionlint: check(
    "-color -no-color -oneline -verbose",
    "-config-file -shellcheck -pyflakes -format -init-config",
  ),
  rubocop: check(
    "-a --autocorrect -A --autocorrect-all --only: --except: --format:word -f:word --fail-fast --parallel --display-cop-names",
    "-c --config -r --require --out -o --init --cache-root --server",
  ),
  swiftlint: check(
    "--strict --quiet --fix",
    "--config --cache-path --reporter",
  ),
  ktlint: check("-F --format --relative", "-R --ruleset --reporter --baseline"),
  "clang-format": check(
    "-i --dry-run -n --Werror --style:word --verbose",
    "--assume-filename",
  ),
  "clang-tidy": check(
    "--quiet --checks:",
    "-p --config --config-file --load --fix --export-fixes --vfsoverlay",
  ),
  cppcheck: check(
    "--enable:word --std:word -q --quiet --inline-suppr --error-exitcode:number -j:number --force",
    "--addon --rule --rule-file --project --output-file --library --plist-output -I --include",
  ),
  go: {
    tier: "read",
    does: "asks Go",
    subcommands: {
      test: goTool("runs the project's tests"),
      build: goTool("builds the project"),
      vet: goTool("checks the project's code"),
      fmt: goTool("formats the project's code", "-n -x"),
      list: {
        ...goTool(
          "lists the project's packages",
          "-m -f: -json? -deps -test -e -find -compiled -export -u -versions -mod:word -tags:word -retracted",
        ),
        tier: "project",
      },
      doc: {
        tier: "read",
        does: "shows documentation",
        flags: "-all -short -src -u -c -cmd",
        refuses: "-http -C",
        operands: "text*",
        singleDash: true,
      },
      version: {
        tier: "read",
        does: "prints a version",
        flags: "-m -v",
        operands: "read*",
        singleDash: true,
      },
      env: {
        tier: "read",
        does: "prints Go's settings",
        flags: "-json -changed",
        refuses: "-w -u",
        operands: "word*",
        singleDash: true,
      },
      mod: {
        tier: "project",
        does: "looks at the project's modules",
        inProject: true,
        subcommands: {
          tidy: {
            ...fetch(
              "fetches the modules that the project names",
              "-v -x -e -diff -go:word -compat:word",
              "proxy.golang.org",
            ),
            singleDash: true,
          },
          download: {
            ...fetch(
              "fetches the modules that the project names",
              "-x -json",
              "proxy.golang.org",
            ),
            singleDash: true,
          },
          verify: { ...goTool("checks the project's modules", "") },
          graph: { ...goTool("looks at the project's modules", "") },
          why: {
            ...goTool("looks at the project's modules", "-m -vendor"),
            operands: "word*",
          },
          vendor: {
            ...fetch(
              "fetches the modules that the project names",
              "-v -e",
              "proxy.golang.org",
            ),
            singleDash: true,
          },
        },
        otherwise: remote("changes what the project is built from"),
      },
      run: {
        ...goTool("runs the project", "-race -v -tags:word -mod:word"),
        operands: "packages",
        once: true,
      },
      clean: {
        ...goTool("empties Go's caches", "-testcache -cache -n -x"),
        once: true,
        operands: "",
      },
    },
    otherwise: remote("installs or runs code of others"),
  },
  cargo: {
    tier: "read",
    does: "asks Cargo",
    flags: "--version -V --list",
    subcommands: {
      build: cargoTool("builds the project"),
      b: cargoTool("builds the project"),
      check: cargoTool("checks the project's code"),
      c: cargoTool("checks the project's code"),
      test: cargoTool("runs the project's tests"),
      t: cargoTool("runs the project's tests"),
      nextest: {
        tier: "project",
        does: "runs the project's tests",
        subcommands: {
          run: cargoTool("runs the project's tests", cargo, "filter*"),
        },
        otherwise: remote("does more than test"),
      },
      clippy: cargoTool("checks the project's code"),
      fmt: cargoTool(
        "formats the project's code",
        "--check --all -v -q -p:word --package:word --verbose --quiet",
      ),
      doc: cargoTool("builds the documentation"),
      bench: cargoTool("runs the project's benchmarks"),
      tree: cargoTool(
        "lists what the project is built from",
        "-d -i: -e: -p:word --depth:number --duplicates --invert: --edges: --workspace --no-dedupe --prefix:word --package:word --all-features --target:word",
      ),
      metadata: cargoTool(
        "lists what the project is built from",
        "--no-deps --format-version:number --offline --locked --all-features -q",
      ),
      clean: {
        ...cargoTool(
          "deletes what was built",
          "-p:word --release --doc -n --dry-run",
        ),
        once: true,
        operands: "",
      },
      run: {
        ...cargoTool(
          "runs the project",
          "-q -v -r --release --bin:word --example:word -p:word --package:word --features: --all-features",
        ),
        operands: "",
        once: true,
      },
      fetch: fetch(
        "fetches the crates that the project names",
        "--locked -v -q",
        "crates.io",
      ),
      search: {
        tier: "fetch",
        does: "asks crates.io",
        flags: "--limit:number",
        operands: "word*",
        host: "crates.io",
      },
      version: { tier: "read", does: "prints a version" },
    },
    otherwise: remote("installs, publishes or runs code of others"),
  },
  rustfmt: check(
    "--check --edition:word -l -v -q",
    "--config --config-path --emit --print-config",
  ),
  rustc: {
    tier: "read",
    does: "asks the compiler",
    flags: "--version -V -vV --explain:word --print:word",
  },
  dotnet: {
    tier: "read",
    does: "asks .NET",
    flags: "--version --info --list-sdks --list-runtimes",
    subcommands: {
      build: test(
        "builds the project",
        "-c:word --configuration:word --no-restore -v:word --verbosity:word --nologo -f:word --framework:word --no-incremental",
        "-o --output -p --property -r --runtime",
      ),
      test: test(
        "runs the project's tests",
        "-c:word --configuration:word --no-restore --no-build -v:word --verbosity:word --nologo --filter: -f:word -t --list-tests",
        "-o --output -p --property -l --logger -s --settings -a --test-adapter-path --collect -d --diag -e --environment",
      ),
      format: check(
        "--verify-no-changes --no-restore -v:word --include: --exclude:",
        "--report --binarylog",
      ),
      restore: fetch(
        "fetches the packages that the project names",
        "--locked-mode --nologo -v:word",
        "api.nuget.org",
      ),
    },
    otherwise: remote("installs, publishes or runs something"),
  },
  swift: {
    tier: "read",
    does: "asks Swift",
    flags: "--version -version",
    subcommands: {
      build: test(
        "builds the project",
        "-c:word --configuration:word -v --verbose --target:word --product:word -j:number --quiet -q",
        "--package-path --build-path --scratch-path -Xswiftc -Xcc -Xlinker --toolchain --sdk",
      ),
      test: test(
        "runs the project's tests",
        "--filter: --skip: --parallel -v --verbose --list-tests -q --quiet --enable-code-coverage",
        "--package-path --build-path --scratch-path -Xswiftc -Xcc -Xlinker --xunit-output",
      ),
    },
    otherwise: {
      tier: "critical",
      does: "runs code that the text alone does not show",
    },
  },
  mvn: {
    tier: "project",
    does: "builds the project",
    flags:
      "-q -B -e -o -ntp -U -am -T:word -pl: -DskipTests -DskipITs --quiet --batch-mode --offline --no-transfer-progress --version -v -V",
    refuses:
      "-f --file -s --settings -gs --global-settings -D -P --activate-profiles -t --toolchains -l --log-file",
    operands: "word*",
    inProject: true,
    once: true,
    singleDash: true,
  },
  gradle: {
    tier: "project",
    does: "builds the project",
    flags:
      "-q --quiet --info --stacktrace --no-daemon --offline --parallel --build-cache --continue --rerun-tasks --tests: --version -v --console:word --warning-mode:word --dry-run -m",
    refuses:
      "-b --build-file -c --settings-file -I --init-script -D -P --system-prop --project-prop -p --project-dir -g --gradle-user-home --include-build --scan",
    operands: "word*",
    inProject: true,
    once: true,
  },
  cmake: {
    tier: "project",
    does: "builds the project",
    flags:
      "--build:write --config:word --target:word -j:number --parallel:number --version --verbose",
    refuses:
      "-P -E -S -B -D -C -G -T --install --preset --toolchain --open --trace-redirect",
    inProject: true,
    once: true,
  },
  ctest: test(
    "runs the project's tests",
    "-V -VV -Q -j:number -R: -E: -L:word -N --output-on-failure --verbose --parallel:number --rerun-failed --stop-on-failure --test-dir:inside",
    "-S -D -M -T --script --build-and-test -O --output-log --build-makeprogram --test-command",
  ),
  ninja: {
    tier: "project",
    does: "builds the project",
    flags: "-v -j:number -k:number -n --version --quiet",
    refuses: "-C -f -t -d",
    operands: "word*",
    inProject: true,
    once: true,
  },
  terraform: {
    tier: "read",
    does: "asks Terraform",
    flags: "--version -version",
    subcommands: {
      fmt: check("-check -diff -recursive -list? -write?"),
      validate: { ...check("-json -no-color"), operands: "" },
      version: { tier: "read", does: "prints a version", flags: "-json" },
    },
    otherwise: remote("works on machines elsewhere"),
  },
  next: {
    tier: "project",
    does: "builds the project",
    inProject: true,
    flags: "--version",
    subcommands: {
      build: {
        ...check("--debug -d --no-lint --profile --turbopack --turbo"),
        does: "builds the project",
        operands: "",
      },
      lint: {
        ...check(
          "--fix --quiet --dir:inside --file:inside --max-warnings:number",
        ),
        operands: "",
      },
      dev: {
        tier: "project",
        does: "serves the project on this machine",
        flags: "-p:number --port:number --turbo --turbopack",
        inProject: true,
        once: true,
      },
    },
    otherwise: remote("does more than build"),
  },
  vite: {
    tier: "project",
    does: "serves the project on this machine",
    inProject: true,
    once: true,
    flags: "--port:number --strictPort --version",
    refuses: "--host -c --config --open",
    subcommands: {
      build: {
        ...check(
          "--minify? --sourcemap? --mode:word -m:word --emptyOutDir --watch",
          "-c --config --outDir --ssr --base",
        ),
        does: "builds the project",
        operands: "",
      },
      preview: {
        tier: "project",
        does: "serves the project on this machine",
        flags: "--port:number --strictPort",
        inProject: true,
        once: true,
      },
    },
  },
  playwright: {
    tier: "project",
    does: "runs the project's tests in a browser",
    inProject: true,
    flags: "--version",
    subcommands: {
      test: {
        ...test(
          "runs the project's tests in a browser",
          "-g: --grep: --project: --reporter:word --workers:number -x --headed --retries:number --list --last-failed --timeout:number --max-failures:number --repeat-each:number --debug --trace:word --quiet",
          "-c --config --output --ui --ui-host --tsconfig -j",
        ),
        once: true,
      },
    },
    otherwise: remote("installs browsers or opens pages"),
  },
  turbo: {
    tier: "project",
    does: "runs the project's tasks",
    flags: "--filter:word -F:word --force --no-cache --dry-run --continue",
    inProject: true,
    once: true,
    operands: "word*",
    refuses: "--cwd --api --token --team --login",
  },
};

import type { ToolFacts } from "../assessment/mod.ts";
import { ansibleTools } from "./ansible.ts";
import { infrastructureTools } from "./infrastructure.ts";
import { checks, fetches, looks, reaches, runs } from "./tool_kinds.ts";

/**
 * Tools that build, test and check projects in other languages. They run the project's own code, so
 * they pass only inside it. Flags are those of the tools' own documentation;
 * `refuses` names the ones that load code or write outside what a build makes.
 */
export const otherTools: Readonly<Record<string, ToolFacts>> = {
  rspec: runs(
    "runs the project's tests",
    "-f:word -e: -t: -b -c -p --fail-fast? --format:word --example: --tag: --only-failures --next-failure --order:word --seed:number --backtrace --profile --no-color --color --dry-run",
    "-r --require -I -O --options --out -o -P --default-path",
  ),
  phpunit: runs(
    "runs the project's tests",
    "--filter: --testsuite:word --group:word --stop-on-failure --verbose --debug --testdox --no-coverage --colors?",
    "-c --configuration --bootstrap --include-path -d --log-junit --coverage-html",
  ),
  shellcheck: checks(
    "-s:word -S:word -e:word -i:word -x -a -f:word -C? -o:word --shell:word --severity:word --exclude:word --format:word --external-sources --version --color?",
    "-P --source-path --rcfile --wiki-link-count",
  ),
  shfmt: checks(
    "-l -d -w -i:number -s -ci -bn -sr -kp -fn -ln:word",
    "--filename",
  ),
  hadolint: checks(
    "--ignore:word --no-fail --failure-threshold:word --no-color -f:word",
    "-c --config",
  ),
  yamllint: checks(
    "-s -f:word --strict --format:word --no-warnings",
    "-c -d --config-file --config-data",
  ),
  actionlint: checks(
    "-color -no-color -oneline -verbose",
    "-config-file -shellcheck -pyflakes -format -init-config",
  ),
  rubocop: checks(
    "-a --autocorrect -A --autocorrect-all --only: --except: --format:word -f:word --fail-fast --parallel --display-cop-names",
    "-c --config -r --require --out -o --init --cache-root --server",
  ),
  swiftlint: checks(
    "--strict --quiet --fix",
    "--config --cache-path --reporter",
  ),
  ktlint: checks(
    "-F --format --relative",
    "-R --ruleset --reporter --baseline",
  ),
  "clang-format": checks(
    "-i --dry-run -n --Werror --style:word --verbose",
    "--assume-filename",
  ),
  "clang-tidy": checks(
    "--quiet --checks:",
    "-p --config --config-file --load --fix --export-fixes --vfsoverlay",
  ),
  cppcheck: checks(
    "--enable:word --std:word -q --quiet --inline-suppr --error-exitcode:number -j:number --force",
    "--addon --rule --rule-file --project --output-file --library --plist-output -I --include",
  ),
  dotnet: {
    tier: "read",
    does: "asks .NET",
    flags: "--version --info --list-sdks --list-runtimes",
    subcommands: {
      build: runs(
        "builds the project",
        "-c:word --configuration:word --no-restore -v:word --verbosity:word --nologo -f:word --framework:word --no-incremental",
        "-o --output -p --property -r --runtime",
      ),
      test: runs(
        "runs the project's tests",
        "-c:word --configuration:word --no-restore --no-build -v:word --verbosity:word --nologo --filter: -f:word -t --list-tests",
        "-o --output -p --property -l --logger -s --settings -a --test-adapter-path --collect -d --diag -e --environment",
      ),
      format: checks(
        "--verify-no-changes --no-restore -v:word --include: --exclude:",
        "--report --binarylog",
      ),
      restore: fetches(
        "fetches the packages that the project names",
        "--locked-mode --nologo -v:word",
        "api.nuget.org",
      ),
    },
    otherwise: reaches("installs, publishes or runs something"),
  },
  swift: {
    tier: "read",
    does: "asks Swift",
    flags: "--version -version",
    subcommands: {
      build: runs(
        "builds the project",
        "-c:word --configuration:word -v --verbose --target:word --product:word -j:number --quiet -q",
        "--package-path --build-path --scratch-path -Xswiftc -Xcc -Xlinker --toolchain --sdk",
      ),
      test: runs(
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
    operands: "task*",
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
    operands: "task*",
    inProject: true,
    once: true,
  },
  cmake: {
    tier: "project",
    does: "builds the project",
    flags:
      "--build:write --config:word --target:task -j:number --parallel:number --version --verbose",
    refuses:
      "-P -E -S -B -D -C -G -T --install --preset --toolchain --open --trace-redirect",
    inProject: true,
    once: true,
  },
  ctest: runs(
    "runs the project's tests",
    "-V -VV -Q -j:number -R: -E: -L:word -N --output-on-failure --verbose --parallel:number --rerun-failed --stop-on-failure --test-dir:inside",
    "-S -D -M -T --script --build-and-test -O --output-log --build-makeprogram --test-command",
  ),
  ninja: {
    tier: "project",
    does: "builds the project",
    flags: "-v -j:number -k:number -n --version --quiet",
    refuses: "-C -f -t -d",
    operands: "task*",
    inProject: true,
    once: true,
  },
  ...infrastructureTools,
  ...ansibleTools,
  "pre-commit": {
    tier: "read",
    does: "asks pre-commit",
    flags: "--version -V",
    help: "--help -h",
    helpOf:
      "run install uninstall autoupdate clean gc migrate-config try-repo init-templatedir install-hooks",
    subcommands: {
      help: looks("shows how it is used", "", "name"),
      "sample-config": looks("shows an example"),
      "validate-config": looks("checks settings", "--color:name", "read*"),
      "validate-manifest": looks("checks settings", "--color:name", "read*"),
      run: {
        ...fetches(
          "runs the project's hooks, fetched if need be",
          "-a --all-files -v --verbose --show-diff-on-failure --hook-stage:name --files:inside --from-ref:word --to-ref:word --fail-fast",
          "the sources of hooks",
        ),
        operands: "name",
        once: true,
      },
    },
    otherwise: reaches("changes the hooks"),
  },
  prometheus: {
    tier: "project",
    does: "starts a server",
    once: true,
    help: "--help -h --help-long --help-man --version",
  },
  goreleaser: {
    tier: "read",
    does: "asks GoReleaser",
    flags: "--version -v",
    help: "--help -h",
    helpOf: "release publish announce continue init build check",
    inProject: true,
    subcommands: {
      check: checks("-q --quiet --soft --verbose"),
      healthcheck: checks("-q --quiet"),
      jsonschema: checks(""),
      build: {
        ...runs(
          "builds the project",
          "--snapshot --clean --single-target --id:name --timeout:word --skip:word --verbose -p:number --parallelism:number",
          "-f --config -o --output --rm-dist",
        ),
        operands: "",
        once: true,
      },
    },
    otherwise: reaches("publishes the project"),
  },
  promtool: {
    tier: "read",
    does: "asks promtool",
    flags: "--version",
    help: "--help -h --help-long",
    inProject: true,
    subcommands: {
      check: {
        tier: "read",
        does: "checks settings",
        subcommands: {
          config: looks(
            "checks settings",
            "--syntax-only --lint:name",
            "inside*",
          ),
          rules: looks("checks settings", "--lint:name", "inside*"),
        },
        otherwise: reaches("asks a server"),
      },
    },
    otherwise: reaches("asks a server"),
  },
};

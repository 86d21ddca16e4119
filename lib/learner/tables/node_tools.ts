import type { ToolFacts } from "../assessment/mod.ts";
import { checks, reaches, runs } from "./tool_kinds.ts";

const jest = runs(
  "runs the project's tests",
  "-t: -i -u -w:word --watch? --watchAll? --coverage? --verbose --silent --bail? --ci --runInBand --updateSnapshot --testNamePattern: --testPathPattern: --testPathPatterns: --maxWorkers:word --passWithNoTests --detectOpenHandles --forceExit --no-coverage --no-cache --listTests --onlyChanged --onlyFailures --findRelatedTests --clearCache --expand --colors --logHeapUsage --selectProjects: --shard:word --testTimeout:number --json -c:config --config:config",
  "--rootDir --globalSetup --globalTeardown --setupFiles --setupFilesAfterEnv --testRunner --runner --env --testEnvironment --reporters --resolver --transform --outputFile --coverageDirectory --cacheDirectory --testResultsProcessor --projects --roots --require --moduleNameMapper --modulePaths",
);

const vitestRun = runs(
  "runs the project's tests",
  "-t: -u -w --run --watch? --coverage? --silent? --bail:number --update --testNamePattern: --passWithNoTests --maxWorkers:number --reporter:word --no-coverage --no-watch --hideSkippedTests --changed? --shard:word --project: --testTimeout:number --retry:number --typecheck --no-isolate --pool:word --dangerouslyIgnoreUnhandledErrors --no-color --isolate --logHeapUsage --allowOnly --exclude: -c:config --config:config",
  "-r --root --globals-setup --environment --outputFile --dir --api --ui --browser --open --coverage.reportsDirectory --coverage.provider --setupFiles --globalSetup",
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

/**
 * Tools that build, test and check projects for Node. They run the project's own code, so
 * they pass only inside it. Flags are those of the tools' own documentation;
 * `refuses` names the ones that load code or write outside what a build makes.
 */
export const nodeTools: Readonly<Record<string, ToolFacts>> = {
  jest,
  vitest,
  mocha: runs(
    "runs the project's tests",
    "-g: -b -R:word -t:number -w --grep: --bail --reporter:word --timeout:number --exit --recursive --parallel --watch",
    "-r --require --config -c --package --opts --file --ui --loader --import",
  ),
  ava: runs(
    "runs the project's tests",
    "-v -s -m: -u --verbose --serial --match: --fail-fast --tap --timeout:word",
    "--config --node-arguments",
  ),
  tsc: {
    ...checks(
      "-b -v -w --noEmit --pretty? --watch --build --version --listFiles --skipLibCheck --strict --incremental --force --dry --verbose --noErrorTruncation --showConfig --traceResolution --explainFiles -p:inside --project:inside --noUnusedLocals --noUnusedParameters --jsx:word --target:word --module:word --moduleResolution:word --esModuleInterop --lib: --allowJs --checkJs --resolveJsonModule --isolatedModules --emitDeclarationOnly --declaration",
      "--outDir --outFile --out --rootDir --declarationDir --tsBuildInfoFile --plugins --init --generateTrace --generateCpuProfile",
    ),
  },
  "vue-tsc": checks(
    "-b --noEmit --build --skipLibCheck -p:inside --project:inside",
  ),
  "svelte-check": checks(
    "--tsconfig:inside --fail-on-warnings --threshold:word --output:word",
  ),
  eslint: checks(
    "--fix --ext:word --quiet --cache --max-warnings:number --no-error-on-unmatched-pattern --format:word -f:word --ignore-pattern: --report-unused-disable-directives --color --no-color --fix-dry-run --debug --version --no-warn-ignored --rule: -c:config --config:config",
    "--plugin --rulesdir --resolve-plugins-relative-to --parser --parser-options -o --output-file --cache-location --cache-file --env --init --inspect-config --stdin-filename --ignore-path --no-eslintrc",
  ),
  prettier: checks(
    "--check -c --list-different -l --loglevel:word --log-level:word --ignore-unknown -u --cache --no-error-on-unmatched-pattern --write -w --single-quote --no-semi --tab-width:number --print-width:number --trailing-comma:word --parser:word --no-color --version --config:config",
    "--plugin --plugin-search-dir --ignore-path --config-path --cache-location --find-config-path --stdin-filepath --with-node-modules",
  ),
  biome: {
    tier: "project",
    does: "checks the project's code",
    inProject: true,
    subcommands: {
      check: checks(
        "--write --fix --apply --staged --changed --max-diagnostics:word --diagnostic-level:word --no-errors-on-unmatched",
      ),
      lint: checks(
        "--write --fix --apply --staged --changed --max-diagnostics:word --diagnostic-level:word",
      ),
      format: checks("--write --fix --staged --changed"),
      ci: checks("--changed --max-diagnostics:word"),
    },
    otherwise: reaches("does more than check"),
  },
  stylelint: checks(
    "--fix --quiet --cache --max-warnings:number --allow-empty-input",
    "--config --custom-syntax --custom-formatter --output-file -o --config-basedir",
  ),
  markdownlint: checks(
    "--fix -f --quiet -q",
    "-c --config -r --rules -o --output",
  ),
  oxlint: checks(
    "--fix --quiet --max-warnings:number --deny-warnings",
    "-c --config",
  ),
  knip: checks(
    "--production --strict --no-progress",
    "-c --config --preprocessor --reporter",
  ),
  next: {
    tier: "project",
    does: "builds the project",
    inProject: true,
    flags: "--version",
    subcommands: {
      build: {
        ...checks("--debug -d --no-lint --profile --turbopack --turbo"),
        does: "builds the project",
        operands: "",
      },
      lint: {
        ...checks(
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
    otherwise: reaches("does more than build"),
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
        ...checks(
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
        ...runs(
          "runs the project's tests in a browser",
          "-g: --grep: --project: --reporter:word --workers:number -x --headed --retries:number --list --last-failed --timeout:number --max-failures:number --repeat-each:number --debug --trace:word --quiet",
          "-c --config --output --ui --ui-host --tsconfig -j",
        ),
        once: true,
      },
    },
    otherwise: reaches("installs browsers or opens pages"),
  },
  turbo: {
    tier: "project",
    does: "runs the project's tasks",
    flags: "--filter:word -F:word --force --no-cache --dry-run --continue",
    inProject: true,
    once: true,
    operands: "task*",
    refuses: "--cwd --api --token --team --login",
  },
};

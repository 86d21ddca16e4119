import type { ToolFacts, ToolMode } from "../assessment/mod.ts";
import { sphinxTools } from "./sphinx_tools.ts";
import { checks, fetches, looks, reaches, runs } from "./tool_kinds.ts";

const pytest = runs(
  "runs the project's tests",
  "-q -v -vv -vvv -x -s -l -k: -m: -r: -n:word --lf --ff --sw --nf --maxfail:number --tb:word --durations:number --collect-only --co -qq --no-header --no-summary --last-failed --failed-first --stepwise --exitfirst --verbose --quiet --showlocals --cov? --cov-report:word --cov-branch --no-cov --strict-markers --disable-warnings --disable-pytest-warnings --color:word --capture:word --runxfail --runslow --timeout:number --numprocesses:word --deselect: --ignore:inside --setup-show --fixtures --markers --version --durations-min:number --random-order --reruns:number --benchmark-skip --doctest-modules --full-trace --pyargs --import-mode:word --log-cli-level:word --show-capture:word -c:config --config-file:config",
  "-p -o -W -V --rootdir --confcutdir --junitxml --junit-xml --basetemp --override-ini --result-log --log-file --debug --pdbcls --pdb --trace --cov-config --pastebin --resultlog",
);

const discover = runs(
  "runs the project's tests",
  "-v -q -f -b -s:inside -p: -t:inside -k: --verbose --start-directory:inside --pattern: --top-level-directory:inside",
);

const unittest: ToolFacts = {
  ...runs(
    "runs the project's tests",
    "-v -q -f -b -c -k: --verbose --quiet --failfast --buffer --locals",
  ),
  operands: "filter*",
  subcommands: { discover },
  open: true,
};

const writesFixes: readonly ToolMode[] = [{
  with: "--fix --fix-only",
  tier: "project",
  does: "corrects the project's code",
}];

/** With these a formatter says what it would change and changes nothing. */
const onlyCompares: readonly ToolMode[] = [{
  with: "--check --check-only -c --diff --show-settings --show-files",
  tier: "read",
  does: "looks how the project's code is formatted",
}];

/**
 * Tools that test and check projects in Python. They run the project's own code, so
 * they pass only inside it. Flags are those of the tools' own documentation;
 * `refuses` names the ones that load code or write outside what a build makes.
 */
export const pythonTools: Readonly<Record<string, ToolFacts>> = {
  pytest,
  "py.test": pytest,
  unittest,
  doctest: runs("runs the project's tests", "-v -o: -f"),
  mypy: checks(
    "--strict --ignore-missing-imports --no-error-summary --show-error-codes --pretty --no-incremental --follow-imports:word --python-version:word --check-untyped-defs --disallow-untyped-defs -p:word -m:word --no-color-output --show-error-context --show-column-numbers --namespace-packages --explicit-package-bases --exclude: --platform:word --version --warn-unused-ignores --warn-return-any --hide-error-context --config-file:config",
    "--plugins --python-executable --cache-dir --custom-typeshed-dir --html-report --txt-report --junit-xml --install-types --shadow-file --xml-report --cobertura-xml-report -c",
  ),
  pyright: checks(
    "--stats --verbose --outputjson --level:word --warnings --skipunannotated --version -p:inside",
    "--project --createstub --pythonpath --venvpath --venv-path --typeshedpath -v -t",
  ),
  pyre: checks("--noninteractive", "--search-path --source-directory"),
  ruff: {
    ...checks(
      "--fix --diff --select: --ignore: --extend-select: --quiet -q --no-cache --statistics --version --output-format:word",
      "--config --output-file -o --cache-dir",
    ),
    tier: "read",
    does: "checks the project's code",
    modes: writesFixes,
    help: "--help -h",
    open: true,
    subcommands: {
      help: looks("shows how it is used", "", "name*"),
      linter: looks("lists linters", "--output-format:name"),
      config: looks("describes a setting", "--output-format:name", "name"),
      clean: checks(""),
      server: { ...checks(""), once: true },
      analyze: {
        tier: "read",
        does: "lists what imports what",
        subcommands: {
          graph: {
            ...checks("--direction:name --detect-string-imports --preview"),
            tier: "read",
            does: "lists what imports what",
          },
        },
        otherwise: reaches("does more than list"),
      },
      check: {
        ...checks(
          "--fix --diff --select: --ignore: --extend-select: --extend-ignore: --quiet -q --no-cache --statistics --show-fixes --exit-zero --preview --output-format:word --target-version:word --line-length:number --exclude: --watch --no-fix --show-files --show-settings --per-file-ignores: --fix-only --extend-fixable: --fixable: --unfixable: --force-exclude --respect-gitignore --no-respect-gitignore --extend-exclude: --no-preview --verbose -v --silent -s --exit-non-zero-on-fix --isolated --unsafe-fixes --no-unsafe-fixes --exit-non-zero-on-format --extension: -e -n",
          "--config --output-file -o --cache-dir --add-noqa",
        ),
        tier: "read",
        modes: writesFixes,
      },
      format: checks(
        "--check --diff --quiet -q --line-length:number --exclude: --preview --no-cache --target-version:word",
        "--config --cache-dir --stdin-filename",
      ),
      rule: looks("describes a rule", "--all --output-format:name", "name"),
      version: looks("prints a version", "--output-format:name"),
    },
  },
  black: {
    ...checks(
      "--check --diff --quiet -q --verbose -v -l:number --line-length:number --color --no-color --fast --safe -t:word --target-version:word --preview -S --skip-string-normalization --exclude: --include: --version --workers:number --config:config",
      "-c --code --stdin-filename --required-version",
    ),
    modes: onlyCompares,
  },
  isort: {
    ...checks(
      "-c --check --check-only --diff -q --quiet --profile:word -l:number --line-length:number --skip: --atomic --version -v --verbose --show-settings --show-files --filter-files --skip-gitignore --gitignore --float-to-top --multi-line:word -m:word --trailing-comma --tc --line-width:number -w:number --python-version:word --py:word --only-modified --om -e --extend-skip: --skip-glob: -p: -o: --project: --thirdparty: -j:number --jobs:number --color --stdout -d --settings-file:config",
      "--settings-path --settings --config-root --formatter --virtual-env --sp",
    ),
    modes: onlyCompares,
  },
  flake8: checks(
    "--max-line-length:number --select: --ignore: --extend-ignore: --exclude: --statistics --count --show-source --max-complexity:number --version -q -v --per-file-ignores: --format:word --config:config",
    "--append-config --isolated --output-file --tee --bug-report --require-plugins",
  ),
  pylint: checks(
    "-E --errors-only --disable: --enable: --score:word -s:word --reports:word -r:word -j:number --jobs:number --output-format:word -f:word --max-line-length:number --version --msg-template: --persistent:word --recursive:word --ignore: --ignore-patterns: --extension-pkg-allow-list: --list-msgs --help-msg: --fail-under:number -rn -sn --bad-names: --bad-names-rgxs: --good-names: --good-names-rgxs: --ignore-paths: --max-args:number --max-locals:number --max-branches:number --max-statements:number --min-public-methods:number --const-rgx: --function-rgx: --variable-rgx: --class-rgx: --method-rgx: --argument-rgx: --attr-rgx: --py-version:name --confidence:word --disable-all --verbose -v --list-msgs-enabled --list-extensions --list-groups --enable-all-extensions --notes: --min-similarity-lines:number --ignored-modules: --ignored-classes: --generated-members: --rcfile:config",
    "--load-plugins --init-hook --output --generate-rcfile --plugins",
  ),
  pyreverse: runs(
    "draws the project's classes",
    "-o:word -p:name -d:write -k -f:word -c:name -a:number -A -s:number -S -b -m:word -h --output:word --project:name --output-directory:write --only-classnames --filter-mode:word --class:name --show-ancestors:number --all-ancestors --show-associated:number --all-associated --show-builtin --show-stdlib --module-names:word --colorized --max-color-depth:number --color-palette: --ignore: --source-roots:inside --verbose --no-standalone --max-depth:number --help --version",
  ),
  bandit: checks(
    "-r -ll -lll -q -i -ii -s: --skip: -f:word -n:number --recursive --severity-level:word -c:config --configfile:config",
    "-o --output -b --baseline -p --profile --ini",
  ),
  vulture: checks(
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
  py_compile: checks("-q"),
  compileall: checks("-q -f -l -r:number -j:number", "-d -i -b -o -s -p"),
  coverage: {
    tier: "project",
    does: "measures tests",
    inProject: true,
    subcommands: {
      report: checks(
        "-m --show-missing --include: --omit: --skip-covered --sort:word --precision:number --fail-under:number -i",
        "--rcfile --data-file --contexts",
      ),
      combine: checks("--keep -a -q", "--rcfile --data-file"),
      html: checks(
        "-i --skip-covered --include: --omit:",
        "--rcfile --data-file -d --directory",
      ),
    },
    otherwise: {
      tier: "critical",
      does: "runs another program in a way that hides it",
    },
  },
  tox: {
    ...fetches(
      "runs the project's tests in folders of their own",
      "-e:word -q -v -vv -r --recreate -p:name --parallel? -l --listenvs -a --skip-missing-interpreters? --sitepackages --version --showconfig",
      "pypi.org",
    ),
    once: true,
    modes: [{
      with: "--version -l --listenvs -a",
      tier: "read",
      does: "lists the project's tests",
    }],
  },
  ...sphinxTools,
};

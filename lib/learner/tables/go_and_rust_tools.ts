import type { ToolFacts } from "../assessment/mod.ts";
import { checks, fetches, looks, reaches } from "./tool_kinds.ts";

const go =
  "-v -race -short -cover -count:number -run: -bench: -benchmem -timeout:word -failfast -parallel:number -cpu: -p:number -tags:word -json -x -n -a -i -trimpath -list: -skip: -shuffle:word -vet:word -fullpath -covermode:word -coverpkg: -coverprofile:write -benchtime:word -msan -asan -work -buildvcs? -mod:word -o:built -c -fuzz: -fuzztime:word -artifacts -C:inside";
const goRefuses =
  "-exec -toolexec -vettool -overlay -modfile -modcacherw -pkgdir -asmflags -ldflags -gcflags -gccgoflags -compiler -installsuffix -pgo -outputdir -cpuprofile -memprofile -trace -blockprofile -mutexprofile -args";

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
  "-q -v -vv -p:word -F: -j:number -r --release --all --workspace --all-features --no-default-features --features: --package:word --exclude:word --lib --bins --bin:word --tests --test:word --examples --example:word --benches --bench:word --all-targets --doc --no-run --no-fail-fast --quiet --verbose --profile:word --jobs:number --keep-going --locked --frozen --offline --message-format:word --color:word --ignore-rust-version --timings --no-deps --document-private-items --future-incompat-report --manifest-path:inside --target:name";
const cargoRefuses =
  "--config --target-dir -Z --artifact-dir --out-dir -C --lockfile-path --fix --allow-dirty --allow-staged --open";

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

/** Cargo reads what the project is made of, and its index, without building. */
const describes = (flags: string): ToolFacts => ({
  ...cargoTool(
    "lists what the project is built from",
    `${flags} -q -v --quiet --verbose --color:name --manifest-path:inside --locked --frozen --offline`,
    "",
  ),
  tier: "read",
});

const locks = (does: string): ToolFacts => ({
  ...fetches(
    does,
    "--locked --frozen --offline -v -q --verbose --quiet -p:word --package:word --precise:name --dry-run -n -w --workspace --recursive --aggressive --manifest-path:inside --versioned-dirs --no-delete --target:name",
    "crates.io",
  ),
  refuses: cargoRefuses,
  operands: "package*",
  once: true,
});

/**
 * Tools that build, test and check projects in Go and Rust. They run the project's own code, so
 * they pass only inside it. Flags are those of the tools' own documentation;
 * `refuses` names the ones that load code or write outside what a build makes.
 */
export const goAndRustTools: Readonly<Record<string, ToolFacts>> = {
  "golangci-lint": {
    tier: "project",
    does: "checks the project's code",
    inProject: true,
    flags: "--version",
    subcommands: {
      run: {
        ...checks(
          "-v -E: -D: --enable: --disable: --timeout:word --fix --fast --new --new-from-rev:word --max-issues-per-linter:number --max-same-issues:number --tests? --verbose --issues-exit-code:number --concurrency:number --enable-only: --default:word --disable-all --enable-all --build-tags:word --print-issued-lines? --exclude: --allow-parallel-runners --out-format:word --show-stats? --sort-results --color:word --output.text.path:word --path-prefix:word -c:config --config:config",
          "--no-config --custom --output.json.path --output.html.path --cpu-profile-path --mem-profile-path --trace-path --modules-download-mode",
        ),
        operands: "inside*",
      },
      fmt: {
        ...checks("-d -E: --diff --enable:", "-c --config"),
        operands: "inside*",
      },
      linters: checks("-E: --enable:", "-c --config"),
      version: checks(""),
    },
  },
  gofmt: {
    ...checks("-l -d -w -s -e -r:", "-cpuprofile"),
    tier: "read",
    does: "looks how the project's code is formatted",
    modes: [{
      with: "-w",
      tier: "project",
      does: "formats the project's code",
    }],
  },
  gofumpt: checks("-l -d -w -extra"),
  goimports: checks(
    "-l -d -w -v -local:word",
    "-cpuprofile -memprofile -srcdir",
  ),
  staticcheck: {
    ...checks(
      "-checks: -tests? -f:word -explain:word -show-ignored -fail: -go:word -tags:word",
      "-debug.cpuprofile",
    ),
    singleDash: true,
    operands: "packages*",
  },
  govulncheck: {
    ...checks("-json -test -show:word", "-C"),
    singleDash: true,
    operands: "packages*",
  },
  gocyclo: checks("-over:number -top:number -avg"),
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
        moved: "word*",
        movedBy: "-m",
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
            ...fetches(
              "fetches the modules that the project names",
              "-v -x -e -diff -go:word -compat:word",
              "proxy.golang.org",
            ),
            singleDash: true,
          },
          download: {
            ...fetches(
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
            ...fetches(
              "fetches the modules that the project names",
              "-v -e",
              "proxy.golang.org",
            ),
            singleDash: true,
          },
        },
        otherwise: reaches("changes what the project is built from"),
      },
      run: {
        ...goTool("runs the project", "-race -v -tags:word -mod:word"),
        operands: "packages",
        once: true,
      },
      clean: {
        ...goTool(
          "empties Go's caches",
          "-testcache -cache -modcache -fuzzcache -i -r -n -x",
        ),
        once: true,
        operands: "",
      },
    },
    otherwise: reaches("installs or runs code of others"),
  },
  cargo: {
    tier: "read",
    does: "asks Cargo",
    flags:
      "--version -V -vV --list --color:name --frozen --locked --offline -q -v --verbose --quiet",
    help: "--help -h",
    helpOf:
      "install uninstall publish yank owner login logout new init add remove rm fix rustc rustdoc package report logout",
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
        otherwise: reaches("does more than test"),
      },
      clippy: cargoTool("checks the project's code", cargo, "filter*"),
      fmt: {
        ...cargoTool(
          "formats the project's code",
          "--check --all -v -q -p:word --package:word --verbose --quiet --manifest-path:inside",
          "filter*",
        ),
        modes: [{
          with: "--check",
          tier: "read",
          does: "looks how the project's code is formatted",
        }],
      },
      doc: cargoTool("builds the documentation"),
      bench: cargoTool("runs the project's benchmarks"),
      tree: {
        ...describes(
          "-d -i? -e: -p:word --depth:word --duplicates --invert? --edges: --prefix:word --prune:word --package:word --exclude:word -F: --features: --all-features --no-default-features --workspace --no-dedupe --target:name --charset:word -f: --format:",
        ),
        operands: "package*",
      },
      metadata: describes(
        "--no-deps --format-version:number -F: --features: --all-features --no-default-features --filter-platform:name",
      ),
      "locate-project": describes("--workspace --message-format:name"),
      "verify-project": describes(""),
      "read-manifest": describes(""),
      pkgid: { ...describes("-p:word --package:word"), operands: "package" },
      package: {
        ...cargoTool(
          "packs the project",
          "-l --list --no-verify --no-metadata -p:word --package:word --workspace -q -v --offline --locked --frozen",
          "",
        ),
        once: true,
        modes: [{
          with: "-l --list",
          tier: "read",
          does: "lists what the project would publish",
        }],
      },
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
      fetch: {
        ...locks("fetches the crates that the project names"),
        once: false,
      },
      update: {
        ...locks("changes the versions that the project is built from"),
        modes: [{
          with: "--dry-run -n",
          tier: "read",
          does: "looks for newer versions",
        }],
      },
      "generate-lockfile": locks(
        "changes the versions that the project is built from",
      ),
      vendor: {
        ...locks("copies what the project is built from into it"),
        operands: "write",
      },
      search: looks(
        "asks crates.io",
        "--limit:number -q -v --quiet --verbose",
        "name*",
      ),
      info: looks(
        "asks crates.io",
        "-q -v --quiet --verbose --color:name",
        "package",
      ),
      help: looks("shows how it is used", "", ""),
      version: looks("prints a version", "-v --verbose"),
    },
    otherwise: reaches("installs, publishes or runs code of others"),
  },
  rustfmt: checks(
    "--check --edition:word -l -v -q",
    "--config --config-path --emit --print-config",
  ),
  rustc: {
    tier: "read",
    does: "asks the compiler",
    flags: "--version -V -vV --print:name",
    help: "--help -h",
  },
};

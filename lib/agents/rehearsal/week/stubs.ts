/**
 * What a program prints, by its arguments as a shell pattern; the first that
 * fits counts. A row that begins with `$ ` is run instead of printed.
 */
type Answers = Readonly<Record<string, string>>;

const npmTest = ` RUN  v3.2.4
 ✓ test/cart.test.js (14 tests) 38ms
 ✓ test/checkout.test.js (28 tests) 61ms
 Tests  42 passed (42)`;

const built = `$ mkdir -p dist && echo built > dist/index.html
dist/index.html   0.42 kB
dist/assets/shop.js  148.20 kB
built in 812ms`;

const goTest = `ok  	example.com/sift/cmd	0.012s
ok  	example.com/sift/internal/hash	0.208s
ok  	example.com/sift/internal/walk	0.031s`;

const nothing = "";
const refused = "This is a stub: nothing was done.";

const programs: Readonly<Record<string, Answers>> = {
  git: {
    "status --short": " M src/app",
    "status*": "On branch main\nnothing to commit, working tree clean",
    "log*": "4be1c07 Round the total once, at the end\n91d2f6a First version",
    "diff*--stat*": " 2 files changed, 18 insertions(+), 4 deletions(-)",
    "show*": "commit 4be1c07\n 2 files changed, 18 insertions(+)",
    "diff*": "-  return sum;\n+  return Math.round(sum);",
    "branch*": "* main",
    "blame*": "4be1c07 (Ann 2030-01-02) import assert",
    "tag*": "v1.4.0",
    "pull*": "Already up to date.",
    "stash*": "Saved working directory and index state",
    "checkout -b*": "Switched to a new branch",
    "commit*": "[main 7ac01d2] Done\n 2 files changed, 18 insertions(+)",
    "push*": "Everything up-to-date",
    "*": nothing,
  },
  npm: {
    "test*": npmTest,
    "ci*": "added 212 packages in 3s",
    "install*": "added 1 package in 1s",
    "run build*": built,
    "run lint*": "✔ no problems",
    "run typecheck*": nothing,
    "run dev*": "  ready on http://localhost:3001/",
    "outdated*": "vite  6.0.1  6.2.0",
    "publish*": refused,
    "*": nothing,
  },
  npx: {
    "vitest*": npmTest,
    "eslint*": "✔ no problems",
    "prettier --check*": "All matched files use Prettier code style!",
    "prettier*": "src/cart.js 12ms (unchanged)",
    "*": refused,
  },
  node: { "--version": "v24.4.0", "*": "42 prices are fine" },
  curl: {
    "*localhost*health*": '{"status":"ok"}',
    "*localhost*": '{"items":[{"id":1,"price":1250}],"page":1}',
    // What comes from elsewhere may be piped into a shell: it says so there.
    "*": 'echo "This is a stub: nothing was installed."',
  },
  go: {
    "version": "go version go1.24.1 linux/amd64",
    // What is built is this stand-in again, under the name it was asked for.
    "build*-o*": '$ while [ "$1" != -o ]; do shift; done\n' +
      '$ mkdir -p "${2%/*}" && cp "$0" "$2"',
    "scan --json*": '{"duplicates":[["testdata/a.txt","testdata/b.txt"]]}',
    "scan*": "testdata/a.txt = testdata/b.txt",
    "--help": "sift scan [--json] FOLDER",
    "--version": "sift 2.0.0",
    "test*-bench*": "BenchmarkSum-8   1204   985210 ns/op\n" + goTest,
    "test*-cover*": goTest + "\ncoverage: 81.4% of statements",
    "test*": goTest,
    "list*": "example.com/sift\nexample.com/sift/internal/hash",
    "doc*": "func Sum(path string) string",
    "mod graph*": "example.com/sift golang.org/x/sync@v0.12.0",
    "*": nothing,
  },
  gofmt: { "*": nothing },
  "golangci-lint": { "*": "0 issues." },
  make: {
    "build*": "$ go build -o bin/sift .\ngo build -o bin/sift .",
    "*": "go test ./...\n" + goTest,
  },
  file: { "*": "bin/sift: ELF 64-bit LSB executable, x86-64" },
  gh: { "*": refused },
  python: {
    "--version": "Python 3.13.2",
    "-m pytest*": "42 passed in 0.61s",
    "-m app.main*": "listening on 8001",
    "*": "imported 40 messages",
  },
  pytest: {
    "*-v*": "tests/test_inbox.py::test_order PASSED\n42 passed in 0.61s",
    "*--durations*": "0.20s call tests/test_rules.py::test_rules\n42 passed",
    "*": "..........................................\n42 passed in 0.58s",
  },
  uv: {
    "sync*": "Resolved 31 packages in 8ms",
    "build*": "$ mkdir -p dist && echo built > dist/mailroom.whl\nBuilt dist",
    "*": "Installed 1 package in 4ms",
  },
  ruff: { "format*": "8 files left unchanged", "*": "All checks passed!" },
  mypy: { "*": "Success: no issues found in 6 source files" },
  alembic: { "*": "001 (head)" },
  docker: {
    "compose ps*": "mailroom-db-1   postgres:17   Up 2 hours",
    "compose*": "db-1  | database system is ready to accept connections",
    "*": refused,
  },
  // Never approved in a week; shadowed all the same.
  rm: { "*": nothing },
  chmod: { "*": nothing },
  sudo: { "*": refused },
  ssh: { "*": refused },
  scp: { "*": refused },
  pip: { "*": refused },
  twine: { "*": refused },
  psql: { "*": refused },
  kubectl: { "*": refused },
  crontab: { "*": refused },
};

/** The stand-ins for the programs of the weeks: name and text. */
export const stubs: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(programs).map(([name, answers]) => [name, stub(answers)]),
);

function stub(answers: Answers): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const cases = Object.entries(answers).map(([pattern, answer]) => {
    const glob = pattern.split("*").map((part) =>
      part === "" ? "" : quoted(part)
    ).join("*");
    const rows = answer === ""
      ? []
      : answer.split("\n").map((row) =>
        row.startsWith("$ ") ? row.slice(2) : `printf '%s\\n' ${quoted(row)}`
      );
    return [`${glob})`, ...rows, ";;"].join("\n");
  });
  return `#!/bin/sh\ncase "$*" in\n${cases.join("\n")}\nesac\n`;
}

import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { afterApproval, asked, contextWith, decisionOf } from "../testing.ts";

/** Passes under every autonomy. */
const looks = [
  "ls",
  "ls -la src test",
  "cat README.md",
  "head -20 src/main.ts && tail -n 5 src/main.ts",
  "grep -rn 'TODO' src | head -10",
  "rg -n --type ts 'export function' src",
  "find . -name '*.ts' -not -path './node_modules/*'",
  "find src -type f -exec grep -l useState {} +",
  "find src -name '*.go' | xargs wc -l",
  "git status",
  "git log --oneline -10 --stat",
  "git diff main...HEAD -- src/app.ts",
  "git show HEAD~2:src/app.ts | sed -n '1,40p'",
  "git --no-pager branch -a",
  "git -C src status --short",
  "git ls-files | xargs grep -l fetch",
  "cd src && git blame -L 1,20 app.ts",
  "sed -n '10,20p;30q' src/app.ts",
  "sed -E 's/([a-z]+)/<\\1>/g; /^$/d' notes.md",
  "awk -F: '{ print $1, $3 }' data.csv",
  "awk 'NR > 5 { s += $2 } END { print s }' data.txt",
  "jq '.scripts | keys' package.json",
  "sqlite3 -header data.db 'select count(*) from users where id > 3'",
  "wc -l src/*.ts",
  "echo done; true || false",
  "echo \"exit: $?\" && printf '%s\\n' a b",
  'for f in a b; do echo "$f"; done',
  "if [ -f package.json ]; then cat package.json; fi",
  "test -d src && echo yes",
  "cat < notes.md",
  "ls nowhere 2>/dev/null",
  "ls missing 2>&1 | tail -1",
  "diff <(sort a.txt) <(sort b.txt)",
  "bash -c 'ls | wc -l'",
  "timeout 5 ls",
  "export NODE_ENV=test && ls",
  'NAME=web; echo "$NAME"',
  "python3 --version; node --version; terraform --version",
  "docker ps -a --format '{{.Names}}'",
  "cat /etc/os-release",
  "du -sh --exclude node_modules .",
  'basename "$(git rev-parse --show-toplevel)"',
  "go version && go env GOPATH",
  "npm ls --depth=0",
  "pip list",
  "cd docs\nls\necho '---'\ncat index.md",
  "# only a comment",
  "ps aux | grep node",
  "lsof -i :3000",
  "cat src/{app,main}.ts",
  'for f in a b; do grep -n "$f" src/app.ts; done',
  'rg -n -- "$P" src',
  'rg -e "$P" src',
];

/** Passes where builds, tests and writes pass; asks a supervised person. */
const works = [
  "npm test",
  "npm run build",
  "npm run test:unit -- src/app.test.ts",
  "pnpm --filter web lint",
  "yarn test",
  "pnpm exec tsc --noEmit",
  "deno test -A && deno lint && deno fmt --check",
  "deno task check",
  "go test ./... -run TestParse -count=1",
  "go build -o bin/web ./cmd/web",
  "cargo test --workspace -- --nocapture",
  "cargo clippy --all-targets",
  "pytest -q tests/test_app.py::test_one -k 'not slow'",
  "python -m pytest -x --tb=short",
  "python3 -m unittest tests.test_app -v",
  "uv run pytest -q",
  "tsc --noEmit && eslint --fix src",
  "golangci-lint run --timeout 5m ./...",
  "make test",
  "mkdir -p src/components && touch src/components/a.ts",
  "mkdir -p docs/{guides,api}",
  "cp src/a.ts src/b.ts",
  "mv src/a.ts src/lib/",
  "echo hello > notes.txt",
  "cat <<'EOF' > src/new.ts\nexport const a = 1;\nEOF",
  "npm run build > /tmp/build.log 2>&1",
  "go test ./... | tee /tmp/test.log",
  "sed -i 's/foo/bar/' src/app.ts",
  "sed -i '/^import/a\\\nimport x' src/app.ts",
  "git add -A && git commit -m 'Fix the parser'",
  "git commit -m \"$(cat <<'EOF'\nLonger message\n\nwith $5 in it\nEOF\n)\"",
  "git checkout -b feature/login",
  "git restore --staged src/app.ts",
  "PORT=3000 NODE_ENV=test npm test",
  "cd packages/api && npm test",
  "cat /home/dev/other/README.md",
  "grep -rn TODO ~/other/src",
  "ls ~/Downloads",
  "nohup npm test > /tmp/out.log 2>&1 &",
  "terraform fmt -recursive",
];

/** Asks once even an autonomous agent's person, then passes. */
const learnable = [
  "deno test --coverage=../out",
  "npm run dev",
  "npm start",
  "make",
  "make docs",
  "go run ./cmd/web",
  "cargo run",
  "python scripts/seed_demo.py --count 3",
  "./scripts/check.sh",
  "bash scripts/check.sh",
  "node tools/report.js out.json",
  "git checkout main",
  "git stash",
  "git merge feature/login",
  "chmod +x scripts/check.sh",
  "rm dist/notes.txt",
  "rm /tmp/notes.txt",
  "rm -rf dist",
  "frobnicate --check src",
  "cat ~/.config/someapp/settings.toml",
  "npx tsc --noEmit",
  "npm ci",
  "pip install -r requirements.txt",
  "curl -s https://api.example.com/v1/items",
  "curl -X POST -d a=1 http://localhost:3000/items",
  "FROB=1 npm test",
  "echo x > .sometool/settings.json",
  "touch .hushlogin",
  "sqlite3 -line x.db .tables && npm run dev",
];

Deno.test("what only looks passes under every autonomy", () => {
  for (const command of looks) {
    const verdict = decide(
      asked(command),
      contextWith({ autonomy: "supervised" }),
    );
    assert.equal(verdict.decision, "allow", `${command}: ${verdict.reason}`);
    assert.equal(verdict.tier, "read", command);
  }
});

Deno.test("what works on the project passes assisted agents only", () => {
  for (const command of works) {
    const verdict = decide(asked(command), contextWith());
    assert.equal(verdict.decision, "allow", `${command}: ${verdict.reason}`);
    assert.equal(verdict.tier, "project", command);
    assert.equal(decisionOf(command, "supervised"), "ask", command);
  }
});

Deno.test("what nobody has seen asks, and passes once it was approved", () => {
  for (const command of learnable) {
    assert.equal(decisionOf(command, "assisted"), "ask", command);
    assert.equal(afterApproval(command), "allow", command);
  }
});

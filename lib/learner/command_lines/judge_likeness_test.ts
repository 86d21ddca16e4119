import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith, project } from "../testing.ts";

function verdictOn(
  command: string,
  names: readonly string[] = [],
): string {
  const context = contextWith({
    autonomy: "assisted",
    entries: (path) => path === project ? names : [],
  });
  return decide(asked(command), context).decision;
}

/** Lines in which a value is known only by its looks, and that is enough. */
const plain = [
  // Numbers.
  'n=$(wc -l < a.ts); echo "$n"; head -n "$((n - 5))" a.ts',
  "n=3; head -$((n + 2)) a.ts",
  "tail -n +$((5 * 3)) a.ts",
  "i=0; while [ $i -lt 3 ]; do echo $i; i=$((i + 1)); done",
  'for i in $(seq 1 90); do cat "out/$i.json"; done',
  "sed -n \"$(grep -n 'class A' a.py | head -1 | cut -d: -f1),+6p\" a.py",
  'n=$(grep -n -m1 x a.py | cut -d: -f1) && sed -n "${n},$((n + 9))p" a.py',
  "awk -v n=$(wc -l < a) 'NR > n - 3' a",
  "ps -o pid,comm -p $$",
  "npm test & p=$!; sleep 2; kill -0 $p && kill $p; wait $p",
  "npm test & sleep 2; kill %1",
  "kill -TERM $!",
  "gh run view $(gh run list -L 1 --json databaseId --jq '.[0].databaseId')",
  // Names of files with a number in them.
  "cp a.ts a.ts.bak-$(date +%s)",
  "mkdir -p /tmp/out-$$ && cat /tmp/out-$$/*.txt",
  "t=$(date +%Y%m%d); echo a > log-$t.txt",
  // Commits and branches.
  "git diff $(git merge-base origin/main HEAD)..HEAD --stat",
  'b=$(git merge-base main HEAD) && git log --oneline "$b"..HEAD',
  "git log origin/main..$(git branch --show-current)",
  "for c in $(git log --format=%h -3); do git show --stat $c; done",
  "git log --format=%H -3 | while read -r c; do git show --stat $c; done",
  // Files that programs name.
  "f=$(find src -name '*.go' | head -1); sed -n 1,5p \"$f\"",
  "cat \"$(find src -name '*.go' | head -1)\"",
  "wc -l $(find src -name '*.go')",
  "for f in $(git ls-files '*.go'); do grep -c func \"$f\"; done",
  "for p in $(ls pkg); do head -3 pkg/$p/main.go; done",
  'f=$(ls -t logs/*.log | head -1) && tail -5 "$f"',
  "find src -name '*.go' | while read -r f; do wc -l \"$f\"; done",
  "while IFS= read -r -d '' f; do head -1 \"$f\"; done < <(find src -print0)",
  'while read -r f; do tail -3 "$f"; done <<< "$(rg -l x src)"',
  "for f in *.go; do sed -n 1p $f; done",
  // Variables of the line's own.
  "printf -v x '%03d' 5; echo $x",
  "declare -a xs=(a b); echo ${xs[0]}",
  // What may turn out to be nothing.
  'x=; ls $x; ls "$x"',
];

/** Lines in which its looks are not enough, or are not what they seem. */
const risky = [
  // More than a number may come of it.
  'sed -n "$(grep -n x *.py | cut -d: -f1)p" a.py',
  'sed -n "$(grep -n x a.py b.py | cut -d: -f1)p" a.py',
  'sed -n "$(grep -rn x src | cut -d: -f1)p" a.py',
  'sed -n "$(grep -Hn x a.py | cut -d: -f1)p" a.py',
  'sed -n "$(grep -nA2 x a.py | cut -d: -f1)p" a.py',
  'sed -n "$(cat n)p" a.py',
  "n=$(cat n); echo $((n + 1))",
  "n=$(grep -n x *.py | cut -d: -f1); echo $((n + 1))",
  "i=0; read i < n; [ $i -lt 3 ]",
  // Without it, the next word takes its place.
  "sed $(wc -l < a) '1e id'",
  "n=$(grep -n x a.py | cut -d: -f1); sed $n '1e id'",
  // With nothing in its place, a script says something else.
  'sed "s/a\\\\$(grep -c x b)/b/;s/e;p/x/" c',
  // Several lines are several words, and several commands.
  'sed "a foo$(seq 2) e id" b',
  "n=$(grep -n x a.py | cut -d: -f1); sed -n ${n}p a.py",
  "n=$(seq 3); head -n $n a.py",
  // The line did not start it.
  "kill $(cat pid)",
  "p=$!; kill 1$p",
  "p=$!; kill -$p",
  "kill $! 1",
  "kill $$",
  "kill -9 -1",
  "pgrep node | xargs kill",
  "while read -r p; do kill $p; done < pids",
  // A number does not make a secret or a guarded place a plain one.
  "cat .env$((0))",
  "cat /proc/$$/environ",
  "echo a > ~/.bashrc$$",
  "echo a > .git/hooks/pre-commit$$",
  "cp a .github/workflows/ci-$(date +%s).yml",
  'echo a > "src/$(git rev-parse --short HEAD).txt"',
  // Not what it says is printed, but something else.
  "git log $(git log -1 --format=%s)",
  "git log $(git log -1 --format='%H --output=x')",
  "git diff $(git rev-parse --output=x)",
  "git diff $(git log -1)",
  // The names may be those of secrets, or reach beyond the project.
  "cat \"$(find . -name '.env*' | head -1)\"",
  "cat \"$(find . -name '*nv' | head -1)\"",
  "cat $(ls .env)",
  "for f in $(ls -a); do cat $f; done",
  "cat \"$(find ~ -name '*.json' | head -1)\"",
  "ls $(find ~)",
  'f=$(find src | head -1); cat "$f/.env"',
  'find src | while read -r f; do cat "$f/../../.env"; done',
  // Something else may be printed as well, or instead.
  "find src -printf '/etc/shadow\\n' | while read -r f; do cat \"$f\"; done",
  '{ echo .env; find src; } | while read -r f; do cat "$f"; done',
  'find src | sed s,^,/, | while read -r f; do cat "$f"; done',
  'find src | while read -r f; do f=.env; cat "$f"; done',
  'find src |& while read -r f; do cat "$f"; done',
  'find src -print0 | while read -r f; do cat "$f"; done',
  'find src | while read -r f g; do cat "$g"; done',
  // Names that are cut at their spaces may be flags.
  "sort $(find src)",
  "awk '{ print }' $(find src -name '*.c')",
  "for f in src/*/*.c; do sed -n 1p $f; done",
  "[ -f $(find src | head -1) ]",
  // What is done to them is no looking.
  'rm "$(find src -name x | head -1)"',
  'bash "$(find src -name x.sh | head -1)"',
  "for f in $(git ls-files '*.py'); do python3 $f; done",
  "$(git branch --show-current)",
  // Variables that programs heed, or all of them.
  "printf -v PATH '%s' /tmp/x; ls src",
  "printf -v $n x",
  "declare -a PATH=(/tmp); ls src",
  "declare -A",
  // Nothing is left of it.
  'x=; rm -rf "$x"/home',
  "x=; rm -rf $x/home",
];

Deno.test("what a value looks like is enough where nothing hangs on more", () => {
  for (const line of plain) assert.equal(verdictOn(line), "allow", line);
});

Deno.test("what a value looks like is not taken for its value", () => {
  for (const line of risky) assert.equal(verdictOn(line), "ask", line);
});

Deno.test("a folder is looked into before its names are cut or numbered", () => {
  const cut = "for f in *.go; do sed -n 1p $f; done";
  assert.equal(verdictOn(cut, ["a.go"]), "allow");
  assert.equal(verdictOn(cut, ["a -i .go"]), "ask");
  const write = "echo a > log-$(date +%s)";
  assert.equal(verdictOn(write, ["log-1", "x"]), "allow");
  const context = contextWith({
    autonomy: "assisted",
    entries: () => ["log-1"],
    resolve: (path) => path.endsWith("log-1") ? "/home/dev/.bashrc" : path,
  });
  assert.equal(decide(asked(write), context).decision, "ask");
  assert.equal(decide(asked(cut), contextWith()).decision, "ask");
});

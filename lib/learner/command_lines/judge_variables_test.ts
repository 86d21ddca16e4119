import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { asked, contextWith } from "../testing.ts";

function verdictOn(command: string, autonomy: "supervised" | "assisted") {
  return decide(asked(command), contextWith({ autonomy }));
}

/** Lines whose variables and folders show that they only look. */
const looking: readonly string[] = [
  'S=src; cat "$S"/app.ts',
  "S=src/app.ts; wc -l $S; grep -n todo $S",
  "for f in src/a.ts src/b.ts; do echo $f; sed -n '1,20p' $f; done",
  'for f in src/*.ts; do echo "== $f"; head -5 "$f"; done',
  'for p in api web; do ls packages/$p/*.ts; grep -c x "packages/$p/a.ts"; done',
  "for d in api web; do (cd packages/$d && git log -1 | cat); done",
  "cd src/app; ls; cat x.ts",
  "cd $(pwd)/src && ls",
  'D="$PWD/src" && ls "$D"',
  'f=src/app.ts; echo "$(basename "$f" .ts)"; ls $(dirname $f)',
  "n=5; head -$n notes.md",
  'cat notes.md | while IFS= read -r line; do echo "$line"; done',
  "A=src; if test -d lib; then A=lib; fi; ls $A",
  "for f in src test; do grep -rn todo $f --include=*.ts; done",
  "export F=src/app.ts; cat $F",
  "wc -l src/*.{js,ts} docs/{a,b}.md",
  "head -1 $(which node)",
  "for term in a b; do grep -rn $term src; done",
  "git_root=src; node_version=20; ls $git_root; echo $node_version",
  'while read -r test_path; do echo "$test_path"; done < notes.md',
];

/** Lines that write inside the project or among the scratch files. */
const writing: readonly string[] = [
  "S=/tmp/x; cat > $S.md <<'EOF'\nhello $(rm -rf ~)\nEOF",
  "S=/tmp/x; echo a > $S && cat $S",
  'D=$(mktemp -d) && cat > "$D/a.txt" <<EOF\nx\nEOF',
  "cd src && cat > util.ts <<'EOF'\nexport const a = `b`;\nEOF",
  "for f in a b; do echo x > /tmp/$f.txt; done",
  "echo x > /tmp/claude-501/-Users-dev-web/1/scratchpad/a.txt",
];

/** Lines in which a variable, a loop or a folder hides what is done. */
const hiding: readonly string[] = [
  "S=~/.ssh; cat $S/id_rsa",
  'S=~; cat "$S"/.aws/credentials',
  "S=.env; cat $S",
  "S=a; S=.env; cat $S",
  "S=notes.md; if test -f x; then S=.env; fi; cat $S",
  "S=notes.md; test -f x && S=.env; cat $S",
  "S=notes.md; echo a | S=.env; cat $S",
  "S=notes.md; case $x in a) S=.env;; esac; cat $S",
  "for f in notes.md .env; do cat $f; done",
  'for f in ~/.ssh/*; do cat "$f"; done',
  'for f in .*; do cat "$f"; done',
  "for f in *.md; do cat $f; done",
  "for d in src ~/.aws; do cat $d/credentials; done",
  'for d in ~/.aws src; do find "$d" -type f | xargs cat; done',
  "for d in / src; do grep -r password $d; done",
  "for c in ls rm; do $c -rf src; done",
  "for f in src /etc; do echo x > $f/a; done",
  'for f in src/*.ts; do echo x > "$f"; done',
  "cd ..; echo x > a",
  "cd /etc; cd; echo x > a",
  "true | cd .git; echo x > config",
  "for d in src .git; do cd $d; echo x > config; cd ..; done",
  "for i in 1 2; do cd ..; done; echo x > a",
  'cd "$(mktemp -d)"; rm -rf *',
  'D=$(mktemp -d); rm -rf "$D/src"',
  'D=$(mktemp -d); echo x > "$D/a"',
  "S=src; unset S; rm -rf $S/dist",
  "S=src; read S; cat $S",
  "S=dist; export S=..; rm -rf $S",
  "S=dist; declare S=..; rm -rf $S",
  "S=..; local S=dist; rm -rf $S",
  "S=src; R=read; $R S < x; cat $S/a",
  'S=src; R=read; command "$R" S < x; cat $S/a',
  "S=src; for R in read echo; do $R S < x; done; cat $S/a",
  "S=src; R=export; $R S=~/.aws; cat $S/a",
  "S=src; R=unset; builtin $R S; cat $S/etc/shadow",
  "for i in 1 2; do cd /etc; continue; cd /home/dev/web; done; echo x > a",
  "S=dist; command export S=..; rm -rf $S",
  "S=dist; S=.. : ; rm -rf $S",
  "S=dist; for S in ..; do :; done; rm -rf $S",
  "PWD=/etc; cat $PWD/shadow",
  "HOME=/etc; cat ~/shadow",
  "for HOME in /etc; do cat ~/shadow; done",
  "for PATH in /tmp/x; do ls; done",
  "select LD_PRELOAD in ./x.so; do ls; done",
  "for path in /tmp/x; do ls; done",
  "path=/tmp/x; ls",
  "fpath=/tmp/x",
  "http_proxy=evil.example; ls",
  "export git_dir=/tmp/x; git log",
  "export path; ls",
  "read path < notes.md; ls",
  "git_dir=/tmp/x git log",
  "IFS=/ ls src",
  "IFS=$(id) read a",
  "F=-delete; find src $F",
  "F='src -delete'; find $F",
  "P=--pre=./x; rg $P a src",
  "A=x; A+=/../../.env; cat $A",
  "echo ${A:=$(cat .env)}",
  "echo x > /tmp/claude-501/--checkpoint=1/a",
  "mkdir -p /tmp/a/--checkpoint=1",
  "grep -rn a src --include=.e*",
  "echo $(touch src/a)",
  "echo $(npm test)",
  "cat $(S=.env; echo $S)",
  "A=src; B=A; cat ${!B}",
  'F=(a .env); cat "${F[1]}"',
  'P="src .env"; for f in $P; do cat $f; done',
  "set -- .env; cat $1",
  'f=notes.md; while read f; do cat "$f"; done <<< .env',
  "f=notes.md; mapfile f < x; cat $f",
  "f=notes.md; printf -v f %s .env; cat $f",
  "f=; : ${f:=.env}; cat $f",
  "f=notes.md; declare -n g=f; g=.env; cat $f",
  "f=notes.md; if f=.env; then cat $f; fi",
  "f=notes.md; until f=.env; do :; done; cat $f",
  "f=notes.md; for i in 1 2; do cat $f; f=.env; done",
  "f=notes.md; case x in x) f=.env;& y) cat $f;; esac",
  "f=notes.md; f=.e; f+=nv; cat $f",
  "D=.envx; cat ${D%x}",
  "D=x/.env; cat ${D##*/}",
  "D=.env/x; cat ${D%/*}",
  'cat "$(basename x/.env)"',
  "D=$(basename ~/.ssh/id_rsa); cat ~/.ssh/$D",
  "cd ~ && cd .ssh && cat id_rsa",
  "cat $PWD/.env",
  'for d in .git/hooks; do (cd "$d" && echo x > pre-commit); done',
  'for f in src/*.sh; do bash "$f"; done',
  'for f in *; do rm -rf "$f"; done',
  "A='rm -rf src'; bash -c \"$A\"",
  "A='rm -rf src'; $A",
  "A=r; B=m; $A$B -rf src",
  "A=status; if test -f x; then A=push; fi; git $A",
  "for GIT_PAGER in ./x; do git log; done",
  "zsh -c 'chdir .git; cat config'",
  "env -S 'LD_PRELOAD=x ls'",
  "exec > .git/config; echo x",
  "f=~/.ssh/id_rsa; cat < $f",
  "for f in .env; do while read l; do echo $l; done < $f; done",
  "cd ~/.ssh; cat < id_rsa",
  "cat $(which x)/etc/shadow",
  'for t in "$API_TOKEN"; do echo "$t"; done',
  "select t in $API_TOKEN; do echo $t; done",
  "for t in ${!API@}; do echo $t; done",
  "if true; then for t in a $DB_PASSWORD; do echo $t; done; fi",
  'S=$(which x); cat "$S/etc/shadow"',
  "export S=$(which x); cat $S/etc/shadow",
  "S=$(which x) T=$(which ls) && cat $S/etc/shadow",
  "bash $(which x)",
  "$(which x) src",
  "rm $(which x)",
  "cd $(git rev-parse --show-toplevel)/.. && cat x",
  "ls src/*/.env",
  "cat src/*.{env,pem}",
  "echo $(cp a.txt b.txt)",
  "echo $(echo x > src/a)",
  "rg -e $(cat x) src",
  "rg a$(cat x) src",
  "rg --glob=$X a src",
  "sort -k $X notes.md",
  "grep a$(cat x) src",
  "grep -e $X src",
  "date -d $(cat x)",
  "cat ..*",
  "grep -r a ..*",
];

Deno.test("what is known of variables and folders lets readers pass", () => {
  for (const command of looking) {
    const { decision, reason } = verdictOn(command, "supervised");
    assert.equal(decision, "allow", `${command}\n${reason}`);
  }
});

Deno.test("here-documents are written where the line says", () => {
  for (const command of writing) {
    const careful = verdictOn(command, "supervised");
    assert.equal(careful.decision, "ask", command);
    assert.equal(careful.tier, "project", `${command}\n${careful.reason}`);
    const { decision, reason } = verdictOn(command, "assisted");
    assert.equal(decision, "allow", `${command}\n${reason}`);
  }
});

Deno.test("what is learned of a program holds in a substitution", () => {
  const context = contextWith({ autonomy: "supervised" });
  for (const command of ["npm test", "./tools/check"]) {
    const line = `n=$(${command} | wc -l); echo "$n"`;
    assert.equal(decide(asked(line), context).decision, "ask", line);
    const { rules } = learn(asked(command), "approved", context);
    const after = decide(asked(line), { ...context, rules });
    assert.equal(after.decision, "allow", `${line}\n${after.reason}`);
  }
});

Deno.test("the top of the repository is known where it is the project", () => {
  const line = 'cd "$(git rev-parse --show-toplevel)" && ls src';
  const names = [".git", "src"];
  for (const [entries, expected] of [[names, "allow"], [["src"], "ask"]]) {
    const context = contextWith({
      autonomy: "supervised",
      entries: () => entries as string[],
    });
    assert.equal(decide(asked(line), context).decision, expected);
  }
});

Deno.test("no variable, loop or folder hides what is done", () => {
  for (const command of hiding) {
    const { decision } = verdictOn(command, "assisted");
    assert.equal(decision, "ask", command);
  }
});

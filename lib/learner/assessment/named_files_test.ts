import assert from "node:assert/strict";
import { supervised } from "../testing.ts";

Deno.test("what looks at named files passes, in the project", () => {
  const looks = [
    "find src -name '*.go' | xargs wc -l",
    "find . -type f -print0 | xargs -0 sha256sum",
    "find . -name '*.ts' | head -5 | xargs cat",
    "find . -name '*.ts' -exec cat {} +",
    "find . -name '*.ts' -exec sed -n 1,5p {} \\;",
    "find src -name '*.json' -exec jq .name {} \\;",
    "find . -name '*.md' | xargs sed -n 1p",
    "git ls-files | xargs grep -l fetch",
    "git ls-files '*.ts' | sort -u | xargs head -3",
    "git diff --name-only main | xargs wc -l",
    "rg -l TODO src | xargs cat",
    "grep -rl TODO src | grep -v test | xargs -n1 head -2",
    "ls src | xargs -I % basename % .ts",
    "find \"$(go env GOROOT)\" -name '*.go' | head -1 | xargs grep -n x",
    "fd -e ts -x wc -l",
    "fd -t f --exec head -n 3 {} \\; src",
    "fd -t f | xargs -d '\\n' head -5",
    "xargs ls",
    "xargs -I F cat F",
    "xargs -0 -n 1 timeout 5 head",
    "xargs sh -c 'ls | wc -l'",
    "cat names.txt | xargs -I{} basename {}",
    "echo a b | xargs -n1 echo",
    "for d in src lib; do find $d -name '*.ts' | xargs grep -n TODO; done",
    "if test -d src; then find src -name '*.ts' | xargs cat; fi",
    "(cd src && find . -name '*.ts' | xargs cat)",
    "find src -name '*.ts' | (xargs grep TODO | sort)",
  ];
  for (const command of looks) {
    assert.equal(supervised(command), "allow", command);
  }
});

Deno.test("names from elsewhere lead to no content", () => {
  const reads = [
    "echo /home/dev/.ssh/id_rsa | xargs cat",
    "cat list.txt | xargs cat",
    "xargs cat < list.txt",
    "xargs cat <<< /home/dev/.ssh/id_rsa",
    "{ xargs cat; } < list.txt",
    "bash <<'EOF'\nxargs cat\necho .env\nEOF",
    "find . | sort; xargs grep . < list.txt",
    "find . | sort; cat list.txt | xargs grep .",
    "{ echo /home/dev/.ssh/id_rsa; find . -name x; } | xargs grep .",
    '{ find . -name "$(echo .env >&2)"; } 2>&1 | xargs cat',
    '{ find . -name "$(go env GOROOT >&2)"; } |& xargs cat',
    "(echo /home/dev/.ssh/id_rsa; find .) | xargs cat",
    "for f in .; do find $f; echo /etc/shadow; done | xargs grep .",
    "find . -name x -printf '/etc/shadow\\n' | xargs grep .",
    "find . -exec echo /etc/shadow \\; | xargs grep .",
    "ls -l | xargs cat",
    "find . -ls | xargs cat",
    "git ls-files --format=/etc/shadow | xargs grep .",
    "echo x | grep -l x --label=/etc/shadow | xargs grep .",
    "grep -l x --label=/etc/shadow <<< x | xargs grep .",
    "fd . --format /etc/shadow | xargs cat",
    "find . | sed s,.,/etc/shadow, | xargs cat",
    "find . | sort - /etc/shadow | xargs cat",
    "ls ~/.ssh | xargs cat",
    "ls -a ~ | xargs cat",
    "find ~ -name '*.txt' | xargs grep x",
    "find / -name x | xargs cat",
    "find . -name .env | xargs cat",
    "find . -name id_rsa -exec cat {} +",
    "fd --search-path=/home/dev . | xargs cat",
    "fd . /home/dev -x cat",
    "find /etc -name x | xargs cat",
    "xargs -a list.txt cat",
    "xargs -I{} cat /etc/{}",
    "xargs xargs cat < list.txt",
    "echo /etc/shadow | find . -maxdepth 0 -exec xargs cat \\;",
    "fzf --preview 'xargs cat'",
    "exec < list.txt; xargs cat",
    "while read x; do xargs cat; done < list.txt",
    "cat list.txt | if true; then xargs cat; fi",
    "cat list.txt | bash -c 'xargs cat'",
    "cat list.txt | timeout 5 xargs cat",
    "cat list.txt |& xargs cat",
    "cat list.txt > >(xargs cat)",
    "xargs cat < <(cat list.txt)",
    "xargs cat <&3",
    "f() { xargs cat; }; f < list.txt",
    "cat list.txt | fzf -m | xargs cat",
  ];
  for (const command of reads) {
    const tier = supervised(command);
    assert.ok(tier === "remote" || tier === "critical", `${command}: ${tier}`);
  }
});

Deno.test("what could run or write by a name never takes one", () => {
  const runs = [
    "find . | xargs rm",
    "find . -name '*.ts' | xargs prettier --write",
    "git ls-files | xargs rg foo",
    "git ls-files | xargs sed -n 1p",
    "git ls-files | xargs sort",
    "fd . | xargs jq .",
    "find . -exec xxd {} +",
    "find . -exec uniq {} +",
    "find . -exec sed -i s/a/b/ {} +",
    "find . -exec sort -o x {} +",
    "xargs rg foo",
    "xargs git log",
    "xargs git status",
    "xargs kubectl get",
    "xargs sh",
    "xargs env",
    "xargs -I{} {}",
    "xargs -I{} sh -c '{}'",
    "xargs sh -c '$0'",
    "xargs sh -c 'rm \"$1\"' x",
    "xargs -n1 sudo cat",
    "xargs -p cat",
    "xargs -o cat",
    "xargs",
    "xargs -0",
    "fd -x rm",
    "fd -X vim",
    "fd -e ts -x sh -c '{}'",
    "fd --exec=rm",
    "fd -Hx rm",
    "fd -x",
    "fd . -x cat {} \\; -x rm {}",
    "find . | xargs -I{} tee {}",
  ];
  for (const command of runs) {
    const tier = supervised(command);
    assert.ok(tier === "remote" || tier === "critical", `${command}: ${tier}`);
  }
});

Deno.test("all that a part of a pipe prints counts, not its last command", () => {
  for (
    const command of [
      "{ echo ~/.ssh/id_rsa; find src; } | xargs cat",
      "(find src; echo ~/.ssh/id_rsa | cat) | xargs cat",
      "{ echo ~/.ssh/id_rsa | cat; find src; } | xargs cat",
      "for d in ~ src; do find $d; done | xargs cat",
      "echo ~/.ssh/id_rsa | (find src | xargs cat)",
      "echo ~/.ssh/id_rsa | (true; xargs cat)",
      "find src | { cat; echo ~/.ssh/id_rsa; } | xargs cat",
      "find src | while read f; do echo ~/.ssh/id_rsa; done | xargs cat",
      "for d in ~/.ssh src; do find $d | xargs cat; done",
    ]
  ) assert.notEqual(supervised(command), "allow", command);
});

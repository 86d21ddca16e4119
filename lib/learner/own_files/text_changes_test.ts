import assert from "node:assert/strict";
import { parse } from "../../shell/mod.ts";
import { textChange } from "./text_changes.ts";

const world = { project: "/web", home: "/home/dev", resolve: String };

/** What a file holds after a line, before which it held `old`. */
function after(line: string): string | undefined {
  const { commands } = parse(line, { directory: "/web", home: "/home/dev" });
  const changes = commands.map((one) => textChange(one, world));
  return changes.find((one) => one?.path === "/web/a.py")?.after("old\n");
}

Deno.test("textChange() tells what commands leave in a file", () => {
  const cases: [string, string][] = [
    ["cat <<'X' > a.py\nnew\nX", "new\n"],
    ["cat > a.py <<'X'\nnew\nX", "new\n"],
    ["cat <<X > a.py\n\\$new\\n\nX", "$new\\n\n"],
    ["cat >> a.py <<'X'\nnew\nX", "old\nnew\n"],
    ["cat > a.py <<< new", "new\n"],
    ["tee a.py <<'X'\nnew\nX", "new\n"],
    ["tee -a a.py <<'X' > /dev/null\nnew\nX", "old\nnew\n"],
    ["echo new 'a  b' > a.py", "new a  b\n"],
    ["echo > a.py", "\n"],
    ["printf 'a\\n\\tb\\\\%%' > a.py", "a\n\tb\\%"],
    ["printf '%s\\n' 'a\\n%s' >> a.py", "old\na\\n%s\n"],
    ["sed -i 's/old/new/' a.py", "new\n"],
    ["sed -i -e s/o/0/ ./a.py", "0ld\n"],
    ["cd lib; sed -i s/o/0/ a.py", undefined!],
    ["true && (echo new > a.py)", "new\n"],
  ];
  for (const [line, text] of cases) assert.equal(after(line), text, line);
});

Deno.test("textChange() says nothing where anything else may come of it", () => {
  for (
    const line of [
      "cat <<X > a.py\n$new\nX",
      "cat b.py - <<'X' > a.py\nnew\nX",
      "cat <<'X' 2> a.py\nnew\nX",
      "cat <<'X' > a.py > b.py\nnew\nX",
      "cat 3<<'X' > a.py\nnew\nX",
      "cat -A <<'X' > a.py\nnew\nX",
      "cat <<'X' | tee a.py\nnew\nX",
      "tee a.py b.py <<'X'\nnew\nX",
      "tee -p a.py <<'X'\nnew\nX",
      "tee a.py <<'X' > b.py\nnew\nX",
      "echo -e new > a.py",
      "echo 'a\\nb' > a.py",
      "echo * > a.py",
      "echo $x > a.py",
      "echo new >& a.py",
      "echo new &> a.py",
      "echo new 2> a.py",
      "X=1 echo new > a.py",
      "env echo new > a.py",
      "echo new > a.py &",
      "for x in 1 2; do echo new >> a.py; done",
      "ls | echo new > a.py",
      "{ echo a; echo b; } > a.py",
      "(echo a; echo b) > a.py",
      "{ cat <<'X'\na\nX\necho b; } > a.py",
      "{ cat; cat; } <<'X' > a.py\na\nX",
      "if true; then echo a; fi > a.py",
      "while true; do echo a; done > a.py",
      "case x in x) echo a;; esac >> a.py",
      "bash -c 'echo a; echo b' > a.py",
      "{ { echo a; } ; echo b; } > a.py",
      "printf '%d' 1 > a.py",
      "printf 'a\\x41' > a.py",
      "printf 'a\\c' > a.py",
      "printf -v x new > a.py",
      "printf '%s' a b > a.py",
      "printf '%s' > a.py",
      "sed -n -i s/o/0/ a.py",
      "sed -i.bak s/o/0/ a.py",
      "sed -i '' s/o/0/ a.py",
      "sed -i s/o/0/ a.py b.py",
      "sed s/o/0/ a.py > a.py",
      "sed -E -i 's/(o)/0/' a.py",
      "sed -i 's/o/0/;d' a.py",
      "sed -i s/o/0/ $x",
    ]
  ) {
    assert.equal(after(line), undefined, line);
  }
});

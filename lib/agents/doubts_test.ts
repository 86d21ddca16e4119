import assert from "node:assert/strict";
import { doubtIn } from "./doubts.ts";

Deno.test("doubtIn trusts rows that can only mean one thing", () => {
  const plain = [
    ["npm test"],
    ["cat > a <<'EOF'", "one", "EOF", "chmod +x a"],
    ["cat <<A; cat <<B", "1", "A", "2", "B"],
    ["grep x <<< 'y'"],
    ["rm My\\ File"],
  ];
  for (const rows of plain) assert.equal(doubtIn(rows), undefined, rows[0]);
});

Deno.test("doubtIn wants the exact text where unseen characters decide", () => {
  const doubtful = [
    // An unseen space after the first A makes the second one the end.
    ["cat <<A", "A", "cat <<X", "A", "rm -rf ~", "X"],
    // A tab before the end counts, spaces do not.
    ["cat <<-A", "        A", "rm -rf ~"],
    ["cat <<$'A'", "A", "rm -rf ~"],
    ["echo a\ufffdb"],
    ["rm a\\      b"],
  ];
  for (const rows of doubtful) assert.ok(doubtIn(rows), rows.join("\n"));
});

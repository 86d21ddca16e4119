import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith, project } from "../testing.ts";

function decided(command: string, made = ""): string {
  return decide(
    asked(command),
    contextWith({
      autonomy: "assisted",
      made: (path) => path === `${project}/${made}`,
    }),
  ).decision;
}

Deno.test("Python runs a test of the project as pytest does", () => {
  assert.equal(decided("python tests/test_cart.py"), "allow");
  assert.equal(
    decided("cd lib && python3 -u shop/tests/unit/cart_test.py"),
    "allow",
  );
  for (
    const command of [
      "python test_cart.py",
      "python tests/cart.py",
      "python tests/test_cart.py --db real",
      "python tests/test_deploy.py",
      "python ../tests/test_cart.py",
      "python /tmp/tests/test_cart.py",
      "python node_modules/x/tests/test_cart.py < in.txt",
      "python tests/test_cart.pyc",
      "python -i tests/test_cart.py",
      "node tests/test_cart.py",
    ]
  ) {
    assert.equal(decided(command), "ask", command);
  }
  const fresh = "cat a > tests/test_cart.py; python tests/test_cart.py";
  assert.equal(decided(fresh), "ask");
  assert.equal(
    decided("python tests/test_cart.py", "tests/test_cart.py"),
    "ask",
  );
});

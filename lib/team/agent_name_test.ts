import assert from "node:assert/strict";
import { checkedName, nameOfFolder } from "./agent_name.ts";

Deno.test("checkedName() refuses what breaks a file, a session or a shell", () => {
  const bad = ["", "a/b", "../x", "a b", "a:b", "a.b", "-x", "$(id)", "a\nb"];
  for (const name of [...bad, "x".repeat(64)]) {
    assert.throws(() => checkedName(name), /cannot be an agent's name/, name);
  }
  assert.equal(checkedName("web_2-QA"), "web_2-QA");
});

Deno.test("nameOfFolder() always gives a name that may be used", () => {
  for (
    const path of ["/", "/srv/日本", "/a/.hidden", "/x/" + "y".repeat(200)]
  ) {
    checkedName(nameOfFolder(path));
  }
  assert.equal(nameOfFolder("/srv/.config"), "config");
});

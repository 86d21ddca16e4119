import assert from "node:assert/strict";
import { identityOf, isPast } from "./server_key.ts";

Deno.test("isPast() tells a restarted server from another one", () => {
  assert.equal(isPast("/tmp/a b/s 10 100", "/tmp/a b/s 11 200"), true);
  assert.equal(isPast("/tmp/a b/s 10 100", "/tmp/a b/s 10 100"), false);
  assert.equal(isPast("/tmp/a 10 100", "/tmp/b 11 200"), false);
});

Deno.test("identityOf() is what tmux itself says of a server", () => {
  assert.equal(identityOf("/tmp/a b/s 10 100"), "10 100");
});

import assert from "node:assert/strict";
import { readAddress } from "./address.ts";

Deno.test("readAddress() reads plain addresses", () => {
  assert.deepEqual(readAddress("http://localhost:3000/api?x=1"), {
    scheme: "http",
    host: "localhost",
    port: 3000,
    isLocal: true,
    hasQuery: true,
  });
  assert.equal(readAddress("127.0.0.1:8080")?.isLocal, true);
  assert.equal(readAddress("http://[::1]:8080/")?.isLocal, true);
  assert.equal(readAddress("https://API.example.com")?.host, "api.example.com");
  assert.equal(readAddress("https://example.com")?.port, 443);
  assert.equal(readAddress("https://example.com/a")?.isLocal, false);
});

Deno.test("readAddress() refuses what can be read in several ways", () => {
  const riddles = [
    "http://localhost:3000@example.com/",
    "http://user:pass@localhost/",
    "http://localhost\\@example.com/",
    "http://localhost#@example.com/",
    "http://localhost:3000\t/",
    "{localhost,example.com}:3000",
    "http://example.com/[1-3]",
    "file:///etc/passwd",
    "gopher://localhost:6379/_x",
    "ftp://localhost/",
    "//localhost/",
    "http:localhost",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest",
    "http://[::ffff:169.254.169.254]/",
    "http://localhost:99999/",
    "http://localhost:2375/containers/json",
    "http://localhost:9222/json",
    "http://localhost:6379",
    "http://intranet/",
    "http://exa mple.com/",
    "http://ex\u0430mple.com/",
    "",
    "-o",
  ];
  for (const text of riddles) {
    assert.equal(readAddress(text), undefined, text);
  }
});

Deno.test("a host that only begins like this machine is not this machine", () => {
  assert.equal(readAddress("localhost.example.com")?.isLocal, false);
  assert.equal(readAddress("http://127.0.0.1.example.com")?.isLocal, false);
});

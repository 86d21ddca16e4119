import assert from "node:assert/strict";
import { neverPasses, supervised } from "../testing.ts";

Deno.test("flags of curl that only say how to read do not make it riskier", () => {
  const reads = [
    "curl -r 0-99 https://example.org/a",
    "curl --range 0-99 https://example.org/a",
    "curl -z 'Jan 1 2026' https://example.org/a",
    "curl --http3 --tls-max 1.3 --limit-rate 1M https://example.org/a",
    "curl -Z https://example.org/a https://example.org/b",
    "wget -q --spider --max-redirect=0 https://example.org/a",
    "wget -qO- --max-redirect=0 https://example.org/a https://example.org/b",
  ];
  for (const command of reads) {
    assert.equal(supervised(command), "fetch", command);
  }
});

Deno.test("what goes to several places, or elsewhere, is never learned", () => {
  neverPasses(`
    curl https://example.org/a https://example.com/b
    curl http://localhost:3000/a https://example.com/b
    curl --parallel https://example.org/a https://example.org:8443/b
    curl https://example.org/a $OTHER
    curl -L https://example.org/a https://example.org/b
    curl -d a=b https://example.org/a https://example.org/b
    curl --proxy http://example.com https://example.org/a
    curl --resolve example.org:443:10.0.0.1 https://example.org/a
    curl --xattr -O https://example.org/a
    wget -qO- --max-redirect=5 https://example.org/a
    wget -qO- --max-redirect=0 --max-redirect=5 https://example.org/a
    wget -qO- https://example.org/a
    wget --max-redirect=0 https://example.org/a
    wget -O- --max-redirect=0 https://example.org/a https://example.com/b
    wget -O- --max-redirect=0 -i urls.txt https://example.org/a
    wget -O- --max-redirect=0 --post-file=a https://example.org/a
  `);
});

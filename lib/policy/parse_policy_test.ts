import assert from "node:assert/strict";
import { OrchError } from "../errors/mod.ts";
import { parsePolicy } from "./parse_policy.ts";

function faultIn(text: string): string {
  try {
    parsePolicy(text, "orch.yaml");
  } catch (error) {
    assert.ok(error instanceof OrchError, String(error));
    assert.equal(error.exitCode, 2);
    return error.message;
  }
  throw new Error(`no fault in ${JSON.stringify(text)}`);
}

Deno.test("parsePolicy() reads what people lay down", () => {
  const text = `# for all agents here
allow:
  - git push origin *
  - "npm run deploy: *"
ask: []
deny:
  - git push --force *
secrets:
  - config/prod/**
tools:
  shipit:
    tier: read
    does: asks the deployment
    flags: -v -n:number --color?
    operands: word read*
    subcommands:
      down: { tier: remote, does: stops everything }
  git:
    tier: read
    does: asks git
    subcommands:
      commit: { tier: remote, does: commits }
`;
  const policy = parsePolicy(text, "orch.yaml");
  assert.deepEqual(policy.allow, ["git push origin *", "npm run deploy: *"]);
  assert.deepEqual(policy.deny, ["git push --force *"]);
  assert.deepEqual(policy.secrets, ["config/prod/**"]);
  assert.equal(policy.tools?.["shipit"]?.subcommands?.["down"]?.tier, "remote");
});

Deno.test("parsePolicy() leaves what other parts of orch read alone", () => {
  const policy = parsePolicy(
    "projects:\n  web: { path: ~/web, agents: [a, b] }\nautonomy: assisted\n",
    "orch.yaml",
  );
  assert.deepEqual(policy.allow, undefined);
  assert.deepEqual(parsePolicy("", "orch.yaml"), {});
  assert.deepEqual(parsePolicy("# nothing\nallow:\n", "orch.yaml"), {});
});

Deno.test("parsePolicy() says where a fault is and what was meant", () => {
  const faults: [string, RegExp][] = [
    [
      "deny: []\nalow:\n  - x\n",
      /^orch\.yaml:2:1: `alow` is not known; did you mean `allow`\?$/,
    ],
    ["zebra: 1\n", /:1:1: `zebra` is not known$/],
    ["allow: git push\n", /:1:8: `allow` must be a list/],
    ["allow:\n  - git push\n  - 12\n", /:3:5: `allow\.1` must be a text/],
    ["allow:\n  - npm run x: y\n", /:2:5: `allow\.0` must be a text, in quo/],
    ['allow:\n  - "*"\n', /:2:5: `allow\.0` must begin with what is allowed/],
    ["allow:\n  - * x\n", /:2:6: .*may need quotes/],
    ["allow:\n  - ''\n", /must not be empty/],
    ['deny: ["a\\u0000b"]\n', /must not hold control characters/],
    ["secrets: ['/']\n", /:1:11: `secrets\.0` must name something/],
    [
      "tools:\n  x: { teir: read, does: y }\n",
      /:2:8: `teir` is not known; did you mean `tier`\?/,
    ],
    [
      "tools:\n  x: { tier: read, does: y, flgs: '-a' }\n",
      /:2:29: `flgs` is not known; did you mean `flags`\?/,
    ],
    ["tools:\n  x: { tier: safe, does: y }\n", /:2:14: .*must be one of read/],
    ["tools:\n  a/b: { tier: read, does: y }\n", /:2:3: .*a program's name/],
    [
      "tools:\n  x: { tier: read, does: y, operands: paths* }\n",
      /:2:39: .*must be kinds such as/,
    ],
    [
      "tools:\n  x: { tier: read, does: y, flags: '-a:path' }\n",
      /must be flags such as/,
    ],
    [
      "tools:\n  x:\n    tier: read\n    does: y\n    subcommands:\n" +
      "      a: { tier: read, does: y, open: 1 }\n",
      /:6:39: .*must be true or false/,
    ],
    [
      "tools:\n  git:\n    tier: read\n    does: y\n    flags: -x\n",
      /:5:5: `git` is known already and can only be made stricter/,
    ],
    [
      "tools:\n  sudo: { tier: read, does: y, operands: word* }\n",
      /`sudo` is known already/,
    ],
  ];
  for (const [text, fault] of faults) assert.match(faultIn(text), fault, text);
});

Deno.test("parsePolicy() refuses what YAML allows and nobody needs here", () => {
  const faults: [string, RegExp][] = [
    ["allow: [a]\nallow: [b]\n", /:2:1: duplicated mapping key/],
    ["allow:\n\t- a\n", /:2:1: tab characters/],
    ["deny: &x [a]\nallow: *x\n", /:2:9: aliases are not supported/],
    ["tools: &x\n  a: *x\n", /aliases are not supported/],
    ["--- {}\n--- {}\n", /several documents/],
    ["allow: !!js/function 'x'\n", /unknown scalar tag/],
    [`allow: ${"[".repeat(50)}${"]".repeat(50)}\n`, /nested too deep/],
    ["- a\n", /:1:1: it must hold keys/],
    ["just text\n", /:1:1: it must hold keys/],
    ["__proto__: { allow: [x] }\n", /:1:1: `__proto__` is not known/],
    ["allow: [a\n", /orch\.yaml:2:1: /],
    ["? [a]\n: b\n", /not known|keys/],
    [`deny:\n${"  - a\n".repeat(1001)}`, /must not hold more than 1000/],
  ];
  for (const [text, fault] of faults) assert.match(faultIn(text), fault, text);
});

Deno.test("aliases that stand for very much are refused at once", () => {
  const rows = Array.from(
    { length: 30 },
    (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]`,
  );
  rows[0] = "a0: &a0 [x]";
  const before = performance.now();
  assert.match(faultIn(`${rows.join("\n")}\n`), /aliases are not supported/);
  assert.ok(performance.now() - before < 1000);
});

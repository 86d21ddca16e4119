import assert from "node:assert/strict";
import { decide } from "../../decide.ts";
import { contextWith, neverPasses } from "../../testing.ts";

function written(path: string) {
  return decide({ kind: "write", path, complete: true }, contextWith())
    .decision;
}

Deno.test("nobody writes unseen what these tools load", () => {
  neverPasses(`
    echo x > rust-toolchain.toml
    echo x > ansible.cfg
    cp evil .terraform/providers/x
    echo x > .terraform.lock.hcl
    echo x > Brewfile
  `);
});

Deno.test("what is loaded, deployed or told to agents is not written unasked", () => {
  for (
    const path of [
      "flake.nix",
      "shell.nix",
      "devbox.json",
      "mise.local.toml",
      "mise.ci.toml",
      "pnpm-workspace.yaml",
      "Taskfile.dist.yml",
      "gradlew",
      "mvnw",
      "gradle/wrapper/gradle-wrapper.properties",
      "netlify.toml",
      "vercel.json",
      "cloudbuild.yaml",
      "buildspec-test.yml",
      "release.config.mjs",
      "CRUSH.md",
      "OPENCODE.md",
      "skills/review/SKILL.md",
      "mcp.json",
    ]
  ) assert.equal(written(path), "ask", path);
});

Deno.test("what only looks like it is", () => {
  for (
    const path of [
      "src/flake.ts",
      "docs/mise.md",
      "src/release.ts",
      "docs/skills.md",
      "src/vercel.ts",
      "pnpm-lock.yaml",
    ]
  ) assert.equal(written(path), "allow", path);
});

import assert from "node:assert/strict";
import type { Option, Request } from "../agents/mod.ts";
import { judgeTrust } from "./folder_trust.ts";

const yes: Option = { key: undefined, label: "Yes", meaning: "once" };
const no: Option = { key: undefined, label: "No", meaning: "deny" };

async function withProject(
  run: (
    project: string,
    decide: (
      change: Partial<Request>,
      directory?: string,
    ) => Promise<string | undefined>,
  ) => Promise<void>,
): Promise<void> {
  const home = await Deno.realPath(
    await Deno.makeTempDir({ prefix: "orch-trust-" }),
  );
  const project = `${home}/shop`;
  await Deno.mkdir(project);
  try {
    await run(project, async (change, directory) => {
      const request: Request = {
        kind: "trust",
        path: project,
        complete: true,
        options: [no, yes],
        selected: 0,
        fingerprint: "",
        evidence: [],
        ...change,
      };
      const verdict = await judgeTrust(request, {
        project,
        home,
        directory: () => Promise.resolve(directory),
      });
      return verdict?.decision;
    });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("judgeTrust() trusts the folder that was named, and no other", () =>
  withProject(async (project, decide) => {
    assert.equal(await decide({}), "allow");
    assert.equal(await decide({ path: "~/shop" }), "allow");
    const others = [
      `${project}/`,
      `${project}/sub`,
      `${project}2`,
      `${project}/../shop`,
      project.slice(0, project.lastIndexOf("/")),
      "/",
      "~",
      "~other/shop",
      "",
    ];
    for (const path of others) {
      assert.equal(await decide({ path }, project), undefined, path);
    }
    // Once more through a link, which a dialog may show as it is.
    await Deno.symlink(project, `${project}-link`);
    assert.equal(await decide({ path: `${project}-link` }), undefined);
  }));

Deno.test("judgeTrust() takes a bare name only from a program that runs there", () =>
  withProject(async (project, decide) => {
    assert.equal(await decide({ path: "shop" }, project), "allow");
    assert.equal(await decide({ path: "shop" }, `${project}/shop`), undefined);
    assert.equal(await decide({ path: "shop" }), undefined);
    assert.equal(await decide({ path: "sho" }, project), undefined);
  }));

Deno.test("judgeTrust() answers nothing else, and nothing that is not whole", () =>
  withProject(async (project, decide) => {
    for (const kind of ["startup", "command", "question", "plan"] as const) {
      assert.equal(await decide({ kind }), undefined, kind);
    }
    assert.equal(await decide({ complete: false }), undefined);
    assert.equal(await decide({ options: [] }), undefined);
    assert.equal(await decide({ options: [yes, yes] }), undefined);
    const always: Option = { ...yes, meaning: "always" };
    assert.equal(await decide({ options: [always, no] }), undefined);
    await Deno.remove(project);
    await Deno.symlink("/tmp", project);
    assert.equal(await decide({}), undefined);
  }));

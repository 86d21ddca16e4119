import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { asked, contextWith } from "../testing.ts";

function verdictOf(command: string): string {
  const { decision, tier } = decide(asked(command), contextWith());
  return decision === "allow" ? decision : tier;
}

Deno.test("documentation is built with settings that load nothing", () => {
  for (
    const command of [
      "sphinx-build -M html docs docs/_build",
      "sphinx-build -b html -D master_doc=start -D version='1 b' docs out",
      "sphinx-build -C -D extensions=sphinx.ext.autodoc,sphinx.ext.todo docs out",
      "sphinx-apidoc -f -o docs/api src",
      "sphinx-quickstart -q -p Web -a Ann -v 1 docs",
      "pyreverse -o dot -p web src",
      "rsvg-convert -w 16 icon.svg -o icon.png",
    ]
  ) assert.equal(verdictOf(command), "allow", command);
  for (
    const command of [
      "sphinx-build -M clean docs docs/_build",
      "sphinx-build -Mclean docs docs/_build",
      "sphinx-build -D extensions=evil docs out",
      "sphinx-build -D master_doc=a -D graphviz_dot=./x docs out",
      "sphinx-build --define=imgmath_latex=./x docs out",
      "sphinx-build -D $x docs out",
      "sphinx-build -b html docs /srv/out",
      "sphinx-build -c /srv docs out",
      "sphinx-apidoc --templatedir=evil -o docs src",
      "sphinx-apidoc -o /srv src",
      "sphinx-quickstart --extensions=evil docs",
      "sphinx-quickstart -q -p $x docs",
      "pyreverse -d /srv src",
      "cd /srv && pyreverse src",
      "rsvg-convert ~/.ssh/id_rsa",
      "rsvg-convert icon.svg -o /srv/icon.png",
    ]
  ) assert.match(verdictOf(command), /remote|critical/, command);
});

Deno.test("a tool takes its settings from a file of the project as it is", () => {
  let version = "1";
  const context = contextWith({ fingerprint: () => version });
  for (
    const [tool, other] of [
      ["pylint --rcfile=lint.rc src", "pylint --rcfile=lint.rc lib"],
      ["eslint -c my.config.js src", "eslint -c my.config.js lib"],
      ["pytest -c test.ini -q", "pytest -c test.ini -q tests"],
      ["golangci-lint run -c ci.yml", "golangci-lint run -c ci.yml"],
      ["jest --config jest.js", "jest --config=jest.js"],
    ] as const
  ) {
    version = "1";
    assert.equal(decide(asked(tool), context).decision, "ask", tool);
    const { rules } = learn(asked(tool), "approved", context);
    const also = learn(asked(other), "approved", { ...context, rules }).rules;
    const after = (line: string) =>
      decide(asked(line), { ...context, rules: also }).decision;
    assert.equal(after(tool), "allow", tool);
    assert.equal(after(`echo x > a.txt; ${other}`), "allow", other);
    const [, file = ""] = /([\w.]+\.\w+)/.exec(tool) ?? [];
    assert.equal(after(`echo x > ${file}; ${tool}`), "ask", tool);
    version = "2";
    assert.equal(after(tool), "ask", tool);
  }
  for (
    const command of [
      "pylint --rcfile=/srv/lint.rc src",
      "pylint --rcfile=$x src",
      'jest --config \'{"setupFiles":["/tmp/x.js"]}\'',
      "jest -c a.js --config b.js",
      "eslint -c @evil/config src",
      "mypy --config-file=../mypy.ini src",
      "black --config .git/config.toml src",
    ]
  ) assert.match(verdictOf(command), /remote|critical/, command);
});

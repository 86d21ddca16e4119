import type { ToolFacts, ToolMode } from "../assessment/mod.ts";
import { runs } from "./tool_kinds.ts";

const builds = "builds the documentation";

/**
 * Settings that change what is written and load nothing; of extensions those
 * that come with Sphinx.
 */
const harmlessDefinition =
  /^((master_doc|root_doc|project|copyright|author|version|release|language|nitpicky|numfig|html_title|html_short_title|today|highlight_language|pygments_style|keep_warnings|suppress_warnings|add_module_names|show_authors|add_function_parentheses|todo_include_todos|autosummary_generate|(autodoc|napoleon|python)_[a-z_]+)=[\w.,: -]*|extensions=sphinx\.ext\.\w+(,sphinx\.ext\.\w+)*)$/;

const modes: readonly ToolMode[] = [
  { with: "-M=clean", tier: "remote", does: "empties a folder" },
  {
    with: "-D --define",
    value: harmlessDefinition,
    tier: "project",
    does: builds,
  },
  {
    with: "-D --define",
    tier: "critical",
    does: "sets what the documentation is built with, which can run programs",
  },
];

/**
 * Sphinx's tools. They load what `conf.py` says, which is the project's own
 * code. Source: the manual pages of Sphinx 8.
 */
export const sphinxTools: Readonly<Record<string, ToolFacts>> = {
  "sphinx-build": {
    ...runs(
      builds,
      "-b:word -M:word -q -W -n -a -E -T -v -vv -j:word -Q -N -C -D: -d:write -t:name -w:write -c:inside --builder:word --define: --isolated --jobs:word --fresh-env --write-all --nitpicky --show-traceback --keep-going --fail-on-warning --exception-on-warning --color --no-color --quiet --silent --verbose --version --help -h",
      "-A -P --pdb --doctree-dir --conf-dir --html-define",
    ),
    operands: "inside write inside*",
    modes,
  },
  "sphinx-apidoc": {
    ...runs(
      "writes pages about the project's modules",
      "-o:write -f -d:number -e -E -M -n -P -T -l -q -s:word -F -a -H: -A: -V: -R: -h --output-dir:write --force --maxdepth:number --separate --no-headings --module-first --dry-run --private --no-toc --follow-links --suffix:word --implicit-namespaces --tocfile:name --full --append-syspath --doc-project: --doc-author: --doc-version: --doc-release: --remove-old --quiet --help --version",
      "-t --templatedir --extensions",
    ),
  },
  "sphinx-quickstart": {
    ...runs(
      "starts a documentation",
      "-q -p: -a: -v: -r: -l:word -m -M -h --quiet --project: --author: --release: --language:word --suffix:word --master:word --epub --dot:word --sep --no-sep --ext-autodoc --ext-doctest --ext-intersphinx --ext-todo --ext-coverage --ext-imgmath --ext-mathjax --ext-ifconfig --ext-viewcode --ext-githubpages --makefile --no-makefile --batchfile --no-batchfile --use-make-mode --no-use-make-mode --help --version",
      "-t -d --templatedir --extensions",
    ),
    operands: "write",
  },
};

import type { ToolFacts } from "../assessment/mod.ts";

/**
 * What fzf does to let someone choose a line. Left out is what runs a program,
 * opens a port, starts a pager or a terminal, or writes elsewhere.
 *
 * Source: fzf(1) of version 0.65.
 */
export const fzf: ToolFacts = {
  tier: "read",
  does: "lets a line be chosen",
  flags:
    "-x -e -i -m -0 -1 -2 -n: -d: -q: -f: --extended --no-extended --exact --no-exact --ignore-case --no-ignore-case --smart-case --literal --no-literal --scheme:word --algo:word --nth: --with-nth: --accept-nth: --delimiter: --disabled --enabled --no-sort --sort? --tail: --no-tail --tac --no-tac --track --no-track --tiebreak: --multi? --no-multi --mouse --no-mouse --bind: --cycle --no-cycle --wrap? --no-wrap --wrap-sign: --multi-line --no-multi-line --raw --no-raw --gap? --no-gap --gap-line? --no-gap-line --freeze-left:number --freeze-right:number --keep-right --no-keep-right --scroll-off:number --hscroll --no-hscroll --hscroll-off:number --jump-labels: --gutter: --gutter-raw: " +
    "--height: --no-height --min-height: --layout:word --reverse --no-reverse --margin: --no-margin --padding: --no-padding --border? --no-border --border-label: --no-border-label --border-label-pos: --list-border? --no-list-border --list-label: --no-list-label --list-label-pos: --input-border? --no-input-border --input-label: --input-label-pos: --no-input --info: --no-info --prompt: --ghost: --pointer: --marker: --marker-multi-line: --scrollbar? --no-scrollbar --separator: --no-separator --unicode --no-unicode --ellipsis: --ansi --no-ansi --tabstop:number --highlight-line --no-highlight-line --bold --no-bold --black --no-black --color? --no-color --style: --filepath-word --no-filepath-word " +
    "--header: --no-header --header-lines: --no-header-lines --header-first --no-header-first --header-border? --no-header-border --header-label: --header-label-pos: --header-lines-border? --no-header-lines-border --footer: --no-footer --footer-border? --no-footer-border --footer-label: --footer-label-pos: " +
    "--preview: --no-preview --preview-window: --preview-border? --no-preview-border --preview-label: --preview-label-pos: --preview-wrap-sign: " +
    "--query: --select-1 --no-select-1 --exit-0 --no-exit-0 --filter: --print-query --no-print-query --expect: --no-expect --read0 --no-read0 --print0 --no-print0 --clear --no-clear --sync --no-sync --async --history:write --history-size:number --walker: --walker-root:here --walker-skip: --bash --zsh --fish --version --help -h -C -s? --no-winpty --ambidouble --no-ambidouble --extended-exact --phony --no-phony --inline-info --no-inline-info --no-info-command --no-256 --no-history --no-listen --no-listen-unsafe --no-tmux --no-tty-default",
  // Some options take the word behind them, if there is one.
  operands: "names*",
};

/** The short switches that turn something off. */
export const fzfSwitches = /^\+[a-z0-9]$/;

/**
 * An action of a binding that shows what a program prints, and the program's
 * text, which reaches to the end.
 */
export const showingAction =
  /(?:^|[:+,])(?:(?:bg-)?transform-(?:border-label|footer|footer-label|ghost|header|header-label|input-label|list-label|nth|pointer|preview-label|prompt|query|search)|preview|change-preview):(.*)$/s;

const plainAction =
  "(?:abort|accept(?:-[a-z-]+)?|backward-[a-z/-]+|beginning-of-line|bell|best|cancel|clear-[a-z-]+|close|delete-char(?:/eof)?|deselect(?:-all)?|disable-search|down(?:-[a-z]+)?|enable-search|end-of-line|exclude(?:-multi)?|first|forward-[a-z-]+|half-page-(?:up|down)|hide-[a-z-]+|ignore|jump|kill-[a-z-]+|last|next-(?:history|selected)|offset-[a-z-]+|page-(?:up|down)|prev(?:ious)?-(?:history|selected)|preview-(?:up|down|page-up|page-down|half-page-up|half-page-down|top|bottom)|print-query|put|refresh-preview|replace-query|select(?:-all)?|show-[a-z-]+|toggle(?:-[a-z-]+)?|top|track(?:-current)?|unix-[a-z-]+|untrack-current|up(?:-[a-z]+)?|yank)";

const argumentAction =
  "(?:change-(?:border-label|footer|ghost|header|header-label|input-label|list-label|multi|nth|pointer|preview-label|preview-window|prompt|query)|pos|print|put|rebind|search|toggle-bind|trigger|unbind)\\([^()]*\\)";

const action = `(?:${argumentAction}|${plainAction})`;
const binding = `[^,:()+\\s]+:${action}(?:\\+${action})*`;

/** Bindings that only move about, choose and relabel. */
export const plainBindings: RegExp = new RegExp(`^${binding}(?:,${binding})*$`);

/** What may stand before a {@linkcode showingAction}. */
export const beforeShowing: RegExp = new RegExp(
  `^(?:${binding},)*[^,:()+\\s]+(?::${action}(?:\\+${action})*)?$`,
);

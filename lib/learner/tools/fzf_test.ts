import assert from "node:assert/strict";
import { supervised } from "../testing.ts";

Deno.test("fzf passes while it only lets a line be chosen", () => {
  const chooses = [
    "fzf",
    "git branch | fzf -m --height 40% --reverse",
    "ls | fzf +s -q src --select-1",
    "git log --oneline | fzf --ansi --no-sort --preview-window=right:50%",
    'git branch | fzf --query "$NAME"',
    "fzf --filter=main",
    "fzf --bind 'ctrl-a:select-all,ctrl-d:deselect-all+first'",
    "fzf --bind=ctrl-/:toggle-preview --bind 'ctrl-p:change-prompt(x> )'",
    "fzf --preview 'head -n 20 {}'",
    "rg -l TODO src | fzf --preview='bat --color=always {} | head -50'",
    "fzf --bind=focus:transform-header:file\\ {}",
    "fzf --walker-root=src --walker-skip=.git",
    "fzf --border rounded --multi 5",
    "fzf --zsh",
  ];
  for (const command of chooses) {
    assert.equal(supervised(command), "allow", command);
  }
});

Deno.test("fzf asks each time where a key or option runs something", () => {
  const runs = [
    "fzf --preview 'rm {}'",
    "fzf --preview 'cat {}; rm x'",
    "fzf --preview 'cat \"{}\"'",
    "fzf --preview \"cat '{}'\"",
    "fzf --preview 'cat {r}'",
    "fzf --preview '{}'",
    "fzf --preview 'sh -c {}'",
    "fzf --preview 'cat {} > out'",
    "fzf --preview 'cat $(ls)'",
    "fzf --preview 'X=1 cat {}'",
    "fzf --preview ~/x",
    "fzf --preview $P",
    'fzf --preview "cat $P"',
    "fzf --preview '/tmp/x {}'",
    "cat list.txt | fzf --preview 'cat {}'",
    "fzf --preview 'cat {}' < list.txt",
    "fzf --preview 'rg foo {}' < list.txt",
    "fzf --bind 'enter:execute(vim {})'",
    "fzf --bind 'enter:execute-silent:ls'",
    "fzf --bind 'enter:become(ls)'",
    "fzf --bind 'ctrl-r:reload(ls)'",
    "fzf --bind 'ctrl-r:reload:ls'",
    "fzf --bind 'start:transform:echo execute:ls'",
    "fzf --bind 'start:transform(ls)'",
    "fzf --bind 'start:preview(rm x)'",
    "fzf --bind 'start:transform-header(rm x)'",
    "fzf --bind 'start:transform-header:rm x'",
    "fzf --bind 'a:put(x),b:execute(ls),c:preview:ls'",
    "fzf --bind 'ctrl-a:select-all+execute(ls)'",
    "fzf --bind 'a:toggle-sort+execute'",
    "fzf --bind $B",
    "fzf --listen",
    "fzf --listen=6266",
    "fzf --listen-unsafe",
    "fzf --with-shell='./x -c'",
    "fzf --info-command=./x",
    "fzf --history=/etc/x",
    "fzf --profile-cpu=x",
    "fzf --tmux",
    "fzf --man",
    "fzf $X",
    'fzf "$X"',
    "fzf -q $X",
    "fzf --unheard-of",
    "fzf -q +s --listen-unsafe",
    "fzf --query +x --with-shell=./x --preview ls",
    "fzf -q --bind enter:execute:ls",
    "fzf --border --listen-unsafe",
    "fzf --walker-root src ~/.ssh",
    "FZF_DEFAULT_OPTS='--bind=enter:execute:x' fzf",
    "FZF_DEFAULT_COMMAND=./x fzf",
  ];
  for (const command of runs) {
    const tier = supervised(command);
    assert.ok(tier === "remote" || tier === "critical", `${command}: ${tier}`);
  }
});

import { asksFirst, neverPasses, passes } from "../testing.ts";

Deno.test("Homebrew may be asked, not changed", () => {
  passes(`
    brew info --json=v2 wget
    brew outdated --greedy
    brew --prefix openssl@3
    brew deps --tree wget
    brew reinstall --help
    brew cat wget
    brew tap
    brew bundle check
    brew bundle list --formula
  `);
  neverPasses(`
    brew tap evil/tap
    brew bundle
    brew bundle --force check
    brew bundle list --file=/tmp/evil
    brew bundle check --global
    brew bundle exec list
    cd /tmp && brew bundle list
    brew services stop web
    brew analytics off
    brew evil --help
    brew search --desc "$WORD"
  `);
  asksFirst(`
    brew info evil/tap/tool
    brew info --github wget
    brew deps --graph wget
    brew fetch wget
    brew home wget
  `);
});

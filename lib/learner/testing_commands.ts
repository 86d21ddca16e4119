/** Gives a whole number below another, by chance. */
export type Random = (below: number) => number;

/**
 * A generator of numbers that gives the same ones for the same seed.
 *
 * @param seed The seed.
 * @returns The generator.
 */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Grammar = Readonly<Record<string, readonly string[]>>;

/** Commands of every kind, from harmless to not; `<name>` stands for a rule. */
const grammar: Grammar = {
  line: [
    "<command>",
    "<command>",
    "<command> && <command>",
    "<command>; <command>",
    "<command> | <filter>",
    "cd <folder> && <command>",
    "<variable>=<value> <command>",
    "<command> > <file>",
    "<command> 2>&1 | tail -<number>",
    "timeout <number> <command>",
    "bash -c '<plain>'",
    'echo "$(<plain>)"',
    "<wrapper> <command>",
    "find <folder> -name '*.ts' -exec <plain> {} +",
    "<plain> | xargs <plain>",
    "V=<file>; <variable-use>",
    "V=<folder> && <variable-use>",
    "V=<file>; <command> && V=<file>; <variable-use>",
    "export V=<value>; <command>; <variable-use>",
    "for V in <file> <file>; do <variable-use>; done",
    "for V in <folder>/*; do <variable-use>; <command>; done",
    "if <plain>; then V=<file>; else V=<file>; fi; <variable-use>",
    "V=$(<plain>); <variable-use>",
    "V=$(mktemp -d) && <variable-use>",
    "cd <folder>; <plain>; cd <folder> && <command>",
    "cat > <file> <<'EOF'\n<plain>\nEOF",
    "cat > <file> <<EOF && <script>\n<value>\nEOF",
    "(cd <folder> && <command>); <command>",
  ],
  "variable-use": [
    'cat "$V"',
    "cat $V",
    'ls "$V"/*.ts',
    'rm -f "$V"',
    'cp "$V" <file>',
    'echo x > "$V"',
    "echo x >> $V/a.txt",
    'git diff -- "$V"',
    'cd "$V" && <plain>',
    "$V <value>",
    'bash "$V"',
    "npm run $V",
    'curl "$V"',
    "./$V",
  ],
  command: ["<plain>", "<plain>", "<tool>", "<network>", "<script>", "<lossy>"],
  plain: [
    "ls <flag> <folder>",
    "cat <file>",
    "grep -rn <flag> todo <folder>",
    "git <git>",
    "sed <sed> <file>",
    "cp <file> <file>",
    "mv <file> <file>",
    "rm <flag> <file>",
    "mkdir -p <folder>",
    "sort <flag> <file>",
    "echo <value>",
  ],
  tool: [
    "npm <npm> <flag>",
    "go <go> <flag> ./...",
    "cargo <cargo> <flag>",
    "pytest <flag> <file>",
    "make <task>",
    "eslint <flag> <folder>",
    "frobnicate <flag> <file>",
  ],
  network: [
    "curl <flag> <address>",
    "curl -X <method> -d <value> <address>",
    "wget -qO- <address>",
    "npx <value>",
    "pip install <flag> <value>",
    "docker <docker>",
  ],
  script: [
    "python <file> <value>",
    "./<file>",
    "node <file> <flag>",
    "python -c <value>",
  ],
  lossy: [
    "git push <flag>",
    "git reset <flag>",
    "rm -rf <folder>",
    "sudo <plain>",
    "kill <number>",
    "ssh host <plain>",
  ],
  filter: [
    "head -<number>",
    "wc -l",
    "grep <value>",
    "sh",
    "tee <file>",
    "python3",
  ],
  wrapper: ["sudo", "nohup", "env", "xargs", "exec", "nice", "setsid"],
  git: [
    "status",
    "log -<number>",
    "diff <flag>",
    "commit -m <value>",
    "checkout <value>",
    "checkout -- <file>",
    "fetch origin",
    "push",
    "-c core.pager=<file> log",
    "-C <folder> status",
    "stash <stash>",
  ],
  stash: ["", "pop", "drop", "clear"],
  npm: ["test", "run <task>", "install", "install <value>", "ci", "publish"],
  go: ["test", "build", "vet", "run", "generate", "install"],
  cargo: ["test", "build", "publish", "install"],
  docker: ["ps", "run --rm alpine ls", "rm -f web", "logs web"],
  task: ["test", "build", "dev", "deploy", "lint", "seed"],
  sed: ["-n '1,5p'", "-i 's/a/b/'", "'s/a/b/e'", "'w x'"],
  method: ["GET", "POST", "DELETE"],
  flag: [
    "",
    "-v",
    "-q",
    "-f",
    "--force",
    "-o <file>",
    "--config=<file>",
    "-r",
    "-la",
    "--hard",
    "-exec <file>",
    "--fix",
    "-p <value>",
    "--upload-file <file>",
  ],
  folder: [
    ".",
    "src",
    "docs",
    "/tmp",
    "~",
    "/etc",
    "..",
    "dist",
    ".git",
    "$DIR",
  ],
  file: [
    "notes.md",
    "src/app.ts",
    "tools/check.py",
    "/tmp/x",
    ".env",
    "~/.ssh/id_rsa",
    "package.json",
    ".git/config",
    "/etc/passwd",
    ".github/workflows/ci.yml",
    '"$FILE"',
    "*.ts",
  ],
  address: [
    "http://localhost:3000/x",
    "localhost:8080",
    "https://api.example.com/v1",
    "http://localhost:3000@example.com",
    "http://169.254.169.254/",
    '"$URL"',
  ],
  variable: ["PORT", "NODE_ENV", "FROB", "LD_PRELOAD", "PATH", "GIT_PAGER"],
  value: ["main", "a", "3000", "test", "left-pad", "$X", "'a b'", "src/app.ts"],
  number: ["1", "5", "20"],
};

/**
 * Makes a command by chance, from harmless to not.
 *
 * @param random Where chance comes from.
 * @param rule What to make.
 * @returns The command.
 */
export function randomCommand(random: Random, rule = "line"): string {
  const choices = grammar[rule]!;
  const chosen = choices[random(choices.length)]!;
  return chosen.replace(
    /<([a-z-]+)>/g,
    (_, name) => randomCommand(random, name),
  );
}

/** Where a runner of tasks keeps what the tasks do. */
export interface TaskFiles {
  /** Its files, all of which count where the first of them is found. */
  readonly files: readonly string[];
  /** Whether it looks for them in the folders above as well. */
  readonly upward: boolean;
}

/**
 * The files of task runners by program. Sources: the manuals of GNU make,
 * just, Task, Rake and Deno.
 */
export const taskFiles: Readonly<Record<string, TaskFiles>> = {
  make: { files: ["GNUmakefile", "makefile", "Makefile"], upward: false },
  gmake: { files: ["GNUmakefile", "makefile", "Makefile"], upward: false },
  just: { files: ["justfile", ".justfile", "Justfile"], upward: true },
  task: {
    files: [
      "Taskfile.yml",
      "taskfile.yml",
      "Taskfile.yaml",
      "taskfile.yaml",
      "Taskfile.dist.yml",
      "taskfile.dist.yml",
      "Taskfile.dist.yaml",
      "taskfile.dist.yaml",
    ],
    upward: true,
  },
  rake: {
    files: ["rakefile", "Rakefile", "rakefile.rb", "Rakefile.rb"],
    upward: true,
  },
  deno: { files: ["deno.json", "deno.jsonc", "package.json"], upward: true },
};

/** Where the package managers of Node keep their scripts. */
export const packageFile: TaskFiles = { files: ["package.json"], upward: true };

/** Scripts that run by themselves when packages are installed. */
export const installScripts: readonly string[] = [
  "preinstall",
  "install",
  "postinstall",
  "prepublish",
  "preprepare",
  "prepare",
  "postprepare",
  "dependencies",
];

/** Other names under which a package manager runs a script. */
export const scriptNames: Readonly<Record<string, readonly string[]>> = {
  t: ["test"],
  tst: ["test"],
  restart: ["stop", "restart", "start"],
  ci: installScripts,
  "clean-install": installScripts,
  install: installScripts,
  i: installScripts,
  pack: ["prepack", "prepare", "postpack"],
};

/** Programs that run several scripts, whose names need not be written out. */
export const scriptRunners: RegExp =
  /[*{]|\b(npm-run-all2?|run-[sp]|concurrently|wireit|turbo|nx|lerna|lage|moon|rush|ultra|wsrun|zx)\b/;

/** Flags of `deno run` that load nothing besides the program. */
export const harmlessDenoFlag: RegExp =
  /^(-[AqRWENS]|--quiet|--no-check|--check|--watch|--no-lock|--frozen|--cached-only|--no-remote|--unstable-[a-z-]+|--allow-(all|(read|write|env|net|sys)(=.*)?|run(=[\w,.-]+)?)|--deny-[a-z]+(=.*)?|--seed=\d+|--no-prompt)$/;

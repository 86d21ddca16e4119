/** What people should know of the keys of a policy file. */
export const keyTexts: Readonly<Record<string, string>> = {
  allow: "What passes without you, such as `git push origin *`: up to the " +
    "tier `remote`; what is critical only word by word, without a `*`. In a " +
    "project's file it counts once you have accepted it.",
  ask: "What always reaches you, such as `npm publish *`.",
  deny: "What is answered with no, such as `git push --force *`. Deny beats " +
    "ask beats allow.",
  secrets:
    "Paths as in .gitignore that nothing reads or writes unasked, such " +
    "as `config/prod/`.",
  tools: "What tools do that orch does not know, by the program's name. What " +
    "it knows can only be made stricter.",
};

/** What people should know of what they say of a tool. */
export const toolTexts: Readonly<Record<string, string>> = {
  tier: "How risky it is: read, project, local, fetch, remote or critical.",
  does: "What it does, as a clause, such as `lists what runs`.",
  flags:
    "Its harmless flags, such as `-a --all -n:number --color?`: with the " +
    "kind of a value, or `?` for one that may be left out.",
  refuses: "Flags that run programs or write anywhere: you see them each time.",
  destroys: "Flags that destroy or publish: you see them each time.",
  operands: "The kinds of its arguments in order; the last may end with `*` " +
    "for any number of them.",
  singleDash: "Whether its long flags have a single dash.",
  here: "Whether it looks at its folder when no argument says otherwise.",
  inProject: "Whether it runs what the project holds.",
  once: "Whether you want to see it once before it passes.",
  host: "The place it talks to, such as `registry.example.com:443`.",
  open: "Whether a first word that is no subcommand is an argument.",
  surplus: "What more arguments than are planned count as.",
  otherwise: "What any other subcommand counts as.",
  subcommands: "Its subcommands by name, said in the same words.",
};

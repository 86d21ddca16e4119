import type { Word } from "../../shell/mod.ts";
import {
  type Assessment,
  assessRead,
  assessVariable,
  isDangerousVariable,
  isHarmlessText,
  type Scene,
} from "../assessment/mod.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/** Builtins of the shell, and the programs that stand in for them. */
export const shellBuiltins: ReadonlyMap<string, Judge> = new Map<string, Judge>(
  [
    ["true", nothing],
    ["false", nothing],
    [":", print],
    ["echo", print],
    ["printf", printf],
    ["test", test],
    ["[", test],
    ["cd", move],
    ["pushd", move],
    ["popd", move],
    ["exit", count],
    ["return", count],
    ["break", count],
    ["continue", count],
    ["shift", count],
    ["wait", count],
    ["jobs", count],
    ["times", nothing],
    ["set", options],
    ["shopt", options],
    ["umask", show],
    ["ulimit", show],
    ["type", ask],
    ["command", ask],
    ["hash", ask],
    ["read", read],
    ["export", declare],
    ["readonly", declare],
    ["local", declare],
    ["declare", declare],
    ["typeset", declare],
    ["unset", unset],
    ["env", version],
  ],
);

function nothing(_words: readonly Word[], found: Assessment): void {
  found.does("read", "does nothing");
}

function print(words: readonly Word[], found: Assessment): void {
  found.does("read", "prints a text");
  found.operand("text");
  const bad = words.find((word) => !isHarmlessText(word));
  if (bad !== undefined) found.never("critical", `prints ${bad.text}`);
}

function printf(words: readonly Word[], found: Assessment): void {
  const [option, name, ...rest] = words;
  if (option?.value === "-v" && isOwnVariable(name?.value ?? "")) {
    return print(rest, found);
  }
  if (words[0]?.text.startsWith("-") && words[0].value !== "--") {
    return found.never("critical", "sets a variable by its name");
  }
  print(words, found);
}

const unary = /^-[abcdefghknprstuwxzLNOSG]$/;
const binary = /^(=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef|-a|-o)$/;

function test(words: readonly Word[], found: Assessment, scene: Scene): void {
  found.does("read", "tests something");
  const inner = words.at(-1)?.value === "]" ? words.slice(0, -1) : words;
  inner.forEach((word, index) => {
    const value = word.value;
    if (value !== undefined && /^(!|\(|\)|])$/.test(value)) return;
    if (value !== undefined && (unary.test(value) || binary.test(value))) {
      return;
    }
    if (!isHarmlessText(word)) {
      return found.never("critical", `tests ${word.text}`);
    }
    if (value?.startsWith("-") && !/^-\d+$/.test(value)) {
      return found.never("critical", `tests with ${value}`);
    }
    const operator = inner[index - 1]?.value ?? "";
    const isPath = /^-[abcdefghkprstuwxLNOSG]$/.test(operator);
    if (isPath && (value !== undefined || word.glob)) {
      assessRead(word, found, scene, "names");
    }
  });
}

function move(words: readonly Word[], found: Assessment): void {
  // Where it leads is followed by whoever takes the line apart.
  found.does("read", "changes the folder");
  if (words.length > 2) found.never("critical", "changes the folder oddly");
}

function count(words: readonly Word[], found: Assessment): void {
  found.does("read", "goes on or stops");
  if (words.some((word) => !isHarmlessText(word))) {
    found.never("critical", "depends on what cannot be told");
  }
}

const harmlessOptions =
  /^([-+][euxf]+o?|[-+]o|pipefail|errexit|nounset|xtrace|noglob|-[su]|failglob|globstar|nocaseglob|nullglob)$/;

function options(words: readonly Word[], found: Assessment): void {
  found.does("read", "sets an option of the shell");
  // Alone they print every variable, secret ones too.
  const plain = words.length > 0 &&
    words.every((word) => harmlessOptions.test(word.value ?? "?"));
  if (!plain) found.never("critical", "changes how the shell works");
}

function show(words: readonly Word[], found: Assessment): void {
  found.does("read", "shows a limit");
  if (words.some((word) => !/^-[aSHn]$/.test(word.value ?? "?"))) {
    found.never("critical", "changes a limit");
  }
}

function ask(words: readonly Word[], found: Assessment): void {
  found.does("read", "finds a program");
  const plain = words.every((word) =>
    /^(-[vVtpa]|[\w.+-]+)$/.test(word.value ?? "?")
  );
  if (!plain) found.never("critical", "finds what cannot be told");
}

function read(words: readonly Word[], found: Assessment): void {
  found.does("read", "reads a line");
  let skip = false;
  for (const word of words) {
    const value = word.value;
    if (skip) {
      skip = false;
    } else if (value !== undefined && /^-[pdntuN]$/.test(value)) {
      skip = true;
    } else if (value !== undefined && /^-[rsea]+$/.test(value)) {
      continue;
    } else if (!isOwnVariable(value ?? "")) {
      return found.never("critical", `sets the variable ${word.text}`);
    }
  }
}

/** Whether a variable is one of the line's own, which no program heeds. */
function isOwnVariable(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !isDangerousVariable(name, "shell");
}

function declare(words: readonly Word[], found: Assessment): void {
  found.does("read", "sets variables");
  if (words.every(({ text }) => text.startsWith("-"))) {
    return found.never("critical", "prints every variable");
  }
  for (const word of words) {
    const name = /^([A-Za-z_]\w*)(=|$)/.exec(word.text)?.[1];
    if (name === undefined) {
      if (/^-[aAgrx]+$/.test(word.value ?? "?")) continue;
      return found.never("critical", `sets ${word.text}`);
    }
    if (!word.text.includes("=")) {
      if (isDangerousVariable(name)) {
        return found.never("critical", `exports ${name}`);
      }
      continue;
    }
    const text = word.text.slice(name.length + 1);
    const value = word.value?.slice(name.length + 1);
    assessVariable(
      { name, value: { text, value, glob: false } },
      found,
      "export",
    );
  }
}

function unset(words: readonly Word[], found: Assessment): void {
  found.does("read", "forgets variables");
  for (const word of words) {
    if (!isOwnVariable(word.value ?? "")) {
      return found.never("critical", `forgets ${word.text}`);
    }
  }
}

function version(words: readonly Word[], found: Assessment): void {
  if (words.length === 1 && words[0]?.value === "--version") {
    return found.does("read", "prints a version");
  }
  found.never("critical", "prints every variable, secret ones too");
}

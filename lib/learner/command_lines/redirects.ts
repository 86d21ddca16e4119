import type { Redirect } from "../../shell/mod.ts";
import {
  type Assessment,
  assessRead,
  assessWrite,
  isHarmlessExpansion,
  type Scene,
} from "../assessment/mod.ts";
import { mayBeLost } from "../places/mod.ts";

/**
 * Judges where a command's input comes from and its output goes.
 *
 * @param redirects The redirects.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessRedirects(
  redirects: readonly Redirect[],
  found: Assessment,
  scene: Scene,
): void {
  for (const redirect of redirects) assessRedirect(redirect, found, scene);
}

function assessRedirect(
  redirect: Redirect,
  found: Assessment,
  scene: Scene,
): void {
  const { operator, descriptor, target, body } = redirect;
  if (descriptor !== undefined && !/^\d$/.test(descriptor)) {
    return found.never("critical", `keeps ${target.text} open`);
  }
  switch (operator) {
    case "<<":
    case "<<-":
    case "<<<":
      if (body === undefined) {
        found.never("critical", "is fed what cannot be told");
      } else if (body.value === undefined && !isHarmlessExpansion(body.text)) {
        found.never("critical", "is fed a text with risky expansions");
      }
      return;
    case "<":
      return assessRead(target, found, scene);
    case "<&":
    case ">&":
      if (/^(\d-?|-)$/.test(target.value ?? "")) return;
      if (operator === "<&") {
        return found.never("critical", `reads from ${target.text}`);
      }
      break;
    case ">":
    case ">>":
    case ">|":
    case "&>":
    case "&>>":
    case "<>":
      break;
    default:
      return found.never("critical", `uses the redirect ${operator}`);
  }
  const located = assessWrite(target, found, scene);
  const empties = operator !== ">>" && operator !== "<>" &&
    located?.place === "project" && !mayBeLost(located) &&
    /^(|:|true|false)$/.test(found.program);
  if (empties) found.never("remote", `empties ${target.text}`);
  if (found.program === "yes" && located?.place !== "nothing") {
    found.exactly("writes without end");
  }
  if (located !== undefined && located.place !== "nothing") {
    found.redirect(`${located.place}-path`);
  }
}

import { isIdle, type Rule } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { cut, table } from "../table.ts";
import type { ListFlags } from "./mod.ts";
import { withLent } from "./lent.ts";
import { filterRules } from "./rule_filter.ts";
import { shownText } from "./shown_text.ts";
import { subjectOf } from "./subject.ts";
import { unconfirmedOf } from "./unconfirmed.ts";

/** Runs `orch learned`. */
export async function list(
  this: OrchContext,
  flags: ListFlags,
  name: string,
): Promise<void> {
  const subject = await subjectOf(this, name);
  const { path, file } = subject;
  if (flags.svg !== undefined) {
    const { drawPicture } = await import("./picture.ts");
    return drawPicture(this, subject, flags.svg);
  }
  const all = await withLent(this, { ...subject, rules: file.rules });
  const shown = filterRules(all, flags, this);
  const unconfirmed = unconfirmedOf(file);
  if (flags.json) {
    const rules = shown.filter(({ lender }) => lender === undefined);
    const lent = shown.filter(({ lender }) => lender !== undefined);
    return printJson(this, {
      agent: name,
      file: path,
      rules,
      lent,
      unconfirmed,
    });
  }
  if (all.length === 0) print(this, `${name} has learned nothing yet.`);
  else if (shown.length === 0) print(this, `${name} has no such rule.`);
  else {
    const now = this.clock.now();
    const head = [
      ...["ID", "RULE", "CATEGORY", "TIER", "SCOPE", "STATUS", "APPROVED"],
      "USED",
    ];
    const rows = shown.map((rule) => cellsOf(rule, now));
    for (const line of table(head, rows)) print(this, line);
  }
  const entries = Object.values(unconfirmed).flat().length;
  if (entries > 0) {
    print(
      this,
      `\n${entries} ${entries === 1 ? "entry" : "entries"} of an earlier ` +
        `version allow nothing: orch learned review ${name}`,
    );
  }
  if (shown.length > 0) print(this, `\n${path}`);
}

/** How many cells a title may take; `show` has all of it. */
const widestTitle = 60;

function cellsOf(rule: Rule, now: number): string[] {
  return [
    rule.id,
    cut(shownText(rule.title), widestTitle),
    rule.category,
    rule.tier,
    rule.reach ?? "project",
    statusOf(rule, now),
    String(rule.approvals),
    String(rule.uses),
  ];
}

function statusOf(rule: Rule, now: number): string {
  const status = rule.status === "active" && isIdle(rule, now)
    ? "expired"
    : rule.status;
  if (rule.lender !== undefined) return `${status}, lent by ${rule.lender}`;
  return rule.origin === "approval"
    ? status
    : `${status}, ${froms[rule.origin]}`;
}

const froms = {
  setup: "from setup",
  person: "by hand",
  import: "imported",
  earlier: "from an earlier version",
} as const;

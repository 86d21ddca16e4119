import assert from "node:assert/strict";
import { limitAbove, limitOf } from "./limit.ts";

Deno.test("limitOf reads when a limit ends, in all its wordings", () => {
  const wordings: readonly (readonly [string, string | undefined])[] = [
    ["You've hit your 5-hour limit · resets 10:12pm (UTC)", "10:12pm (UTC)"],
    [
      "You've hit your session limit · resets 3am (Europe/Berlin) Opening your options…",
      "3am (Europe/Berlin)",
    ],
    [
      "You've hit your weekly limit · resets Oct 5, 3pm (UTC)",
      "Oct 5, 3pm (UTC)",
    ],
    ["Claude usage limit reached. Your limit will reset at 7pm.", "7pm"],
    ["You've reached your usage limit", undefined],
  ];
  for (const [message, resets] of wordings) {
    assert.deepEqual(
      limitOf([message], []),
      resets === undefined ? {} : { resets },
      message,
    );
  }
});

Deno.test("limitOf sees a limit only where it ended the turn", () => {
  const hit = "You've hit your 5-hour limit · resets 7pm (UTC)";
  const note = "Usage limit reached · set to continue automatically at 7pm";
  assert.deepEqual(limitOf([hit, note], []), { resets: "7pm (UTC)" });
  assert.equal(limitOf([hit, "Done."], []), undefined);
  assert.equal(limitOf([`It says: ${hit}`], []), undefined);
  const hint = "  ⚠ Usage limit reached · limit resets 7pm";
  assert.deepEqual(limitOf([], [hint]), { resets: "7pm" });
});

Deno.test("limitAbove finds the time above the menu, in one row or two", () => {
  assert.deepEqual(
    limitAbove([
      "❯ go on",
      "  ⎿ \u00a0You've hit your 5-hour limit ·",
      "     resets 7pm (UTC)",
      "",
      "● Usage limit reached · set to continue automatically at 7pm",
    ]),
    { resets: "7pm (UTC)" },
  );
  assert.deepEqual(limitAbove(["● Done."]), {});
});

import { askedTricks } from "./asked_tricks.ts";
import { shownTricks } from "./shown_tricks.ts";
import type { Trick } from "./trick.ts";

/** Every trick. */
export const tricks: readonly Trick[] = [...shownTricks, ...askedTricks];

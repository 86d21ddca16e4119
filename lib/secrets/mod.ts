/**
 * Keeps secrets out of what is written down.
 *
 * @module
 */
export { looksRandom } from "./looks_random.ts";
export { maskScreen } from "./mask_screen.ts";
export { findSecrets, masked, maskSecrets } from "./mask_secrets.ts";
export { maskValue } from "./mask_value.ts";
export { looksSecret, maskText } from "./secret_text.ts";

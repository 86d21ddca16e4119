/**
 * Where things are: what a path leads to, what is secret or guarded there, and
 * what a web address means.
 *
 * @module
 */
export { type Address, readAddress } from "./address.ts";
export { aimsAtSecret, globAimsAtSecret } from "./aims_at_secret.ts";
export {
  fitsSecret,
  locate,
  type Located,
  mayBeLost,
  namesSecret,
  normalisePath,
  type World,
} from "./place.ts";
export { type SecretPlaces, secretPlaces } from "./secret_places.ts";
export { installedCode } from "./tables/guarded_paths.ts";
export {
  agentScratch,
  buildFolders,
  madeAgain,
  plainHidden,
  scratchFolders,
  strangersFolders,
} from "./tables/kinds_of_places.ts";

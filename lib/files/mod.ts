/**
 * What decisions need to know of files: where a path leads, what stands in it,
 * and who may change it.
 *
 * @module
 */
export { contentHash } from "./content_hash.ts";
export { exists } from "./exists.ts";
export { fileFacts } from "./file_facts.ts";
export { withFileLock } from "./file_lock.ts";
export { fileStamp } from "./file_stamp.ts";
export { findJsonFault } from "./json_fault.ts";
export { realPath } from "./real_path.ts";
export { textOf } from "./text_of.ts";
export { type TreeState, treeState } from "./tree_state.ts";

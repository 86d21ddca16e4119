/**
 * What commands leave in files, and which files an agent made itself.
 *
 * @module
 */
export { losesOf } from "./made_by.ts";
export { OwnFiles, type OwnFilesPlace } from "./own_files.ts";
export { runsInOrder, textChange } from "./text_changes.ts";

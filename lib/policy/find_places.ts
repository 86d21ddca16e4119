import {
  type Event,
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  type ScalarEvent,
} from "js-yaml";

/** A place in a text, counted from 1. */
export interface Place {
  /** The line. */
  readonly line: number;
  /** The column. */
  readonly column: number;
}

/** A path through a document: keys and indexes. */
export type DocumentPath = readonly (string | number)[];

/** Where the keys and values of a document stand. */
export interface Places {
  /** Where a value begins, by its path as JSON. */
  readonly values: ReadonlyMap<string, Place>;
  /** Where its key begins, by its path as JSON. */
  readonly keys: ReadonlyMap<string, Place>;
}

/** A mapping or a list while it is being walked through. */
interface Open {
  readonly path: DocumentPath;
  readonly mapping: boolean;
  /** The key whose value comes next, in a mapping. */
  key: string | undefined;
  /** The next item's index, in a list. */
  index: number;
}

/**
 * Finds where everything in a YAML document stands.
 *
 * @param events The document, taken apart.
 * @param source Its text.
 * @returns Where keys and values begin.
 */
export function findPlaces(events: readonly Event[], source: string): Places {
  const values = new Map<string, Place>();
  const keys = new Map<string, Place>();
  const lines = [0];
  for (let at = 0; at < source.length; at++) {
    if (source[at] === "\n") lines.push(at + 1);
  }
  const open: Open[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.ALIAS) {
      continue;
    }
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const offset = event.type === EVENT_ID.SCALAR
      ? event.valueStart - (isQuoted(event) ? 1 : 0)
      : event.start;
    const place = placeOf(offset, lines);
    const inner = open.at(-1);
    if (inner?.mapping && inner.key === undefined) {
      // Keys that are no text are refused by whoever checks the content.
      inner.key = event.type === EVENT_ID.SCALAR
        ? getScalarValue(source, event)
        : "";
      keys.set(JSON.stringify([...inner.path, inner.key]), place);
      if (event.type === EVENT_ID.SCALAR) continue;
    }
    const path = inner === undefined
      ? []
      : [...inner.path, inner.mapping ? inner.key! : inner.index++];
    if (inner !== undefined) inner.key = undefined;
    values.set(JSON.stringify(path), place);
    if (event.type === EVENT_ID.SCALAR) continue;
    const mapping = event.type === EVENT_ID.MAPPING;
    open.push({ path, mapping, key: undefined, index: 0 });
  }
  return { values, keys };
}

/**
 * Tells where something stands, or what is around it.
 *
 * @param places Where everything stands.
 * @param path What is looked for.
 * @param atKey Whether its key is meant.
 * @returns The nearest place.
 */
export function placeAt(
  places: Places,
  path: DocumentPath,
  atKey: boolean,
): Place {
  const key = JSON.stringify(path);
  const found = (atKey ? places.keys.get(key) : undefined) ??
    places.values.get(key) ?? places.keys.get(key);
  if (found !== undefined) return found;
  return path.length === 0
    ? { line: 1, column: 1 }
    : placeAt(places, path.slice(0, -1), atKey);
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED ||
    style === SCALAR_STYLE.DOUBLE_QUOTED;
}

function placeOf(offset: number, lines: readonly number[]): Place {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lines[low]! + 1 };
}

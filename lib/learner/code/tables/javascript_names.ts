/**
 * Names of JavaScript and Node.js by what they can do.
 *
 * Source: the ECMAScript specification and the documentation of Node.js 18 to
 * 26.
 *
 * @module
 */

/** Global functions that only calculate, and may be handed on. */
export const harmlessFunctions: ReadonlySet<string> = words(
  "Boolean Number String BigInt parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent structuredClone",
);

/** Global values. */
export const harmlessValues: ReadonlySet<string> = words(
  "undefined NaN Infinity",
);

/** What may be made with `new`. */
export const harmlessClasses: ReadonlySet<string> = words(
  "Array Date Error EvalError Intl.Collator Intl.DateTimeFormat Intl.ListFormat Intl.NumberFormat Intl.PluralRules Intl.RelativeTimeFormat Intl.Segmenter Map Number Object RangeError ReferenceError RegExp Set String SyntaxError TextDecoder TextEncoder TypeError URL URLSearchParams Uint8Array Uint16Array Uint32Array Int8Array Int16Array Int32Array Float32Array Float64Array WeakMap WeakSet",
);

/** What may be taken from global objects. */
export const globalMembers: Readonly<Record<string, ReadonlySet<string>>> = {
  Array: words("from isArray of"),
  BigInt: words("asIntN asUintN"),
  Buffer: words("alloc byteLength concat from isBuffer"),
  Date: words("UTC now parse"),
  JSON: words("parse stringify"),
  Map: words("groupBy"),
  Math: words(
    "E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10 log1p log2 max min pow random round sign sin sinh sqrt tan tanh trunc",
  ),
  Number: words(
    "EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NEGATIVE_INFINITY NaN POSITIVE_INFINITY isFinite isInteger isNaN isSafeInteger parseFloat parseInt",
  ),
  Object: words(
    "assign entries freeze fromEntries groupBy hasOwn is isFrozen keys values",
  ),
  String: words("fromCharCode fromCodePoint raw"),
  URL: words("canParse"),
  console: words(
    "assert count debug dir error group groupEnd info log table time timeEnd timeLog warn",
  ),
  performance: words("now"),
  process: words(
    "arch argv cwd exit exitCode hrtime memoryUsage pid platform uptime version versions",
  ),
  "process.stdout": words("columns isTTY write"),
  "process.stderr": words("columns isTTY write"),
  "process.versions": words("node v8 modules openssl uv"),
};

/** What may be taken from modules of Node.js. */
export const moduleMembers: Readonly<Record<string, ReadonlySet<string>>> = {
  crypto: words("createHash randomBytes randomInt randomUUID"),
  os: words("EOL arch availableParallelism cpus platform release type"),
  path: words(
    "basename delimiter dirname extname format isAbsolute join normalize parse relative resolve sep",
  ),
  url: words("fileURLToPath format parse pathToFileURL"),
  util: words("format inspect isDeepStrictEqual types"),
};

/** What functions of `fs` do with the path that is their first argument. */
export const fileFunctions: Readonly<
  Record<string, "content" | "names" | "writes">
> = {
  existsSync: "names",
  lstatSync: "names",
  mkdirSync: "writes",
  readFileSync: "content",
  readdirSync: "names",
  statSync: "names",
  writeFileSync: "writes",
  appendFileSync: "writes",
};

/**
 * Properties that lead from a value to what made it, and from there to running
 * text, or that find properties by a text.
 */
export const leadingProperties: ReadonlySet<string> = words(
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ arguments caller callee constructor defineProperties defineProperty getOwnPropertyDescriptor getOwnPropertyDescriptors getPrototypeOf prepareStackTrace prototype setPrototypeOf",
);

/**
 * Names that stand for something in Node.js, Deno and Bun even where the code
 * gives them to something else elsewhere.
 */
export const takenNames: ReadonlySet<string> = words(
  "AbortController AsyncFunction Atomics Bun Deno Function GeneratorFunction Promise Proxy Reflect SharedArrayBuffer Symbol WebAssembly WebSocket Worker XMLHttpRequest __defineGetter__ __defineSetter__ __dirname __filename __lookupGetter__ __lookupSetter__ __proto__ alert arguments async_hooks assert buffer child_process clearTimeout cluster confirm console constants constructor crypto dgram diagnostics_channel dns domain eval events exports fetch ffi fs gc global globalThis hasOwnProperty http http2 https import_meta inspector isPrototypeOf localStorage module navigator net os parent path perf_hooks performance process prompt propertyIsEnumerable punycode querystring quic queueMicrotask readline repl require root sea self sessionStorage setImmediate setInterval setTimeout sqlite stream string_decoder structuredClone sys timers tls toLocaleString toString trace_events tty url util v8 valueOf vm wasi window worker_threads zlib",
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

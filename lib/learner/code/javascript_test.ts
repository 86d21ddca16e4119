import assert from "node:assert/strict";
import { readJavaScript } from "./mod.ts";

const situation = { home: "/home/dev", arguments: ["notes.txt", undefined] };

function refusalOf(code: string): string | undefined {
  return readJavaScript(code, situation).refused;
}

const proven = [
  "",
  "1 + 1",
  "console.log('a', 1)",
  "console.log([3, 1].sort((a, b) => a - b).map(String).join(', '))",
  "const text = 'a/b'; text.split('/').forEach((part, i) => { console.log(i, part); });",
  "let n = 0; for (const c of 'a1') if ('0123'.includes(c)) n += parseInt(c); else n++; console.log(n)",
  "const list = [1, 2]; for (let i = 0; i < list.length; i++) { console.log(list[i], list[i - 1], list[0]); }",
  "let i = 0; while (i < 3) { i += 1; console.log([1, 2, 3][i]); }",
  "const count = {}; for (const c of 'aab') { count[c] = (count[c] || 0) + 1; } console.log(count)",
  "const o = JSON.parse('{}'); console.log(o.name, o['version'], o?.a?.b)",
  "const { name, version = 1, ...rest } = { name: 'a' }; console.log(name, version, rest)",
  "function twice(x) { return x * 2; } console.log(twice(2))",
  "try { JSON.parse('{'); } catch (error) { console.log(error.message); process.exit(1); }",
  "console.log(new Date().toISOString(), Date.now(), new Map([[1, 2]]).get(1))",
  "console.log(Object.entries({ a: 1 }).map(([key, value]) => `${key}=${value}`))",
  "let d = ''; process.stdin.on('data', (c) => d += c).on('end', () => { console.log(JSON.parse(d).name); });",
  "console.log(/a(b)/.exec('ab')[1], 'a'.replace(/a/g, 'b'))",
  "switch (1) { case 1: console.log(1); break; default: throw new Error('x'); }",
  "console.log(Buffer.from('aGk=', 'base64').toString())",
  "console.log(new Intl.NumberFormat('en').format(1), Array(3).fill(0))",
  "outer: for (const a of [1]) { for (const b of [2]) { if (a < b) continue outer; } }",
  "console.log(typeof x === 'undefined'); var x",
  "const path = require('path'); console.log(path.join('a', 'b'))",
  "console.log(require('node:crypto').createHash('sha256').update('a').digest('hex'))",
  "console.log(JSON.parse(require('fs').readFileSync(0, 'utf8')).name)",
  "process.stdout.write('a')",
  "console.log('constructor', 'process.env', 'eval(1)')",
  "delete {}.a; void 0; !1; -1; (1, 2)",
];

const refused = [
  // running text
  "eval('1')",
  "(0, eval)('1')",
  "var e = eval; e('1')",
  "function f(eval) { eval('1'); }",
  "Function('1')()",
  "new Function('1')()",
  "[].map.constructor('1')()",
  "[].map['constructor']('1')()",
  "[].map['con' + 'structor']('1')()",
  "[].map[`constructor`]('1')()",
  "const k = 'constructor'; [].map[k]('1')()",
  "const k = 'constructor'; const f = [].map[k]; f('1')()",
  "const k = 'constructor'; [[].map[k]].map((f) => f('1')())",
  "const k = 'constructor'; [].map((x = [].map[k]) => x('1')())",
  "const k = 'constructor'; (x => x('1')())([].map[k])",
  "const k = 'constructor'; (([].map[k]) || 1)('1')",
  "const { constructor: f } = () => 1; f('1')()",
  "const { constructor } = () => 1; constructor('1')()",
  "const { ['constructor']: f } = () => 1; f('1')()",
  "(({ constructor: f }) => f('1')())(() => 1)",
  "for (const { constructor: f } of [() => 1]) f('1')()",
  "let f; ({ constructor: f } = () => 1); f('1')()",
  "let i = 0; i = 'constructor'; [].map[i]('1')()",
  "let i = 0; const f = (i) => [].map[i]('1')(); f('constructor')",
  "({ forEach: f => f(0, 'constructor') }).forEach((x, i) => [].map[i]('1')())",
  "(() => 1).__proto__",
  "Object.getPrototypeOf(() => 1)",
  "Reflect.get([].map, 'constructor')",
  "Object.getOwnPropertyDescriptors([].map)",
  "const o = Object; o.getPrototypeOf([])",
  "[Object].map((o) => o.getPrototypeOf([]))",
  "[JSON, Math, console].map((o) => o.x)",
  "Array.prototype.map",
  "setTimeout('1')",
  "import('fs')",
  "import fs from 'fs'",
  "String.raw`${1}`",
  "this.process.env",
  "(function () { return this; })().process",
  "globalThis.process.env",
  "(function () { return arguments.callee.caller; })()",
  "new Proxy({}, {})",
  "Error.prepareStackTrace = (e, s) => s[0].getThis(); new Error().stack",
  "async () => 1",
  "function* g() { yield 1; }",
  "class A { static x = 1 }",
  "with (console) log(1)",
  "debugger",
  "new Worker('x')",
  "fetch('http://example.com/')",
  "alert(1)",
  "WebAssembly.compile",
  "for (const child_process of []) {} child_process.execSync('id')",
  "for (const fetch of []) {} fetch('http://example.com/')",
  "function f(constructor) {} constructor.getPrototypeOf([])",
  "constructor.constructor('1')()",
  "os.system",
  "child_process.execSync('id')",
  "Deno.env",
  "unknown(1)",
  // modules
  "require('child_process')",
  "require('child_process').execSync('id')",
  "const path = require('fs'); path.unlinkSync('a')",
  "const cp = require('child_process'); cp.execSync('id')",
  "const { execSync } = require('child_process'); execSync('id')",
  "const fs = require('fs'); fs.unlinkSync('a')",
  "const fs = require('fs'); const g = fs; g.unlinkSync('a')",
  "const fs = require('fs'); [fs].map((f) => f.unlinkSync('a'))",
  "const fs = require('fs'); fs['unlinkSync']('a')",
  "const fs = require('fs'); const k = 'unlinkSync'; fs[k]('a')",
  "let fs = require('fs'); fs = 1; fs.unlinkSync('a')",
  "require('fs').promises.unlink('a')",
  "require('fs/promises')",
  "require('http').get('http://example.com/')",
  "require('vm').runInNewContext('1')",
  "require('module')",
  "require('./a')",
  "require('./a.js')",
  "require('lodash')",
  "require('constructor').x",
  "require('__proto__').x()",
  "const t = require('toString'); t.x()",
  "console.constructor",
  "process.toString.x",
  "require('a.json')",
  "require(x)",
  "require('./' + 'a.json')",
  "require.cache",
  "const r = require; r('child_process')",
  "module.require('fs')",
  "process.mainModule.require('fs')",
  "process.binding('fs')",
  "process.env.HOME",
  "process['env']",
  "const { env } = process; env",
  "const p = process; p.env",
  "process.kill(1)",
  "process.chdir('/')",
  "process.stdout.connect(80)",
  "process.stdin.connect(80)",
  "process.stdin.on('data', f).connect(80)",
  "const s = process.stdin.on('data', () => 1); s.connect(80)",
  "process.stdin.on('data', function () { this.connect(80); })",
  "process.argv = []",
  "process.argv[1] = '/etc/shadow'; require('fs').readFileSync(process.argv[1])",
  "const a = process.argv; a[1] = '/etc/shadow'",
  "process.argv.push('a')",
  "process.argv[1]++",
  "[process.argv[1]] = ['/etc/shadow']",
  "for (process.argv[1] of ['/etc/shadow']) 1",
  "console.log = 1",
  "JSON.parse = (x) => x",
  "console._stdout.destroy()",
  // files that are not known
  "require('fs').readFileSync(x)",
  "const fs = require('fs'); for (const f of fs.readdirSync('.')) fs.readFileSync(f)",
  "function f(p) { return require('fs').readFileSync(p); }",
  "let p = 'a'; p += 'b'; require('fs').readFileSync(p)",
  "require('fs').readFileSync(process.argv[2])",
  "require('fs').readFileSync('a', { flag: 'w+' })",
  "require('fs').readFileSync('a', 'w+')",
  "require('fs').readFileSync(...['a'])",
  "require('fs').readFileSync(`a`)",
  "require('fs').readFileSync(__filename)",
  "require('fs').rmSync('a')",
  "require('fs').createWriteStream('a')",
  // what cannot be read for certain
  "x = (1",
  "const a: number = 1",
  "await 1",
  "return 1",
  "'use strict'; with (a) b",
];

Deno.test("readJavaScript() proves code that only calculates and prints", () => {
  for (const code of proven) assert.equal(refusalOf(code), undefined, code);
});

Deno.test("readJavaScript() refuses code that may do anything else", () => {
  for (const code of refused) {
    assert.notEqual(refusalOf(code), undefined, code);
  }
});

Deno.test("readJavaScript() says which files code reads and writes", () => {
  const filesOf = (code: string) => {
    const { refused, reads, writes, documents } = readJavaScript(
      code,
      situation,
    );
    return refused ?? [...reads.map(({ path, how }) => `${how} ${path}`), [
      ...writes,
    ], [...documents]];
  };
  const cases: [string, unknown[]][] = [
    ["require('fs').readFileSync('a', 'utf8')", ["content a", [], []]],
    [
      "const fs = require('node:fs'); fs.readFileSync('a', { encoding: 'utf8' })",
      [
        "content a",
        [],
        [],
      ],
    ],
    ["const f = 'a' + '/b'; require('fs').existsSync(f)", [
      "names a/b",
      [],
      [],
    ]],
    ["for (const f of ['a', 'b']) require('fs').readFileSync(f)", [
      "content a",
      "content b",
      [],
      [],
    ]],
    ["require('fs').readFileSync(process.argv[1])", [
      "content notes.txt",
      [],
      [],
    ]],
    ["require('fs').writeFileSync('a', 'x', 'utf8')", [["a"], []]],
    ["require('fs').mkdirSync('a', { recursive: true })", [["a"], []]],
    ["const p = require('./a.json'); console.log(p.name)", [[], ["./a.json"]]],
    ["const { name } = require('../a.json'); console.log(name)", [[], [
      "../a.json",
    ]]],
  ];
  for (const [code, files] of cases) {
    assert.deepEqual(filesOf(code), files, code);
  }
});

Deno.test("readJavaScript() takes no long over code that is made for it", () => {
  const codes = [
    "(".repeat(9000),
    "[".repeat(9000),
    "!".repeat(9000) + "1",
    "1" + "+1".repeat(4000),
    "x" + ".a".repeat(4000),
    "let x;" + "x=x;".repeat(1000) + "require('fs').readFileSync(x)",
    "let x;" + "x=x+x;".repeat(1000) + "[1][x]()",
  ];
  for (const code of codes) {
    const start = performance.now();
    readJavaScript(code, situation);
    const took = performance.now() - start;
    assert.ok(took < 500, `${took} ms: ${code.slice(0, 20)}`);
  }
});

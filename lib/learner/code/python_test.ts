import assert from "node:assert/strict";
import { readPython } from "./mod.ts";

const situation = { home: "/home/dev", arguments: ["notes.txt", undefined] };

function refusalOf(code: string): string | undefined {
  return readPython(code, situation).refused;
}

const proven = [
  "",
  "print(1)",
  "print('a', 'b', sep='')",
  "import math; print(math.sqrt(2))",
  "import json, sys\nprint(json.load(sys.stdin)['name'])",
  "import json,sys; [print(one['id']) for one in json.load(sys.stdin)]",
  "import json as j; print(j.dumps({'a': 1}, indent=2))",
  "from json import loads as read\nprint(read('[1]')[0])",
  "import collections.abc; print(collections.abc.Mapping)",
  "import urllib.parse; print(urllib.parse.quote('a b'))",
  "import sys; print(sys.version); print(sys.path)",
  "import sys\nfor folder in sys.path:\n    print(folder)",
  "import sys; sys.exit(0)",
  "import sys; sys.stdout.write('x')",
  "from datetime import datetime, timedelta; print(datetime.now() - timedelta(days=1))",
  "import re; print(re.sub(r'\\d+', '#', 'a1'))",
  "def double(x, *rest, scale=2, **more):\n    return x * scale\nprint(double(3))",
  "class Point:\n    size = 2\n    def __init__(self, x):\n        self.x = x\n    def __repr__(self):\n        return f'<{self.x:>3}>'\nprint(Point(1), Point.size)",
  "from enum import Enum\nclass Color(Enum):\n    RED = 1\nprint(f'{Color.RED!r} {Color.RED.value=}')",
  "import functools\n@functools.lru_cache(maxsize=None)\ndef f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(30))",
  "try:\n    int('x')\nexcept (ValueError, TypeError) as error:\n    print(type(error).__name__, error.args)\nfinally:\n    pass",
  "a, (b, *c) = 1, (2, 3)\nprint(a, b, c)",
  "print(sum(i * i for i in range(10) if i % 2))",
  "print({k: v for k, v in sorted({'a': 1}.items(), key=lambda pair: pair[1])})",
  "while (n := 1) < 0:\n    break\nelse:\n    print(n)",
  "print('{:>5} {0!r}'.format(1))",
  "print('%s %d' % ('a', 1))",
  "print('a' 'b' \"c\")",
  "import ast; print(ast.dump(ast.parse('x[1]'))); print(hasattr(ast, 'Index'))",
  "print(getattr('a', 'upper')())",
  "x = 'a' if True else None\nprint(x)",
  "# a comment: exec()\nprint(1)  # os.system('x')",
  "print('os.system(1)', \"__import__\", '''exec(\n''')",
  "print(None.__doc__, int.__doc__[:50], (1).__class__.__name__)",
  "import itertools as it\nprint(list(it.islice(it.count(), 3)))",
  "import base64; print(base64.b64decode('aGk=').decode())",
  "import sys; print(sys.argv[1], len(sys.argv), sys.argv[1:])",
  "print('ü', f'{1}ü')",
];

Deno.test("readPython() proves code that only calculates and prints", () => {
  for (const code of proven) {
    assert.equal(refusalOf(code), undefined, code);
    const { reads, writes, packages } = readPython(code, situation);
    assert.deepEqual({ reads, writes, packages }, {
      reads: [],
      writes: [],
      packages: [],
    });
  }
});

Deno.test("readPython() says which files code reads and writes", () => {
  const files = (code: string) => {
    const { refused, reads, writes } = readPython(code, situation);
    return refused ?? {
      reads: reads.map(({ path, how }) => `${how} ${path}`),
      writes,
    };
  };
  const cases: [string, string[], string[]][] = [
    ["print(open('a').read())", ["content a"], []],
    ["with open('a', encoding='utf-8') as f: print(f.read())", [
      "content a",
    ], []],
    ["p = 'a'\nopen(p)", ["content a"], []],
    ["p = 'a'\np = 'b'\nopen(p)", ["content a", "content b"], []],
    ["for p in ['a', 'b']: open(p)", ["content a", "content b"], []],
    ["[open(p) for p in ('a', 'b')]", ["content a", "content b"], []],
    ["d = 'src'\nopen(d + '/a')", ["content src/a"], []],
    ["import os\nopen(os.path.join('src', 'a'))", ["content src/a"], []],
    ["import os\nopen(os.path.join('src', '/etc/x'))", ["content /etc/x"], []],
    ["import os\nopen(os.path.expanduser('~/x'))", [
      "content /home/dev/x",
    ], []],
    ["import sys\nopen(sys.argv[1])", ["content notes.txt"], []],
    ["open('a', 'w').write('x')", [], ["a"]],
    ["open('a', mode='ab')", [], ["a"]],
    ["open('a', 'x')", [], ["a"]],
    ["open('a', 'r+')", ["content a"], ["a"]],
    ["import io; io.open('a', 'w')", [], ["a"]],
    [
      "import yaml; print(yaml.safe_load(open('a.yml')))",
      ["content a.yml"],
      [],
    ],
    ["from pathlib import Path; print(Path('a').read_text())", [
      "content a",
    ], []],
    [
      "from pathlib import Path\np = Path('a')\np.write_text('x')\nprint(p.name, p)",
      [],
      [
        "a",
      ],
    ],
    ["import pathlib; pathlib.Path('a').open('w')", [], ["a"]],
    ["import os; print(os.listdir('src'), os.listdir())", [
      "names src",
      "names .",
    ], []],
    ["import glob; print(glob.glob('src/**/*.py', recursive=True))", [
      "names src/",
    ], []],
    ["import os\nfor root, folders, names in os.walk('.'): print(root)", [
      "names .",
    ], []],
  ];
  for (const [code, reads, writes] of cases) {
    assert.deepEqual(files(code), { reads, writes }, code);
  }
});

Deno.test("readPython() names the packages of others that code uses", () => {
  const packagesOf = (code: string) => {
    const { refused, packages } = readPython(code, situation);
    return refused ?? packages;
  };
  const used = [
    "import shop; print(shop.__version__)",
    "from shop import *\nx = 2\nprint(price(x), Cart(x).total, CHEAP)",
    "from shop.cart import Cart, _total as t; print(t(Cart(1, size='x')))",
    "import shop.units as u; u.settings.digits = 50; print(u.size(u))",
    "from shop import price\nfor one in price('a'):\n    print(f'{one.label!r}')",
  ];
  for (const code of used) assert.deepEqual(packagesOf(code), ["shop"], code);
  const refused = [
    "import shop; shop.os.system('id')",
    "import shop; shop.subprocess",
    "import shop; shop.drop_all()",
    "import shop; shop.sendMail('x')",
    "import shop; shop.io.FileIO('x', 'w')",
    "import shop; shop.json.codecs.open('x', 'w')",
    "import shop.deploy",
    "from shop import deploy",
    "from shop import delete_users as show",
    "from shop import *\nopen('a.txt')",
    "from shop import *\ngetattr(Cart, 'price')",
    "from shop import *\ndrop_all()",
    "from shop import *\nsubprocess.run(['x'])",
    "from shop import *\nprice('eval(1)')",
    "from shop import *\neval('1')",
    "from shop.deploy import *",
    "from _shop import *",
    "from requests import *",
    "from os import *",
    "from math import *",
    "import shop; getattr(shop, 'system')",
    "import shop; shop.price(eval('1'))",
    "import shop; shop.price('__import__(\\'os\\')')",
    "import shop; shop.price('open(\"x\")')",
    "import shop; shop.price('http://example.com/')",
    "import shop; shop.price.__globals__",
    "import shop; shop.__builtins__",
    "import shop; open(shop.path)",
    "import shop, os; os.system('id')",
    "import shop, subprocess",
    "import sys; sys.path.insert(0, x); import shop",
  ];
  for (const code of refused) {
    assert.equal(typeof packagesOf(code), "string", code);
  }
  const found = readPython(
    "import sys; sys.path.insert(0, 'src'); import shop",
    situation,
  );
  assert.deepEqual(found.searches, ["src"]);
});

Deno.test("readPython() takes no long over code that is made for it", () => {
  const codes = [
    "(".repeat(9000),
    "[".repeat(9000),
    "f(".repeat(4000),
    "not ".repeat(2000) + "1",
    "-".repeat(9000) + "1",
    "lambda: ".repeat(1000) + "1",
    "1" + "+1".repeat(4000),
    "x" + ".a".repeat(4000),
    "1" + "**1".repeat(2000),
    "x=x\n".repeat(1000) + "open(x)",
    "x=x+x\n".repeat(500) + "y=x+x\n".repeat(500) + "open(x+y)",
    "if 1:\n" +
    Array.from({ length: 90 }, (_, i) => " ".repeat(i + 1) + "if 1:\n").join(
      "",
    ),
    "f'" + "{".repeat(9000) + "'",
  ];
  for (const code of codes) {
    const start = performance.now();
    readPython(code, situation);
    const took = performance.now() - start;
    assert.ok(took < 500, `${took} ms: ${code.slice(0, 20)}`);
  }
});

import assert from "node:assert/strict";
import { readPython } from "./mod.ts";

const situation = {
  home: "/home/dev",
  arguments: [],
  file: "/web/tools/try.py",
};

Deno.test("readPython() follows what functions and loops are given", () => {
  const cases: [string, string[], string[]][] = [
    ["def f(p):\n    open(p)\nf('a')\nf(p='b')", ["a", "b"], []],
    ["def f(p, q='b'):\n    open(p); open(q, 'w')\nf('a')", ["a"], ["b"]],
    ["def f(p: str = 'b'):\n    open(p)\nf()\nf('a')", ["b", "a"], []],
    ["names = ['a', 'b']\nfor n in names:\n    open(n)", ["a", "b"], []],
    ["def f(p):\n    open(p)\nfor n in ['a']:\n    f(n)", ["a"], []],
    ["import os\nd = 'x'\nopen(os.path.join(d, f'{d}/a'))", ["x/x/a"], []],
    ["import os\nopen(os.path.join('', 'tmp/a'))", ["tmp/a"], []],
    [
      "import os\nopen(os.path.join(os.path.dirname(__file__), 'a'))",
      ["/web/tools/a"],
      [],
    ],
    ["import os\nos.makedirs('a/b', exist_ok=True)", [], ["a/b"]],
    [
      "import matplotlib.pyplot as plt\nplt.savefig('a.png', dpi=3)",
      [],
      ["a.png"],
    ],
  ];
  for (const [code, reads, writes] of cases) {
    const found = readPython(code, situation);
    assert.equal(found.refused, undefined, code);
    assert.deepEqual(found.reads.map(({ path }) => path), reads, code);
    assert.deepEqual(found.writes, writes, code);
  }
});

Deno.test("readPython() says which programs a script starts", () => {
  const cases: [string, unknown[]][] = [
    ["subprocess.run(['ls', '-l'], check=True)", [["ls", "-l"]]],
    ["c = ['ls']\nprint(c)\nsubprocess.run(c)", [["ls"]]],
    ["subprocess.run('ls | wc', shell=True)", ["ls | wc"]],
    [
      "def f(c):\n    subprocess.run(c, shell=True)\nfor c in ['a', 'b']: f(c)",
      [
        "a",
        "b",
      ],
    ],
    ["subprocess.check_output([sys.executable, '-V'])", [["python3", "-V"]]],
    ["os.remove('a')", [["rm", "a"]]],
    ["os.remove('-rf')", [["rm", "./-rf"]]],
    ["shutil.rmtree('~', ignore_errors=True)", [["rm", "-rf", "./~"]]],
    ["shutil.move('a', 'b')", [["mv", "a", "b"]]],
  ];
  const imports = "import os, shutil, subprocess, sys\n";
  for (const [code, programs] of cases) {
    const found = readPython(imports + code, situation);
    assert.equal(found.refused, undefined, code);
    assert.deepEqual(found.programs.map(({ words }) => words), programs, code);
    const { file: _, ...inline } = situation;
    assert.notEqual(readPython(imports + code, inline).refused, undefined);
  }
});

Deno.test("readPython() proves what scripts do with values of the language", () => {
  const proven = [
    "import os\nprint(1)",
    "import shop\nlines = []\nlines.insert(0, shop.size)",
    "import shop\nwith open('a') as f:\n    text = f.read()",
    "import shop, sys\nsys.stdout.write('x')\nsys.stdout.flush()",
    "import shop\nprint('os.system and __import__(1)')",
    "import numpy as np\nx = np.zeros(3)\nx.update(1)\nnp.delete(x, 0)",
    "from unittest.mock import MagicMock\nm = MagicMock(return_value=1)\nprint(m.call_count)",
    "import pickle\nx = pickle.dumps([1])\nprint(pickle.loads(x))",
    "import signal\ndef stop(number, frame): raise TimeoutError()\nsignal.signal(signal.SIGALRM, stop)\nsignal.alarm(5)",
    "import logging\nlogging.basicConfig(level=logging.DEBUG)\nlogging.getLogger('a').info('b')",
    "import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        self.assertEqual(1, 1)\nif __name__ == '__main__':\n    unittest.main()",
    "try:\n    from typing import Literal\nexcept ImportError:\n    from typing_extensions import Literal\nprint(Literal)",
    "import requests\nr = requests.Request('GET', 'http://example.com').prepare()\nprint(r.headers, r.url)",
    "from sympy import *\nfrom sympy.abc import *\nprint(x._eval_is_zero())",
  ];
  for (const code of proven) {
    assert.equal(readPython(code, situation).refused, undefined, code);
  }
});

Deno.test("readPython() refuses scripts that lead elsewhere", () => {
  const refused = [
    // what is given cannot be told
    "def f(p):\n    open(p)",
    "def f(p):\n    open(p)\ng = f\ng('/etc/shadow')\nf('a')",
    "def f(p):\n    open(p)\nf('a')\nlist(map(f, x))",
    "def f(p):\n    open(p)\nf(*['/etc/shadow'])",
    "def f(*p):\n    open(p)\nf('a')",
    "def f(p):\n    p += x\n    open(p)\nf('a')",
    "def d(g):\n    return g\n@d\ndef f(p):\n    open(p)\nf('a')",
    "class A:\n    def f(self, p):\n        open(p)\nf('a')",
    "lambda p: open(p)",
    "def f(p: str = x):\n    open(p)\nf()\nf('a')",
    "def f(q, p):\n    open(p)\nf('a')",
    "class A:\n    try:\n        def f(p):\n            open(p)\n    finally:\n        pass\nA.f('/etc/shadow')\nif 0: f('a')",
    "class A:\n    if 1:\n        for x in [1]:\n            def f(p):\n                open(p)\nA.f('b')\nif 0: f('a')",
    "def f(p):\n    open(p)\nf('a')\nfor f in [1]: pass",
    "names = ['a']\nnames.append(x)\nfor n in names: open(n)",
    "names = ['a']\nnames[0] = x\nfor n in names: open(n)",
    "names = ['a']\nother = names\nother.append(x)\nfor n in names: open(n)",
    "names = ['a']\ndel names[0]\nfor n in names: open(n)",
    "names = ['a']\nfor n in names: names += [x]\nfor n in names: open(n)",
    "for n in ['a'], x: open(n)",
    "d = 'a'\nopen(f'{d!r}')",
    "d = 'a'\nopen(f'{d:>9}')",
    "d = 'a'\nopen(rf'{d}')",
    "d = 'a'\nopen(f'\\x2f{d}')",
    "with open('a') as f, x as f: open(f)",
    "import os\nfrom shop import *\ndef f(p):\n    os.listdir(p)\nf(p)",
    "import os\np = 'a'\nfrom shop import *\nos.listdir(p)",
    // programs
    "import subprocess\nsubprocess.run(x)",
    "import subprocess\nsubprocess.run(['ls', x])",
    "import subprocess\nsubprocess.run(*['ls'])",
    "import subprocess\nsubprocess.run(args=['ls'])",
    "import subprocess\nsubprocess.run(['ls'], executable='/bin/sh')",
    "import subprocess\nsubprocess.run(['ls'], env={'PATH': '.'})",
    "import subprocess\nsubprocess.run(['ls'], preexec_fn=f)",
    "import subprocess\nsubprocess.run(['sh'], input='id')",
    "import subprocess\nsubprocess.run(['sh'], stdin=open('a'))",
    "import subprocess\nsubprocess.run('ls', shell=x)",
    "import subprocess\nsubprocess.run('ls', shell=1)",
    "import subprocess\nsubprocess.run(['ls'], **{'env': {}})",
    "import subprocess\nc = ['ls']\nc[0] = 'sh'\nsubprocess.run(c)",
    "import subprocess\nc = ['ls']\nc += ['-l', x]\nsubprocess.run(c)",
    "import subprocess\nr = subprocess.run\nr(['sh'])",
    "import subprocess\nlist(map(subprocess.run, [['sh']]))",
    "import subprocess\nsubprocess.Popen(['ls'])",
    "import subprocess\nsubprocess.os.system('id')",
    "from subprocess import *",
    "import subprocess\ngetattr(subprocess, 'run')(['sh'])",
    "import subprocess\nsubprocess.run = print",
    "import os\nos.system('ls')",
    "import os\nos.execv('/bin/sh', [])",
    "import os\nos.chdir('/')",
    "import os\nos.environ['PATH'] = '.'",
    "import os\nprint(os.environ)",
    "import os\nos.rename('a', x)",
    "import os\nos.remove(path='a')",
    "import os\nlist(map(os.remove, ['a']))",
    "import os\nos.chmod('a', 511)",
    "import os\nos.symlink('/etc', 'a')",
    "import shutil\nshutil.copy('a', 'b', follow_symlinks=x)",
    "import shutil\nshutil.rmtree('a', onerror=f)",
    "import shutil\nshutil.os.system('id')",
    "import shutil\nshutil.unpack_archive('a')",
    // modules that are harmless only in some of their uses
    "import pickle\npickle.loads(b'x')",
    "import pickle\nx = pickle.dumps(1)\nx = b'y'\npickle.loads(x)",
    "import pickle\npickle.load(open('a', 'rb'))",
    "import pickle\nl = pickle.loads\nl(b'')",
    "import pickle\nclass A:\n    def __reduce__(self): return (print, ())\npickle.loads(pickle.dumps(A()))",
    "import logging\nlogging.basicConfig(filename='/home/dev/.bashrc')",
    "import logging\nlogging.basicConfig(handlers=[x])",
    "import logging\nlogging.FileHandler('a')",
    "import logging\nlogging.Formatter('{0.__class__}', style='{')",
    "import logging\nlogging.os.system('id')",
    "import unittest\nunittest.main(module='antigravity')",
    "import unittest\nunittest.main(argv=['', 'os.abort'])",
    "import unittest\nm = unittest.main\nm('x')",
    "import unittest\nunittest.defaultTestLoader.discover('/')",
    "from unittest.mock import patch\npatch('os.path.join', print)",
    "from unittest import mock\nmock.patch('builtins.open')",
    "from unittest import mock\nmock.builtins",
    "import signal\ndef f(n, frame): frame.f_globals\nsignal.signal(signal.SIGALRM, f)",
    "import signal\nsignal.os.system('id')",
    // talking to someone
    "import requests\nrequests.get('http://example.com')",
    "import requests\nrequests.Session()",
    "import requests\nr = requests\nr.get('x')",
    "from requests import get",
    "import requests\nrequests.sessions.Session",
    "import requests\nrequests.utils.get_netrc_auth('http://example.com')",
    "import requests\ngetattr(requests, 'get')('x')",
    "import urllib3\nurllib3.PoolManager()",
    "from urllib3 import PoolManager",
    // packages of others
    "import shop\nshop.lines.insert(0, 'x')",
    "import shop\nlines = shop.lines\nlines.insert(0, 'x')",
    "import shop\nf = shop.f\nf.write('x')",
    "import shop\ndef open_(x): return x\nwith open_('a') as f: f.write('x')",
    "import shop\nshop.logging.FileHandler('x', 'w')\nshop.logging.os",
    "import shop\nshop.update()",
    "import shop, numpy\nnumpy.update()",
    "import numpy\nnumpy.load('x')",
    "import numpy\nnumpy.memmap('/etc/passwd', mode='w+')",
    "import numpy\nnumpy.save('x', 1)",
    "import matplotlib.pyplot as plt\nplt.savefig(x)",
    "import matplotlib.pyplot as plt\nplt.savefig('a')",
    "import matplotlib.pyplot as plt\nplt.savefig(fname='a.png')",
    "import matplotlib.pyplot as plt\nplt.savefig('a.py')",
    "import shop\nprint('eval(1)', file=shop.f)",
    "from shop import *\nprint('eval(1)')",
    "import shop\ndef print(x): return shop.f(x)\nprint('eval(1)')",
    "import shop\ndef f():\n    'eval(1)'\nshop.f(f)",
    "try:\n    from os import path\nexcept ImportError:\n    from shop import path\npath.join",
    "try:\n    import json\nexcept ImportError:\n    import shop as json\njson.x",
  ];
  for (const code of refused) {
    assert.notEqual(readPython(code, situation).refused, undefined, code);
  }
  const words = ["x.y", "-p", undefined];
  for (const word of words) {
    const given = { ...situation, arguments: [word] };
    const code = "import unittest\nunittest.main()";
    assert.notEqual(readPython(code, given).refused, undefined);
  }
});

Deno.test("readPython() takes no long over scripts that are made for it", () => {
  const times = (text: string, count: number) => text.repeat(count);
  const codes = [
    "import shop\n" + times("x=y\n", 500) + times("y=x\n", 500) + "x.insert(1)",
    "import shop\nx = [].copy" + times("().copy", 1000) + "()\nx.insert(1)",
    "def f(p):\n open(p)\n" + times("f(p)\n", 1500),
    times("def f(p):\n open(p)\n", 300) + times("f(f)\n", 300),
    "a = ['x']\n" + times("for q in a: open(q)\n", 400),
    `a = ['x']\n${times("for q in a: open(q)\n", 200)}f(${times("a,", 2000)})`,
    `def f(${times("p,", 1000)}q):\n open(p)\n` + times("f(1)\n", 500),
    "import subprocess\nc = ['a']\n" + times("subprocess.run(c)\n", 400),
    `import subprocess\nsubprocess.run([${times("'a',", 2000)}])`,
    "d = 'x'\nopen(f'" + times("{d}", 2000) + "')",
  ];
  for (const code of codes) {
    const start = performance.now();
    readPython(code, situation);
    const took = performance.now() - start;
    assert.ok(took < 1000, `${took} ms: ${code.slice(0, 40)}`);
  }
});

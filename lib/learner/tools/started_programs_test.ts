import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import type { Verdict } from "../verdict.ts";
import { asked, contextWith, project } from "../testing.ts";

/** What is said of running a script that holds some code. */
function verdictOn(code: string): Verdict {
  const text = `import os, shutil, subprocess, sys\n${code}\n`;
  return decide(
    asked("python try.py"),
    contextWith({
      autonomy: "assisted",
      text: (path) => path === `${project}/try.py` ? text : undefined,
      entries: (path) => path === project ? ["try.py", "other.py"] : undefined,
      fingerprint: () => "1",
    }),
  );
}

Deno.test("a script may start what a line may run", () => {
  for (
    const code of [
      "subprocess.run(['git', 'status'])",
      "subprocess.run(['ls', '-l'], cwd='lib')",
      "subprocess.run('git log -3 && ls', shell=True, check=True)",
      "print(subprocess.check_output(['wc', '-l', 'a.txt'], text=True))",
      "subprocess.run([sys.executable, '-m', 'pytest', 'tests'])",
      "os.makedirs('build', exist_ok=True)",
      "shutil.copy('a.txt', 'b.txt')",
    ]
  ) {
    const { decision, reason } = verdictOn(code);
    assert.equal(decision, "allow", `${code}: ${reason}`);
  }
});

Deno.test("a script may start nothing that a line may not run", () => {
  const never = [
    "subprocess.run(['sudo', 'ls'])",
    "subprocess.run(['git', 'push'])",
    "subprocess.run(['cat', '/home/dev/.ssh/id_rsa'])",
    "subprocess.run(['rm', '-rf', '/'])",
    "subprocess.run('git push && ls', shell=True)",
    "subprocess.run(['bash', '-c', 'id'])",
    "os.remove('main.py')",
    "shutil.rmtree('/home/dev')",
    "shutil.copy('a', '/home/dev/.bashrc')",
    "shutil.move('a', '.git/hooks/pre-commit')",
    "os.rename('a.json', '.claude/settings.json')",
    "os.makedirs('/etc/x')",
  ];
  for (const code of never) {
    const { decision, tier } = verdictOn(code);
    assert.equal(decision, "ask", code);
    assert.match(tier, /^(remote|critical)$/, code);
  }
  const asks = [
    "subprocess.run(['mystery'])",
    "subprocess.run(['bash', 'y.sh'])",
    "subprocess.run(['bash', '../y.sh'], cwd='lib')",
    "subprocess.run(['tar', 'xf', 'all.tar'])",
    "subprocess.run(['git', 'add', 'a'])",
    "subprocess.run(['npm', 'test'])",
    "subprocess.run('ls > a', shell=True)",
    "subprocess.run('X=1 ls', shell=True)",
    "subprocess.run('cd lib && git status', shell=True)",
    "subprocess.run('echo $(id)', shell=True)",
    "subprocess.run('[[ a[$(id)] ]]', shell=True)",
    "subprocess.run('ls &', shell=True)",
    "subprocess.run('git push', cwd='lib')",
    "subprocess.run(['ls'], cwd='/home/dev/.ssh')",
    "subprocess.run(['cd', '/'])\nsubprocess.run(['mystery'])",
    // what it leaves in files may be what runs
    "open('other.py', 'w').write('x')\nsubprocess.run(['python', 'other.py'])",
    "open('conftest.py', 'w').write('x')\nsubprocess.run(['pytest'])",
    "shutil.copy('x', 'other.py')\nsubprocess.run(['python', 'other.py'])",
    "subprocess.run(['sed', '-i', 's/a/b/', 'other.py'])\nsubprocess.run(['python', 'other.py'])",
  ];
  for (const code of asks) {
    assert.equal(verdictOn(code).decision, "ask", code);
  }
});

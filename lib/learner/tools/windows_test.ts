import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith } from "../testing.ts";

function supervised(command: string): string {
  const context = contextWith({ autonomy: "supervised" });
  const { decision, tier } = decide(asked(command), context);
  return decision === "allow" ? decision : tier;
}

Deno.test("tools of Windows that look pass, however their flags start", () => {
  for (
    const command of [
      "netstat -ano | findstr :3000",
      "findstr /s /i todo src/a.ts",
      "findstr //n //c:'a b' src/a.ts",
      "findstr -si todo src/a.ts",
      "tasklist",
      "tasklist.exe //FI 'IMAGENAME eq node.exe' /fo csv /nh",
      "where node npm",
      "systeminfo",
      "ipconfig /all",
      "dir /b /s src",
      "dir /b",
      "dir -la src",
      "dir src",
      "ver",
      "timeout 3",
    ]
  ) assert.equal(supervised(command), "allow", command);
});

Deno.test("tools of Windows that read more, reach out or change ask", () => {
  for (
    const command of [
      "findstr /g:list.txt src/a.ts",
      "findstr /f:list.txt x",
      "findstr /d:/home/dev/.ssh x *",
      "findstr x .env",
      "findstr /c:x ~/.ssh/id_rsa",
      "findstr $x a.ts",
      "tasklist /s other /u me /p secret",
      "where /r C: *.pem",
      "systeminfo /s other",
      "ipconfig /release",
      "ipconfig /displaydns",
      "taskkill //F //PID 12",
      "taskkill.exe /f",
      "del src/a.ts",
      "reg query HKLM",
      "schtasks /create",
      "git.exe push",
      "npm.cmd publish",
      "powershell.exe -c ls",
      "timeout 3 rm -rf src",
      "dir /b ~/.ssh",
    ]
  ) assert.match(supervised(command), /remote|critical/, command);
});

import assert from "node:assert/strict";
import { supervised } from "../testing.ts";

Deno.test("an archive is listed, tested and printed unasked", () => {
  const lists = [
    "tar tf x.tar",
    "tar tvzf x.tgz src/",
    "tar ftv x.tar",
    "tar -tzvf x.tgz",
    "tar -t -f x.tar --wildcards '*.txt'",
    "tar --list --file=x.tar",
    "cat x.tar | tar t",
    "tar --help",
    "unzip -l x.zip",
    "unzip -qt x.zip",
    "unzip -Z1 x.zip '*.ts'",
    "unzip -Z -l x.zip",
    "zipinfo -1 x.zip",
    "7z l -slt x.7z",
    "7zz t x.7z",
    "7z h -scrcSHA256 x.bin",
    "7z b -mmt=4",
    "gzip -l x.gz",
    "gzip -dc x.gz",
    "gzip -c notes.txt | wc -c",
    "xz --test x.xz",
    "zstd -dc x.zst | head",
    "cat notes.txt | gzip -9 | wc -c",
  ];
  for (const command of lists) {
    assert.equal(supervised(command), "allow", command);
  }
});

Deno.test("unpacking, and whatever else they do, asks each time", () => {
  const others = [
    "tar xf x.tar",
    "tar txf x.tar",
    "tar -t -x -f x.tar",
    "tar tf x.tar --to-command=./x",
    "tar tf x.tar --to-com=./x",
    "tar tf x.tar -I ./x",
    "tar tf x.tar --use-compress-program=./x",
    "tar tf host:x.tar --rsh-command=./x",
    "tar tf host:x.tar",
    "tar --list --file=host:x.tar",
    "tar tf x.tar --checkpoint=1 --checkpoint-action=exec=./x",
    "tar tf x.tar $X",
    "tar -tf $X",
    "tar tIf ./x x.tar",
    "tar -rf x.tar y",
    "tar tf ~/.ssh/x.tar",
    "unzip x.zip",
    "unzip -o x.zip",
    "unzip -T x.zip",
    "unzip -l x.zip -d out",
    "unzip -P secret -l x.zip",
    "unzip -Z -l x.zip -d out",
    "unzip -lo x.zip",
    "zipinfo x.zip -d out",
    "7z x x.7z",
    "7z e x.7z",
    "7z a x.7z notes.txt",
    "7z d x.7z notes.txt",
    "7z l -psecret x.7z",
    "7z l @list.txt",
    '7z l x.7z "$X"',
    "7z t $X",
    "7z l x.7z -oout",
    "7z l -i@list.txt x.7z",
    "7z t x.7z -so",
    "gzip -rc ~/.ssh",
    "gzip -c ~/.ssh/id_rsa",
    "gzip -c $X",
    "pigz -cT ~/.ssh/id_rsa",
    "pigz -c --threads /home/dev/.ssh/id_rsa",
    "zstd -D x.dict notes.txt",
    "xz --files=list.txt -l",
    "zstd -o out -dc x.zst -D ~/.ssh/x",
    "zstd --patch-from=x -c y -o .git/hooks/x",
  ];
  for (const command of others) {
    const tier = supervised(command);
    assert.ok(tier === "remote" || tier === "critical", `${command}: ${tier}`);
  }
});

Deno.test("packing, and printing what an archive holds, asks once", () => {
  for (
    const command of [
      "tar czf out.tgz src",
      "gzip notes.txt",
      "gunzip -k x.gz",
      "bzip2 -V notes.txt",
      "unzip -p x.zip notes.txt",
    ]
  ) {
    assert.equal(supervised(command), "project", command);
  }
});

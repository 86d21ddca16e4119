import assert from "node:assert/strict";
import { supervised } from "../testing.ts";

Deno.test("pictures and films are described unasked", () => {
  const describes = [
    "identify logo.png",
    "identify -format '%wx%h' docs/a.png docs/b.jpg",
    "ffprobe -v error -show_entries format=duration -of csv=p=0 demo.mp4",
    "ffprobe -hide_banner -i demo.webm",
    "exiftool -json -G1 photo.jpg",
    "mediainfo demo.mkv",
  ];
  for (const command of describes) {
    assert.equal(supervised(command), "allow", command);
  }
});

Deno.test("what may run, fetch or write by such a tool asks each time", () => {
  const others = [
    "identify msl:evil.png",
    "identify 'https://example.com/x.png'",
    "identify x.svg",
    "identify @list.png",
    "identify -write out.png x.png",
    "identify -define x=y x.png",
    "identify '|ls.png'",
    "ffprobe https://example.com/x.mp4",
    "ffprobe -i concat:a.mp4",
    "ffprobe list.m3u8",
    "ffprobe -f lavfi x.mp4",
    "ffprobe -o out x.mp4",
    "exiftool -Comment=x photo.jpg",
    "exiftool -if 'system(1)' photo.jpg",
    "exiftool -p '${x;system(1)}' photo.jpg",
    "exiftool -config x photo.jpg",
    "exiftool -@ args.txt photo.jpg",
    "exiftool -w txt photo.jpg",
    "exiftool $X",
    "mediainfo --LogFile=x demo.mkv",
    "identify ~/.ssh/x.png",
  ];
  for (const command of others) {
    const tier = supervised(command);
    assert.ok(tier === "remote" || tier === "critical", `${command}: ${tier}`);
  }
});

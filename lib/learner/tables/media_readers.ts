import type { ToolFacts } from "../assessment/mod.ts";
import { looks } from "./tool_kinds.ts";

/**
 * Tools that describe pictures, sounds and films. Their files must be plain
 * ones: by other names they run converters, follow lists, or fetch.
 *
 * Sources: ImageMagick's identify(1), ffprobe(1), exiftool(1), mediainfo(1).
 */
export const mediaReaders: Readonly<Record<string, ToolFacts>> = {
  identify: {
    ...looks(
      "describes a picture",
      "-verbose -format: -ping -quiet -regard-warnings -units:word -version -moments -unique",
      "read*",
    ),
    singleDash: true,
  },
  ffprobe: {
    ...looks(
      "describes a film",
      "-v:word -loglevel:word -hide_banner -show_format -show_streams -show_chapters -show_programs -show_entries: -show_error -select_streams:word -of: -print_format: -output_format: -pretty -unit -sexagesimal -count_frames -count_packets -i:read -version",
      "read",
    ),
    singleDash: true,
  },
  exiftool: {
    ...looks(
      "describes a picture",
      "-a -b -c: -d: -e -G -G0 -G1 -G2 -G3 -G4 -g -g0 -g1 -j -json -l -L -n -q -s -S -t -T -u -U -z -ver -fast -fast2 -ee -common -Make -Model -Title -Orientation -ImageSize -ImageWidth -ImageHeight -FileType -MIMEType -CreateDate -DateTimeOriginal -Duration",
      "read*",
    ),
    singleDash: true,
  },
  mediainfo: looks(
    "describes a film",
    "-f --Full --Output:word --Version",
    "read*",
  ),
};

/** Names of files that such tools read by themselves. */
export const plainMedia =
  /^[^:@|%"'`$]*\.(png|jpe?g|gif|webp|bmp|tiff?|ico|heic|avif|mp[34]|m4[av]|mov|mkv|webm|avi|wav|flac|ogg|opus|aac)$/i;

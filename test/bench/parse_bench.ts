/**
 * Measures what taking a line apart costs, beside the bare syntax parser.
 *
 * ```sh
 * deno run test/bench/parse_bench.ts
 * ```
 *
 * @module
 */
import { parse as parseSyntax } from "unbash";
import { parse } from "../../lib/shell/mod.ts";
import { hiding, plain } from "../shell/snippets.ts";
import { quantile, ratio } from "./numbers.ts";
import { printLine, printTable } from "./print_table.ts";

const rounds = 40;
const lines = [...plain, ...hiding];

/** Times both parsers over every line, by turns; gives microseconds. */
function measure(): { syntax: number[]; whole: number[] } {
  const syntax: number[] = [];
  const whole: number[] = [];
  // The first rounds warm up.
  for (let round = -20; round < rounds; round += 1) {
    for (const line of lines) {
      const start = performance.now();
      parseSyntax(line);
      const middle = performance.now();
      parse(line, { directory: "/home/dev/web" });
      const end = performance.now();
      if (round < 0) continue;
      syntax.push((middle - start) * 1000);
      whole.push((end - middle) * 1000);
    }
  }
  return { syntax, whole };
}

const { syntax, whole } = measure();
printTable(
  `${lines.length} lines, ${rounds} rounds; in µs`,
  ["", "p50", "p99"],
  [["unbash", syntax], ["parse()", whole]].map(([name, times]) => [
    name as string,
    quantile(times as number[], 0.5).toFixed(1),
    quantile(times as number[], 0.99).toFixed(1),
  ]),
);
printLine();
printLine(
  `ratio of p50    ${ratio(quantile(whole, 0.5), quantile(syntax, 0.5))}`,
);

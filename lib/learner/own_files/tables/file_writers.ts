/** A name in quotes that leads no further up than where it starts. */
const name = String.raw`\(\s*(["'])(?<name>\w[\w@+-]*(?:[./][\w@+-]+)*)\1`;

/**
 * Calls that make a file or folder of the name that they are given first.
 *
 * Sources: the references of Python's `os`, `pathlib` and built-in functions,
 * of matplotlib, NumPy, pandas, Pillow, OpenCV and Plotly, and of Node's
 * `node:fs`.
 */
export const fileWriters: readonly RegExp[] = [
  `\\b(?:savefig|imsave|imwrite|savetxt|makedirs|mkdir|mkdirSync)${name}`,
  `\\.to_(?:csv|json|html|excel|parquet|pickle|markdown|latex)${name}`,
  `\\.(?:save|write_html|write_image|write_json)${name}\\s*[,)]`,
  `\\b(?:writeFileSync|writeFile|createWriteStream)${name}`,
  `\\bopen${name}\\s*,\\s*(?:mode\\s*=\\s*)?["'][wx][bt+]*["']`,
  `\\bPath${name}\\s*\\)\\s*\\.(?:write_text|write_bytes|mkdir|touch)\\(`,
].map((pattern) => new RegExp(pattern, "g"));

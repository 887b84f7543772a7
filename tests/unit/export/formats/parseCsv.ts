/** Reads CSV as RFC 4180 has it, strictly: rows of cells. Throws where the text is anything else. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  cells.lastIndex = start;
  while (cells.lastIndex < text.length) {
    const offset = cells.lastIndex;
    const found = cells.exec(text);
    if (!found) throw new Error(`No CSV at ${offset}: ${JSON.stringify(text.slice(offset, offset + 40))}`);
    const [, cell = '', end] = found;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

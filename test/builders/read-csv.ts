/** A strict reader of RFC 4180, so that tests do not believe the writer: anything else than the grammar throws. */

/** Rows of cells; the byte order mark must be there and is left out. */
export function readCsv(csv: string): string[][] {
  if (!csv.startsWith('\uFEFF')) throw new Error('no byte order mark')
  const rows: string[][] = []
  let row: string[] = []
  let at = 1
  while (at < csv.length) {
    const cell = /"((?:[^"]|"")*)"|[^",\r\n]*/y
    cell.lastIndex = at
    const match = cell.exec(csv)
    if (match === null) throw new Error(`no cell at ${at}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[0])
    at = cell.lastIndex
    if (csv[at] === ',') at += 1
    else if (csv.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else throw new Error(`a cell ends with ${JSON.stringify(csv.slice(at, at + 2))} at ${at}`)
  }
  if (row.length > 0) throw new Error('the last row is not ended')
  const width = rows[0]?.length
  if (rows.some(({ length }) => length !== width)) throw new Error('rows differ in length')
  return rows
}

/** Which letter stands for which mark, where a line was read with a letter too many or too few. */

/** Costs of one step; an unknown mark takes any letter more cheaply than two signs are dropped. */
const UNKNOWN = 0.4
const WRONG = 2
const SKIP = 1

/**
 * For each mark that is not known yet the letter that it surely is; null for all others. `known` has the trusted letter
 * of each mark or null, `letters` the line as read. A letter is sure when the marks on both sides are known and agree.
 */
export function alignLetters(
  known: readonly (string | null)[],
  letters: readonly string[],
): (string | null)[] {
  const [rows, columns] = [known.length + 1, letters.length + 1]
  const cost = new Float64Array(rows * columns)
  const at = (row: number, column: number) => cost[row * columns + column] ?? 0
  const stepCost = (row: number, column: number) => {
    const mark = known[row - 1] ?? null
    return mark === null ? UNKNOWN : mark === letters[column - 1] ? 0 : WRONG
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (row === 0 || column === 0) cost[row * columns + column] = (row + column) * SKIP
      else
        cost[row * columns + column] = Math.min(
          at(row - 1, column - 1) + stepCost(row, column),
          at(row - 1, column) + SKIP,
          at(row, column - 1) + SKIP,
        )
    }
  const paired: (string | null)[] = known.map(() => null)
  let [row, column] = [known.length, letters.length]
  while (row > 0 && column > 0) {
    const here = at(row, column)
    if (here === at(row - 1, column - 1) + stepCost(row, column)) {
      paired[row - 1] = letters[column - 1] ?? null
      row--
      column--
    } else if (here === at(row - 1, column) + SKIP) row--
    else column--
  }
  const agrees = (index: number) =>
    known[index] !== undefined && known[index] === paired[index] && paired[index] !== null
  return paired.map((letter, index) =>
    known[index] === null && agrees(index - 1) && agrees(index + 1) ? letter : null,
  )
}

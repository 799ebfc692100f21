// Multinomial logistic regression with a ridge, by limited-memory BFGS: the same rows give the same weights.

/** Rows of few columns: those of row r stand from `starts[r]` to `starts[r + 1]`. */
export interface Matrix {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
  readonly width: number
}

export interface Model {
  /** `classes` numbers a column, then the `classes` constants. */
  readonly weights: Float64Array
  readonly classes: number
  readonly width: number
}

export function matrixOf(rows: readonly (readonly (readonly [number, number])[])[], width: number): Matrix {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] ?? 0) + row.length
  })
  const size = starts[rows.length] ?? 0
  const columns = new Int32Array(size)
  const values = new Float32Array(size)
  let at = 0
  for (const row of rows)
    for (const [column, value] of row) {
      columns[at] = column
      values[at++] = value
    }
  return { starts, columns, values, width }
}

/** Chances of each class for row `row`, written to `out`; `start` is what its sums start from, where something is known. */
export function chancesOf(
  { weights, classes, width }: Model,
  x: Matrix,
  row: number,
  out: Float64Array,
  start?: Float64Array,
): void {
  for (let kind = 0; kind < classes; kind++)
    out[kind] = weights[width * classes + kind]! + (start?.[kind] ?? 0)
  for (let at = x.starts[row]!; at < x.starts[row + 1]!; at++) {
    const from = x.columns[at]! * classes
    const value = x.values[at]!
    for (let kind = 0; kind < classes; kind++) out[kind]! += value * weights[from + kind]!
  }
  let most = Number.NEGATIVE_INFINITY
  for (let kind = 0; kind < classes; kind++) most = Math.max(most, out[kind]!)
  let sum = 0
  for (let kind = 0; kind < classes; kind++) {
    out[kind] = Math.exp(out[kind]! - most)
    sum += out[kind]!
  }
  for (let kind = 0; kind < classes; kind++) out[kind]! /= sum
}

/** Fits the rows named by `chosen` to their targets (shares of each class, summing to one). */
export function fitModel(
  x: Matrix,
  targets: readonly Float64Array[],
  chosen: readonly number[],
  ridge: number,
  rounds: number,
  starts?: readonly Float64Array[],
): Model {
  const classes = targets[0]?.length ?? 0
  const size = (x.width + 1) * classes
  const model: Model = { weights: new Float64Array(size), classes, width: x.width }
  const chances = new Float64Array(classes)
  const loss = (weights: Float64Array, slope: Float64Array): number => {
    slope.fill(0)
    let total = 0
    const penalised = x.width * classes
    for (let at = 0; at < penalised; at++) {
      const weight = weights[at]!
      total += 0.5 * ridge * weight * weight
      slope[at] = ridge * weight
    }
    const current = { ...model, weights }
    for (const row of chosen) {
      chancesOf(current, x, row, chances, starts?.[row])
      const target = targets[row]!
      for (let kind = 0; kind < classes; kind++) {
        total -= target[kind]! * Math.log(chances[kind]! + 1e-12)
        chances[kind]! -= target[kind]!
        slope[penalised + kind]! += chances[kind]!
      }
      for (let at = x.starts[row]!; at < x.starts[row + 1]!; at++) {
        const from = x.columns[at]! * classes
        const value = x.values[at]!
        for (let kind = 0; kind < classes; kind++) slope[from + kind]! += value * chances[kind]!
      }
    }
    return total
  }
  descend(loss, model.weights, rounds)
  return model
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

const MEMORY = 6
const ENOUGH = 1e-4
const SHORTEST = 1e-10

/** Moves `point` downhill for so many rounds; ends early where no step helps. */
function descend(
  loss: (point: Float64Array, slope: Float64Array) => number,
  point: Float64Array,
  rounds: number,
): void {
  const slope = new Float64Array(point.length)
  let value = loss(point, slope)
  const moves: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const way = directionOf(slope, moves)
    const drop = dot(slope, way)
    let length = round === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1
    const next = new Float64Array(point.length)
    const nextSlope = new Float64Array(point.length)
    let nextValue = Number.POSITIVE_INFINITY
    for (; length > SHORTEST; length /= 2) {
      for (let at = 0; at < point.length; at++) next[at] = point[at]! + length * way[at]!
      nextValue = loss(next, nextSlope)
      if (nextValue <= value + ENOUGH * length * drop) break
    }
    if (length <= SHORTEST) return
    const s = next.map((one, at) => one - point[at]!)
    const y = nextSlope.map((one, at) => one - slope[at]!)
    const bend = dot(s, y)
    if (bend > SHORTEST) moves.push({ s, y, rho: 1 / bend })
    if (moves.length > MEMORY) moves.shift()
    point.set(next)
    slope.set(nextSlope)
    value = nextValue
  }
}

function directionOf(
  slope: Float64Array,
  moves: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const way = slope.map((one) => -one)
  const alphas: number[] = []
  for (let index = moves.length - 1; index >= 0; index--) {
    const { s, y, rho } = moves[index]!
    const alpha = rho * dot(s, way)
    alphas[index] = alpha
    for (let at = 0; at < way.length; at++) way[at]! -= alpha * y[at]!
  }
  const last = moves.at(-1)
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y))
    for (let at = 0; at < way.length; at++) way[at]! *= scale
  }
  moves.forEach(({ s, y, rho }, index) => {
    const beta = rho * dot(y, way)
    for (let at = 0; at < way.length; at++) way[at]! += (alphas[index]! - beta) * s[at]!
  })
  return way
}

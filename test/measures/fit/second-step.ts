// What stands before and after a statement, fitted to the chances that the first step gave to pages left out of its fit.
import { STATEMENT_KINDS } from '../../../src/model/index.ts'
import { BESIDE, type Heard } from '../../../src/reading/second-opinion/index.ts'
import type { LabelledStatement, Neighbour } from './labelled-pages.ts'
import { fitModel, type Matrix, type Model, matrixOf } from './regression.ts'

export interface SecondStep {
  readonly matrix: Matrix
  /** What each row starts from: the first step's chances, as logarithms. */
  readonly starts: readonly Float64Array[]
}

const SIDES = ['before', 'after'] as const
/** Signs by column, as the file names them. */
export const BESIDE_NAMES: readonly string[] = SIDES.flatMap((side) => BESIDE.map((one) => `${side}|${one}`))
const RIDGE = 3
const ROUNDS = 100
// As in the reader: a kind without any sign is still possible.
const LEAST_CHANCE = 1e-4

/** Rows for `statements`; `chancesOf` gives the first step's chances of a sentence. */
export function buildSecondStep(
  statements: readonly LabelledStatement[],
  chancesOf: (heard: Heard) => Float64Array,
): SecondStep {
  const rows = statements.map((one) =>
    SIDES.flatMap((side, at) =>
      sharesOf(one[side], chancesOf).map((share, kind): [number, number] => [
        at * BESIDE.length + kind,
        share,
      ]),
    ),
  )
  return {
    matrix: matrixOf(rows, BESIDE_NAMES.length),
    starts: statements.map(({ heard }) =>
      heard ? chancesOf(heard).map((one) => Math.log(one + LEAST_CHANCE)) : new Float64Array(),
    ),
  }
}

export function fitSecondStep(
  step: SecondStep,
  targets: readonly Float64Array[],
  chosen: readonly number[],
): Model {
  return fitModel(step.matrix, targets, chosen, RIDGE, ROUNDS, step.starts)
}

function sharesOf(one: Neighbour, chancesOf: (heard: Heard) => Float64Array): number[] {
  if (typeof one !== 'string') return [...chancesOf(one)]
  return BESIDE.map((name, at) => (at >= STATEMENT_KINDS.length && name === one ? 1 : 0))
}

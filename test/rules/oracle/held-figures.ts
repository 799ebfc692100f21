/** The rulebook's dated numbers beside the oracle's copy of them, on the days where one ends and the next begins. */
import { parseDay } from '../../../src/rules/index.ts'
import { makePlan } from '../../../src/rules/plan.ts'
import type { Rulebook } from '../../../src/rules/rulebook.ts'
import { addDays } from './family.ts'
import { rowOn, TABLES } from './figures.ts'

/** In words, each number that one holds and the other does not, or not so. */
export function findFigureDifferences(rulebook: Rulebook): string[] {
  return Object.entries(TABLES).flatMap(([table, { parameter, rows }]) => {
    const days = rows.flatMap(([from, to]) => [addDays(from, -1), from, to, addDays(to, 1)])
    return [...new Set(days)]
      .filter((day) => day >= '2021-01-01' && day <= '2100-12-31')
      .flatMap((day) => {
        const [right, held] = [JSON.stringify(rowOn(table, day)), heldOn(rulebook, parameter, day)]
        return right === held ? [] : [`${parameter} on ${day}: ${held}, not ${right}`]
      })
  })
}

function heldOn(rulebook: Rulebook, name: string, day: string): string {
  const scale = rulebook.parameters.get(name)?.unit.startsWith('GBP') ? 100 : 1
  const held = makePlan(rulebook, parseDay(day) ?? 0, []).held.get(name)
  return JSON.stringify(held ? held.cells.map((cell) => cell / scale) : null)
}

import { describe, expect, it } from 'vitest'
import { inPaintedOrder, inReadingOrder } from './reading-order.ts'

const ALEF = '\u05d0'
const BET = '\u05d1'
const GIMEL = '\u05d2'

describe('inReadingOrder', () => {
  it.each<[string, string, string]>([
    ['Latin lines', 'The council (of 9) acts.', 'The council (of 9) acts.'],
    ['Hebrew', `${GIMEL}${BET} ${ALEF}`, `${ALEF} ${BET}${GIMEL}`],
    ['a full stop at the end', `.${BET}${ALEF}`, `${ALEF}${BET}.`],
    ['brackets', `(${BET}) ${ALEF}`, `${ALEF} (${BET})`],
    ['a number', `${BET} 2027 ${ALEF}`, `${ALEF} 2027 ${BET}`],
    ['a number with its sign', `£3.5 ${ALEF}`, `${ALEF} £3.5`],
    ['two numbers', `2028 2027 ${ALEF}`, `${ALEF} 2027 2028`],
    [
      'Latin words in Hebrew',
      `${GIMEL}${GIMEL}${GIMEL} by May ${BET}${BET}${ALEF}`,
      `${ALEF}${BET}${BET} by May ${GIMEL}${GIMEL}${GIMEL}`,
    ],
    [
      'Hebrew words in Latin',
      `The plan ${GIMEL} ${BET}${ALEF} says no.`,
      `The plan ${ALEF}${BET} ${GIMEL} says no.`,
    ],
    ['shapes of Arabic letters', '\ufea4\ufe92', '\u0628\u062d'],
    ['a ligature', '\ufefb', '\u0644\u0627'],
  ])('reads %s', (_name, visual, expected) => {
    expect(inReadingOrder(visual)).toBe(expected)
  })

  it('turns the letters of one glyph round with their line', () => {
    expect(inReadingOrder(inPaintedOrder('\u0644\u0627') + ALEF)).toBe(`${ALEF}\u0644\u0627`)
    expect(inPaintedOrder('ffi')).toBe('ffi')
  })
})

import { describe, expect, it } from 'vitest'
import { canShow, DELIVERIES, DELIVERY_KINDS } from './axes.ts'

describe('what an event can show', () => {
  it('lets no announcement and no budget show delivery', () => {
    for (const kind of ['announcement', 'budget'] as const) {
      expect(canShow(kind, 'delivered')).toBe(false)
      expect(canShow(kind, 'partly-delivered')).toBe(false)
      expect(canShow(kind, 'announced')).toBe(true)
    }
  })
  it('does not take a law that has passed for one in force', () => {
    expect(canShow('law-passed', 'delivered')).toBe(false)
    expect(canShow('law-in-force', 'delivered')).toBe(true)
  })
  it('leaves every kind something it can show', () => {
    for (const kind of DELIVERY_KINDS)
      expect(DELIVERIES.some((delivery) => canShow(kind, delivery))).toBe(true)
  })
})

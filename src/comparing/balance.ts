/** The balance of a reply's signs: at 0 and over it takes the recommendation up, below it does so in part. */
import type { Signs } from './decision-signs.ts'

/**
 * How much each sign moves the balance. Fitted by hand to two thirds of the hand-labelled replies, the signs of the
 * weights kept as a reader would have them; the last third was kept aside to measure with.
 */
const WEIGHTS = {
  do: 0.6,
  agree: 0.3,
  hedge: -2.4,
  deflect: -1.4,
  decline: -2.2,
  isForThought: -0.4,
} as const
/** To go on as before grants a request to go on, and little of one for something new. */
const GOES_ON = { gentle: 0.6, fresh: 0.2 } as const
/** What a reply to a gentle request has in its favour: to go on is easily granted. */
const GENTLE = 0.9
/** Naming what was asked, whatever is said of it, counts towards reaching it. */
const PRESENCE = 1.5
/** A new act is granted only where the reply reaches this far towards it; past it, no more is won than this. */
const REACH = { least: 0.95, slope: 3, worst: -1, best: 0.5 } as const
const CONSIDERED = 2.5

/**
 * A reply that opens by agreeing, does something, and nowhere refuses or hands on takes the recommendation up, however
 * much it still means to think through: "we agree …, have begun …, and will consider …".
 */
const OPENED = { mostDeclined: 0.3, mostDeflected: 0.4, leastDone: 0.3, worth: 1.2 } as const
/** Agreement with so much of what was asked, and not a word that limits it, is a yes where little else is said. */
const PLAIN = { leastPresent: 0.3, mostGuarded: 0.1, worth: 1 } as const
export function weigh(signs: Signs): number {
  const goingOn = (signs.isGentle * GOES_ON.gentle + (1 - signs.isGentle) * GOES_ON.fresh) * signs.goesOn
  const reach =
    REACH.slope *
    (signs.do +
      signs.isForThought * signs.hedge +
      GOES_ON.fresh * signs.goesOn +
      signs.echo +
      PRESENCE * signs.presence -
      REACH.least)
  const granted = Math.max(REACH.worst, Math.min(REACH.best, reach))
  const isOpened =
    signs.opensAgreeing &&
    signs.decline < OPENED.mostDeclined &&
    signs.deflect < OPENED.mostDeflected &&
    signs.do >= OPENED.leastDone
  const isPlain =
    signs.opensAgreeing &&
    signs.presence >= PLAIN.leastPresent &&
    signs.hedge + signs.deflect + signs.decline < PLAIN.mostGuarded
  // To consider is all that was asked, and to consider is what is promised.
  const considered = signs.isForThought * Math.min(CONSIDERED, signs.hedge * -WEIGHTS.hedge)
  const leaning =
    1.2 * considered +
    (isOpened ? OPENED.worth : 0) +
    (isPlain ? PLAIN.worth : 0) +
    goingOn +
    signs.isGentle * GENTLE +
    (1 - signs.isGentle) * granted
  return (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).reduce(
    (sum, sign) => sum + WEIGHTS[sign] * signs[sign],
    leaning,
  )
}

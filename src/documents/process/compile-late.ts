/** Tells V8 that this process ends soon, so that it does not spend more on machine code and memory than they give back. */
import { setFlagsFromString } from 'node:v8'

/**
 * How much a function has to run before V8's optimising compiler takes it, in V8's measure. On the 240 pages that documents
 * are measured by, compiling took a third of the time of parsing and half of that of reading: with this both together take
 * 4.2 s instead of 5.9 s on one core (150,000: 4.9 s; 1,000,000: 4.2 s; 2,000,000: 4.9 s).
 */
const BUDGET = 500_000

/** V8's own. What lives on is worth compiling: warm reading, with the budget above, took half a minute to its full speed. */
const USUAL_BUDGET = 67_584

/**
 * A process this many seconds old, when it is given a document, is a server's or has many to read; one or two that a
 * command names are parsed at its start.
 */
const YOUNG = 2

/**
 * How many times larger the place for new values becomes when it proves too small; V8's own is 2. From 1 MB it comes to
 * its full 16 MB at once, not after the tenth collection: two thirds of them fall away, for 10 MB more.
 */
const GROWTH = 16

/** The newest Node that this was tried with: where a V8 no longer knows a flag, it says so on standard error. */
const LAST_NODE = 24

/** For a process with seconds of work, called with each piece of it: once the process has lived longer, code is compiled as usual. */
export function compileLate(): void {
  if (Number.parseInt(process.versions.node, 10) > LAST_NODE) return
  setFlagsFromString(`--interrupt-budget=${process.uptime() < YOUNG ? BUDGET : USUAL_BUDGET}`)
  setFlagsFromString(`--semi-space-growth-factor=${GROWTH}`)
}

/** A reply in which several bodies speak one after the other, each behind its name: "Police: Agreed. Probation: …". */
import type { Judged } from './decisions.ts'
import type { Spoken } from './spoken.ts'

const NAMED =
  /^\W*((?:the )?\p{Lu}[\p{L}’'&-]*(?: (?:\p{Lu}[\p{L}’'&-]*|and|of|for|the|in|on)){0,6}) ?:(?:\s|$)/u
/** What is told of a reply beside the reply. */
const FIELD =
  /\b(?:response|reply|answer|recommendation|update|actions?|progress|notes?|evidence|timescales?|timing|cost|costs|lead|owner|date|deadline|status|target|decision|position|outcome|comments?|reasons?|step|stage|phase|part|example|table|figure|source)\b/i

/** The sentences of each body, in order; a single stretch where fewer than two are named. */
export function splitByBody(reply: readonly Spoken[]): readonly (readonly Spoken[])[] {
  const stretches: Spoken[][] = []
  const names = new Set<string>()
  for (const spoken of reply) {
    const name = NAMED.exec(spoken.text)?.[1]
    if (name !== undefined && !FIELD.test(name)) {
      names.add(name.toLowerCase())
      const said = withoutName(spoken)
      stretches.push(said.text === '' ? [] : [said])
    } else if (stretches.length > 0) stretches.at(-1)?.push(spoken)
    // Names alone, in the cell beside, may stand before; a sentence is nobody's.
    else if (/[.!?]\W*$/.test(spoken.text)) return [reply]
  }
  const spoken = stretches.filter((stretch) => stretch.length > 0)
  return names.size > 1 && spoken.length > 1 ? spoken : [reply]
}

function withoutName(spoken: Spoken): Spoken {
  const length = spoken.text.length - spoken.text.slice(spoken.text.indexOf(':') + 1).trimStart().length
  return { ...spoken, text: spoken.text.slice(length), start: spoken.start + length }
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(['noted', 'no-response'])

/** The answers that count: who only hands on leaves it to those who decide. */
export function keepDeciding(answers: readonly Judged[]): readonly Judged[] {
  const deciding = answers.filter((one) => !SAYS_NOTHING.has(one.decision))
  return deciding.length > 0 ? deciding : answers
}

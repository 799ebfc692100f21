/** A promise to some of those, or in some of the places or hours, that all of was asked for: "in three branches", "for those who". */
import { twin } from './twin-pattern.ts'

/** The whole of something is asked for. */
const WHOLE =
  /\b(?:all|every|each|any|both|whole|entire(?:ly)?|altogether|always|at all times|full(?:y|-time)?|free(?: of charge)?|unlimited|throughout|nobody|no one|nationwide|nationally|permanent(?:ly)?|abolish|scrap|ban|end)\b/i

/** The words behind a promise that leave some out. */
const SOME = twin(
  /\bfrom (?:january|february|march|april|may|june|july|august|september|october|november) to (?:february|march|april|may|june|july|august|september|october|november|december)\b(?! \d)|\ball but\b|\b(?:most|some|many|half|two[- ]thirds|three[- ]quarters|a (?:third|quarter|half|majority|number|handful)|the majority) of (?:the|our|its|these|them)\b|\bat least (?:half|a third|a quarter)\b|(?<!\bwith )\b(?:those|any|people|residents|groups|families|patients|staff|pupils|members|women|men|children|homes|sites|schools) (?:who|that|which|where|with|run|in which|on (?:low|the lowest)|under|over|aged|below)\b|(?<!\b(?:and|who|what|how|or|say|show|tell) )\bwhere (?:we|the|it|there|they|this)\b[^.;]{0,40}\b(?:have|has|is|are|can)\b|\bwhen (?:our|the|a|an|we|staff|they)\b[^.;]{0,40}\b(?:is|are|can|has|have)\b|\b(?:two|three|four|five|six|ten|a few|several) (?:areas|places|cities|towns|regions|sites|branches|schools|hospitals|wards|posts|counties|districts|prisons|boards|pilots?|trusts|stations|libraries)\b|\b(?:ground|first|upper|lower) floor\b|\bas (?:they|it|each|homes|leases|contracts) (?:become|becomes|fall|falls|come|comes|are|is)\b|\b(?:other|others|the rest|the remainder|remaining \w+|those that|the remaining)\b[^.;]{0,60}\b(?:not|later|every two|will have to|must|cannot|remain|stay|as now)\b|\b(?:highest|greatest|worst|poorest|busiest|largest|most)[- ](?:\w+ )?(?:risk|priority|deprived|affected)\b|\bon request\b|\bby appointment\b|\bfor (?:private|public|new|future|larger|smaller) \w+ only\b|\bonly (?:those|for|where|in|to|on)\b|\bwho (?:are able|can|is able|want|wish)\b|\bwaive it for\b/iu,
)

/** Whatever was asked for, these are some of it. */
const PART =
  /\ball but\b|\b(?:from|between) \d{1,2}(?:[.:]\d\d)?(?: ?[ap]m)? (?:until|till|to|and) \d|\bon (?:weekdays|weekends|saturdays|sundays|mondays)\b|\bbefore \d{1,2}(?:[.:]\d\d)? ?[ap]m\b|\bat least (?:half|a third|a quarter)\b|\bmost of (?:the|these|them)\b|\bthe (?:remainder|rest) (?:is not|are not|must|cannot|would|will (?:not|have|stay|remain|wait))\b|\b(?:end|course|lifetime) of (?:the|this) parliament\b/i

/** A trial goes part of the way to what was to be done everywhere. */
const TRIES = /\b(?:pilots?|piloting|trials?|trialling|on trial|for (?:twelve|eighteen|six|\d+) months)\b/i
/** Asking opinions, or guidance, goes part of the way to a law or a ban. */
const LAW =
  /\b(?:legislat\w+|in law|statutor\w+|ban(?:ned)?|prohibit\w*|mandat\w+|compulsory|required? by law|make it (?:an offence|unlawful))\b/i
const SOFTER =
  /\b(?:consult(?:ed|ing|ation|ations)?(?! document)|code of practice|guidance|voluntary|encourag\w+|urge[ds]?|remind\w*|campaign)\b/i
const HARDER =
  /\b(?:legislat\w+|bill|regulations|act\b|order\b|ban|prohibit\w*|mandat\w+|in law|statutory (?:duty|requirement))/i

/** Why the sentences that promise fall short of the whole; null where nothing limits them. */
export function findNarrowing(asked: string, promised: readonly string[]): string | null {
  const said = promised.join(' ')
  const some =
    WHOLE.test(asked) &&
    !(
      /\b(?:who|(?:any|every|each|all) (?:persons?|people)|anyone|everyone)\b/i.test(asked) &&
      /\bwho\b/.test(said)
    )
      ? SOME.exec(said)?.[0]
      : undefined
  if (some !== undefined) return `all was asked for, and it says "${some.trim().slice(0, 60)}"`
  const part = PART.exec(said)?.[0]
  if (part !== undefined && !PART.test(asked)) return `it says "${part}"`
  if (TRIES.test(said) && !TRIES.test(asked) && !/\b(?:extend|roll(?:ed|ing)? out)/i.test(said))
    return 'it promises a trial'
  if (
    LAW.test(asked) &&
    SOFTER.test(said) &&
    !HARDER.test(said) &&
    !SOFTER.test(asked) &&
    !/\b(?:keep|retain)\b/i.test(asked)
  )
    return 'it promises less than a rule'
  return null
}

/** All of it on one page, for paper and for those without a script: which kind of carer, then what each kind gets. */
import {
  type Answer,
  type AnsweredOutcome,
  type Arrangement,
  findStandIn,
  type OutcomeCode,
} from '../../rules/index.ts'
import type { View } from '../tracker/view.ts'
import { sayDay } from '../tracker/words.ts'
import { answerContent, questionContent } from './browser/content.ts'
import { sayAmount, supportName } from './browser/say-outcome.ts'
import { type CheckerRules, KINDS } from './rules-of-page.ts'

interface PageProps {
  readonly view: View
  readonly rules: CheckerRules
}

export function DecisionPage({ view, rules }: PageProps) {
  return (
    <section aria-labelledby="on-paper">
      <h2 id="on-paper">All of it on one page</h2>
      <p>
        Find your kind of carer. Then see what there is for it on {sayDay(view.today)}. If you care for two
        children in different ways, look at both. It comes from the same rules as the questions.
      </p>
      <h3>Which kind of carer are you?</h3>
      <ol class="steps">
        <li>
          Is the child in the care of the council, and are you the foster carer? You are a{' '}
          <KindLink kind="kinship-foster" />.
        </li>
        <li>
          If not: has a court made an order? Look at the first page of the paper.
          <ul class="bullets">
            <li>
              It says “special guardianship”: you are a <KindLink kind="special-guardianship" />.
            </li>
            <li>
              It says “child arrangements” or “residence”, and that the child lives with you: you are a{' '}
              <KindLink kind="child-arrangements" />.
            </li>
            <li>
              It says “adoption”: you are an <KindLink kind="adoption" />.
            </li>
          </ul>
        </li>
        <li>
          No order? If you are a grandparent, brother, sister, aunt, uncle or step-parent, you are a{' '}
          <KindLink kind="informal" />. If you are not, and the child has lived with you for 28 days or more,
          you are a <KindLink kind="private-fostering" />.
        </li>
      </ol>
      {KINDS.map((kind) => (
        <KindAnswers kind={kind} answer={rules.answerKind(kind, view.today)} rules={rules} />
      ))}
    </section>
  )
}

const nameOf = (kind: Arrangement): string => {
  const { name } = questionContent.kinds[kind]
  return name.charAt(0).toLowerCase() + name.slice(1)
}

const KindLink = ({ kind }: { kind: Arrangement }) => <a href={`#kind-${kind}`}>{nameOf(kind)}</a>

const ORDER: readonly OutcomeCode[] = [
  'entitled',
  'rate-not-held',
  'pilot-area',
  'council-decides',
  'conditional',
  'cannot-tell',
  'information',
  'not-under-this',
]

interface KindProps {
  readonly kind: Arrangement
  readonly answer: Answer | null
  readonly rules: CheckerRules
}

function KindAnswers({ kind, answer, rules }: KindProps) {
  const { name, plain } = questionContent.kinds[kind]
  return (
    <section class="kind" aria-labelledby={`kind-${kind}`}>
      <h3 id={`kind-${kind}`}>{name}</h3>
      <p>{plain}</p>
      {answer === null ? (
        <p>We hold no rules for this day.</p>
      ) : (
        <dl>
          {ORDER.map((code) => (
            <OutcomeRow
              code={code}
              outcomes={answer.outcomes.filter(({ outcome }) => outcome === code)}
              rules={rules}
            />
          ))}
        </dl>
      )}
    </section>
  )
}

interface RowProps {
  readonly code: OutcomeCode
  readonly outcomes: readonly AnsweredOutcome[]
  readonly rules: CheckerRules
}

function OutcomeRow({ code, outcomes, rules }: RowProps) {
  if (outcomes.length === 0) return null
  return (
    <div>
      <dt>{code === 'cannot-tell' ? 'It depends' : answerContent.outcomes[code].short}</dt>
      <dd>
        <ul>
          {outcomes.map((outcome) => (
            <li>
              {supportName(outcome.support)}
              {outcome.amount === null ? '' : `: ${sayAmount(outcome)}`}
              {code === 'cannot-tell' ? ` (${sayDependsOn(outcome.settles, rules)})` : ''}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

/** "the child's age", but "Universal Credit": a name of several words keeps its capitals. */
const withinSentence = (text: string): string =>
  /^\S+ \p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** What it depends on, in the words of the questions that ask for it. */
function sayDependsOn(settles: readonly string[], { rulebook }: CheckerRules): string {
  const names = questionContent.questions
    .filter(({ reads }) => reads.some((input) => settles.includes(rulebook.inputs.get(input)?.key ?? '')))
    .filter((question) => findStandIn(question, questionContent.questions) === undefined)
    .map(({ short }) => withinSentence(short))
  return names.length === 0 ? 'we do not hold the rate' : [...new Set(names)].join(', ')
}

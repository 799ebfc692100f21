/** The page of the checker: its start, all of it on one page for those without a script, and the promises it links to. */
import { findRecord, keyOf, type RecordOf } from '../../tracker/index.ts'
import { renderFrame } from '../tracker/frame.tsx'
import type { View } from '../tracker/view.ts'
import { sayDate, strengthWord } from '../tracker/words.ts'
import { answerContent } from './browser/content.ts'
import { DecisionPage } from './decision-page.tsx'
import type { CheckerRules } from './rules-of-page.ts'

export const CHECKER_PATH = '/what-applies'
export const TRACKS_PATH = '/what-applies/cover-your-tracks'
export const SCRIPT_PATH = '/checker.js'

/** Nothing is asked for, nothing is sent, no text becomes code; written into the page, so that it holds in a copy too. */
export const CHECKER_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const MOST_CHILDREN = 6

export function checkerPage(view: View, rules: CheckerRules): string {
  return renderFrame({
    view,
    title: 'What applies to my family',
    script: SCRIPT_PATH,
    policy: CHECKER_POLICY,
    children: (
      <>
        <Leave />
        <div data-without-checker>
          <h1>What applies to my family</h1>
          <p class="lead">
            Are you raising a child of your family or of a friend? Answer a few plain questions. You will see
            what help there is for you now, what your council decides, and what has been promised.
          </p>
          <Start view={view} />
        </div>
        <div id="checker" hidden></div>
        <div data-without-checker>
          <DecisionPage view={view} rules={rules} />
        </div>
        <Promises view={view} />
      </>
    ),
  })
}

/** Always in sight; a plain link for those without a script. */
export function Leave() {
  const { address, name } = answerContent.leave
  return (
    <p class="leave">
      <a id="leave" href={address} rel="noreferrer nofollow">
        Leave this page now<span class="unseen">: go to {name}</span>
      </a>
    </p>
  )
}

function Start({ view }: { view: View }) {
  return (
    <div class="start">
      <form id="start" autocomplete="off" data-scripted>
        <p class="entry">
          <label for="how-many">How many children do you look after who are not your own?</label>
          <select id="how-many" autocomplete="off">
            {Array.from({ length: MOST_CHILDREN }, (_, index) => (
              <option value={String(index + 1)}>{index + 1}</option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit" class="main">
            Start
          </button>
        </p>
        <p class="entry">
          <label for="saved-file">Or open a file that you saved here before</label>
          <input id="saved-file" type="file" accept=".json,application/json" />
        </p>
        <div id="load-problem"></div>
      </form>
      <noscript>
        <p class="told">
          The questions need a script, and yours is off. All of it stands on this page below. You can print
          it.
        </p>
      </noscript>
      <ul class="bullets">
        <li>It takes about five minutes. You can say “I don't know” each time.</li>
        <li>Your answers stay on this phone or computer. We do not see them. No one else does.</li>
        <li>They are gone when you close the page, if you do not save them yourself.</li>
        <li>It is information, not advice. It tells you where to get advice.</li>
        <li>
          Someone looks at what you do on this phone?{' '}
          <a href={view.href(TRACKS_PATH)}>How to cover your tracks</a>
        </li>
      </ul>
    </div>
  )
}

function sayDue({ dueBy, dueWords, starts }: RecordOf<'commitment'>['versions'][number]): string {
  if (dueBy) return `by ${sayDate(dueBy)}`
  if (starts) return `from ${sayDate(starts)}`
  return dueWords ?? 'no day named'
}

const promisedIds = (): string[] => [
  ...new Set(Object.values(answerContent.supports).flatMap(({ promises = [] }) => promises)),
]

/** The records that the page tells of. */
export const PROMISED = promisedIds().map((id) => keyOf('commitment', id))

/** The promises about the kinds of help; the checker shows again those that are about a family's own. */
function Promises({ view }: { view: View }) {
  const found = promisedIds().flatMap((id) => findRecord(view.state, 'commitment', id) ?? [])
  if (found.length === 0) return null
  return (
    <section id="promises" data-without-checker aria-labelledby="promised">
      <h2 id="promised">What is promised, and by when</h2>
      <ul class="bullets">
        {found.map(({ id, title, versions }) => {
          const last = versions.at(-1)
          const due = last === undefined ? '' : sayDue(last)
          return (
            <li data-promise={id}>
              <a href={view.href(`/commitments/${id}`)}>{title}</a>:{' '}
              {last === undefined
                ? null
                : `how firm: ${strengthWord(last.strength).toLowerCase()}. When: ${due}. Last said: ${sayDate(last.on)}.`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

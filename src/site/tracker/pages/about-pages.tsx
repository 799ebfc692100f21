/** How the tracker works, who keeps it, and how well it can be used: the pages that explain the others. */
import { STRENGTH_MEANINGS } from '../../../api/index.ts'
import { listRecords, RUNGS } from '../../../tracker/index.ts'
import { EventName, historyPath, sayAction } from '../changes/event-entry.tsx'
import { renderFrame } from '../frame.tsx'
import { CoverageMark } from '../marks.tsx'
import type { View } from '../view.ts'
import { DELIVERY_WORDS, sayDay, strengthWord } from '../words.ts'

export function methodPage(view: View): string {
  return renderFrame({
    view,
    title: 'How we work',
    children: (
      <>
        <h1>How we work</h1>
        <p class="lead">
          We read what was published, write down what it says with the exact place, and never change what we
          wrote without leaving a trace.
        </p>
        <h2>Five questions, five answers</h2>
        <p>Each promise is looked at in five ways. They are never added up and never become one colour.</p>
        <dl class="words">
          <Word word="Reply">What the body that was asked said back.</Word>
          <Word word="Promise">How firmly it bound itself: ten rungs, below.</Word>
          <Word word="Delivery">What has happened since.</Word>
          <Word word="Verdict">What someone thinks of it. We always say who.</Word>
          <Word word="How sure">How well the evidence carries that verdict.</Word>
        </dl>
        <h2 id="rungs">The ten rungs of a promise, strongest first</h2>
        <dl class="words">
          {[...RUNGS].reverse().map((strength) => (
            <Word word={strengthWord(strength)}>{STRENGTH_MEANINGS[strength]}</Word>
          ))}
        </dl>
        <h2>Delivery: what we do not mix up</h2>
        <p>
          An announcement is not an action. Money in a budget does not prove that a promise was kept. A law
          that has passed is not yet a law in force. “{DELIVERY_WORDS['not-looked-at']}”, “we looked on this
          day in these places and found nothing” and “nothing was done” are three different answers. We give
          only the first two.
        </p>
        <h2>The verdict scale of this tracker, best first</h2>
        <dl class="words">
          {view.settings.verdicts.map(({ label, shape, meaning }) => (
            <div>
              <dt>
                <span class={`verdict ${shape}`}>{label}</span>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p>
          Some verdicts were read out of a page that states none: they are marked “inferred”. Where someone
          judges on another scale, we show their own word. Where the judge is paid for what it judges, we say
          so.
        </p>
        <h2>When the government changes</h2>
        <p>
          Nothing is wiped clean. Each promise that was open is taken over, said again in the new government’s
          own words, not spoken of, or dropped, and we say which. Where nobody has looked, we say that.
        </p>
        <h2>Who is covered</h2>
        <p>
          <CoverageMark state="included" />, <CoverageMark state="conditional" />,{' '}
          <CoverageMark state="excluded" />, <CoverageMark state="unclear" /> and{' '}
          <CoverageMark state="not-looked-at" />. The last one never means no.
        </p>
        <h2>Dates</h2>
        <p>
          “Spring 2024” can mean any day from March to May. We keep the words and count a promise as late only
          after the last day they can mean. Where we know that a date was missed, and have not looked since,
          we say “missed” and stop counting. At the foot of each page you can see the tracker as it stood on
          an earlier day. A date that can mean several days counts from its last one.
        </p>
      </>
    ),
  })
}

function Word({ word, children }: { word: string; children?: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The last of them; all stand on a page of their own, which may be many. */
const MOST_CORRECTIONS = 10

export function aboutPage(view: View): string {
  const { settings, state } = view
  return renderFrame({
    view,
    title: 'About',
    children: (
      <>
        <h1>About this tracker</h1>
        <p class="lead">{settings.summary}</p>
        <p>Who keeps it: {settings.keeper}</p>
        <p>
          It covers {settings.place} and was brought up to date on {sayDay(settings.recordedOn)}. Every claim
          names its source. Everything is in our own words, except the few words that stand in quotation
          marks.
        </p>
        <h2>Whose promises these are</h2>
        {listRecords(state, 'government').length === 0 ? (
          <p class="empty">No government is named yet.</p>
        ) : null}
        <ul>
          {listRecords(state, 'government').map(({ name, from, to }) => (
            <li>
              {name}: {sayDay(from)} {to === null ? 'until now' : `to ${sayDay(to)}`}
            </li>
          ))}
        </ul>
        <h2>Corrections</h2>
        {state.corrections.length === 0 ? (
          <p class="empty">Nothing has been corrected or withdrawn so far.</p>
        ) : (
          <>
            <ul class="events">
              {state.corrections
                .slice(-MOST_CORRECTIONS)
                .reverse()
                .map((event) => (
                  <li>
                    {sayDay(event.recordedAt.slice(0, 10))}: <strong>{sayAction(event)}</strong>{' '}
                    <EventName view={view} event={event} />. {event.reason}{' '}
                    <a href={view.href(historyPath(event))}>What changed in it</a>
                  </li>
                ))}
            </ul>
            <p>
              <a href={view.href('/changes?show=corrections')}>All that was corrected or withdrawn</a>
            </p>
          </>
        )}
        <h2>What this site does not do</h2>
        <p>
          It sets no cookie and asks no other site for anything. It gives information, not advice.{' '}
          {settings.rulebook === undefined
            ? 'It runs no script.'
            : 'One page, “What applies to me”, runs a script of its own: your answers stay on your device, and nothing is sent.'}
        </p>
      </>
    ),
  })
}

export function accessibilityPage(view: View): string {
  return renderFrame({
    view,
    title: 'Accessibility',
    children: (
      <>
        <h1>Accessibility</h1>
        <p class="lead">
          Everyone should be able to read this site: on a small phone, with a screen reader, by keyboard, in
          the dark or on paper.
        </p>
        <h2>What we do</h2>
        <p>
          Every page that tells of promises works without a script. Text can be made larger without losing
          anything. Every picture has the same in words or in a table. No meaning rests on colour alone: each
          state has a shape and a word. Wide tables scroll inside their own box.
        </p>
        <h2>What we check</h2>
        <p>
          An automatic check for the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, is run on
          every kind of page, at phone and desk width, in light and dark.
        </p>
        <h2>What we have not checked</h2>
        <p>
          No person who relies on a screen reader or on a switch has tried these pages yet. No outside body
          has audited them. Long pages have many links to tab through; the links in the margin come after each
          claim.
        </p>
      </>
    ),
  })
}

/** Pages that say kindly that there is nothing: no such address, a day before the beginning, a day that is none, a record out of reach. */
import type { PlainDate } from '../../../model/index.ts'
import { renderFrame } from '../frame.tsx'
import { restsOnRulebook } from '../rulebook-paths.ts'
import type { View } from '../view.ts'
import { sayDay } from '../words.ts'

export function notFoundPage(view: View): string {
  return renderFrame({
    view,
    title: 'There is nothing at this address',
    children: (
      <>
        <h1>There is nothing at this address</h1>
        <p class="lead">
          {view.settings.rulebook === undefined && restsOnRulebook(view.path)
            ? 'This tracker has no rulebook, so it cannot say what applies to one person or who would gain. Look for something else by a word:'
            : 'It may have been mistyped, or what stood here was withdrawn. Look for it by a word:'}
        </p>
        <form class="chooser" action="/search">
          <label for="look-for">Search this tracker</label>{' '}
          <input id="look-for" name="q" type="search" maxlength={200} /> <button type="submit">Search</button>
        </form>
        <p>
          <a href={view.href('/')}>All topics</a>
        </p>
      </>
    ),
  })
}

/** For a request that would do more than read. */
export function methodPage(view: View): string {
  return renderFrame({
    view,
    title: 'This page can only be read',
    children: (
      <>
        <h1>This page can only be read</h1>
        <p class="lead">
          Nothing can be sent to this address. Open it as any page, or start from the topics.
        </p>
        <p>
          <a href={view.href('/')}>All topics</a>
        </p>
      </>
    ),
  })
}

export function tooLargePage(view: View): string {
  return renderFrame({
    view,
    title: 'This page would be too large',
    children: (
      <>
        <h1>This page would be too large</h1>
        <p class="lead">
          It shows everything of its kind at once, and this tracker holds too much for that. Open a topic, or
          search for what you need.
        </p>
        <p>
          <a href={view.href('/')}>All topics</a>
        </p>
      </>
    ),
  })
}

export function unreachablePage(view: View): string {
  return renderFrame({
    view,
    title: 'This page cannot be shown just now',
    children: (
      <>
        <h1>This page cannot be shown just now</h1>
        <p class="lead">
          We cannot reach the record that it is made from. Nothing is lost. Please try again in a minute.
        </p>
      </>
    ),
  })
}

export function beforeBeginningPage(view: View, first: string | null): string {
  return renderFrame({
    view,
    title: 'Before the beginning',
    children: (
      <>
        <h1>There was nothing to show yet</h1>
        <p class="lead">
          {first === null
            ? 'This tracker holds nothing yet.'
            : `The first thing that this tracker knows of happened on ${sayDay(first)}. Choose that day or a later one.`}
        </p>
        {first === null ? null : (
          <p>
            <a href={`/?as_at=${first}`}>See the tracker on its first day</a>
          </p>
        )}
      </>
    ),
  })
}

/** For a day that nobody can know of yet: what is recorded says nothing of it. */
export function notYetPage(view: View, day: PlainDate): string {
  return renderFrame({
    view,
    title: 'That day has not come',
    children: (
      <>
        <h1>{sayDay(day)} has not come yet</h1>
        <p class="lead">
          A page can be shown as it stood on any day up to today. What is promised for later days is among the
          deadlines.
        </p>
        <p>
          <a href={view.path}>See this page as it is now</a> or <a href="/deadlines">all deadlines</a>
        </p>
      </>
    ),
  })
}

/** For a day before anything was recorded, whatever was so then. */
export function nothingRecordedPage(view: View): string {
  return renderFrame({
    view,
    title: 'Nothing was recorded yet',
    children: (
      <>
        <h1>Nothing was recorded yet</h1>
        <p class="lead">
          By then this tracker held nothing. To see what was so on a day, whenever it was recorded, choose the
          day at the foot of the page.
        </p>
        <p>
          <a href="/changes">When things were recorded</a>
        </p>
      </>
    ),
  })
}

export function noSuchDayPage(view: View, asked: string): string {
  return renderFrame({
    view,
    title: 'That is not a day',
    children: (
      <>
        <h1>That is not a day</h1>
        <p class="lead">
          “{asked.slice(0, 40)}” cannot be read as a day. Write it as 2024-05-31, or choose one at the foot of
          the page.
        </p>
        <p>
          <a href={view.path}>See this page as it is now</a>
        </p>
      </>
    ),
  })
}

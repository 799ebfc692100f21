/** `/search.json`: everything that was found, best first, for programs that know no more of us than this address. */
import {
  type AnswerOptions,
  cleanLine,
  pathOf,
  readDay,
  reading,
  titleOf,
} from '../../../api/tracker/index.ts'
import { LONGEST_QUERY } from '../pages/search-page.tsx'
import { placesFor } from '../pages/search-places.ts'
import { linkAsAt } from '../view.ts'

/** As many as a program takes at once from a large record; a small one gives all. */
const MOST_FOUND = 100

/** What else stands in the address is passed over: other sites' searches add much of their own. Throws Problems. */
export async function answerSearch(request: Request, options: AnswerOptions): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const query = cleanLine(searchParams.get('q') ?? '')
  const asAt = readDay(searchParams.get('as_at'), options)
  // Nothing is looked for where the question is too long to be one.
  const asked = query.length > LONGEST_QUERY ? '' : query
  const href = linkAsAt(asAt)
  const { answer, state } = await reading(() => options.reader.search(asked, asAt, { most: MOST_FOUND }))
  const found = {
    query: query.slice(0, LONGEST_QUERY),
    results: [
      ...placesFor(asked).map(({ path, title, about }) => {
        return { url: href(path), title: `This site: ${title}`, excerpt: about }
      }),
      ...answer.hits.map(({ type, id, excerpt }) => {
        return { url: href(pathOf(state, type, id)), title: titleOf(state, type, id), excerpt }
      }),
    ],
  }
  return new Response(JSON.stringify(found), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}

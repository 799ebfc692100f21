/** The data page: everything that can be taken away, and what each of it is; and one page a dataset with its columns. */
import {
  catalogueJsonLd,
  DATASETS,
  datasetJsonLd,
  filePath,
  type KnownTable,
  licenceOf,
  metadataPath,
  PROBLEM_CODES,
  PROBLEMS,
  type Standpoint,
} from '../../../api/tracker/index.ts'
import type { TrackerPart } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { JsonLd, standpointOf } from '../machines/page-head.tsx'
import type { View } from '../view.ts'
import { sayCount, sayDay } from '../words.ts'

/** A page says how many rows each table has, as far as that is known without reading all of it. */
type Counted = Pick<TrackerPart, 'counts' | 'head'>

function countOf(known: KnownTable, at: Standpoint, { counts, head }: Counted): number | null {
  if (counts === undefined) return known.count(at)
  // What is counted is the record as it is.
  return at.asAt === null ? known.countLarge(counts, head.size) : null
}

export function dataPage(view: View, part: Counted): string {
  const at = standpointOf(view)
  return renderFrame({
    view,
    title: 'Data',
    children: (
      <>
        <h1>Everything here, to take and use</h1>
        <p class="lead">
          {DATASETS.length} tables hold the whole of this tracker. No key, no account. They change whenever
          the record does; it was last brought up to date on {sayDay(view.settings.recordedOn)}.
        </p>
        <Licence view={view} />
        <section aria-labelledby="datasets">
          <h2 id="datasets">The tables</h2>
          <DatasetTable view={view} at={at} part={part} />
          <p>
            Put <code>.csv</code> or <code>.json</code> behind the address of any page with a table, and{' '}
            <code>.svg</code> behind one with a chart. Add <code>?as_at=2024-06-30</code> for a day in the
            past. The CSV files are UTF-8 with a byte order mark; a cell that a spreadsheet would run as a
            formula begins with an apostrophe.
          </p>
        </section>
        <OtherWays view={view} />
        <Problems />
        <JsonLd value={catalogueJsonLd(at, DATASETS)} />
      </>
    ),
  })
}

function Licence({ view }: { view: View }) {
  const { name, address, note } = licenceOf(view.settings)
  return (
    <p>
      Licence: {address === null ? name : <a href={address}>{name}</a>}. {note}
    </p>
  )
}

function DatasetTable({ view, at, part }: { view: View; at: Standpoint; part: Counted }) {
  return (
    <section class="scroll" tabindex={0} aria-label="Tables">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">Table</th>
            <th scope="col">Rows</th>
            <th scope="col">Files</th>
          </tr>
        </thead>
        <tbody>
          {DATASETS.map((known) => (
            <tr id={known.name}>
              <th scope="row">
                <a href={view.href(`/data/${known.name}`)}>{known.title}</a>
              </th>
              <td>{countOf(known, at, part)?.toLocaleString('en-GB') ?? 'not counted'}</td>
              <td>
                <Files view={view} known={known} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Files({ view, known }: { view: View; known: KnownTable }) {
  const csv = filePath(known, 'csv')
  return (
    <>
      <a href={view.href(csv)} aria-label={`${known.title} as CSV`}>
        CSV
      </a>{' '}
      <a href={view.href(filePath(known, 'json'))} aria-label={`${known.title} as JSON`}>
        JSON
      </a>
    </>
  )
}

function OtherWays({ view }: { view: View }) {
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">Other ways in</h2>
      <dl class="words">
        <div>
          <dt>Ask for one thing</dt>
          <dd>
            Every record by its own address, with its sources and both its dates:{' '}
            <a href={view.href('/api/v1')}>the list of addresses</a>, and{' '}
            <a href="/api/v1/openapi.json">their description (OpenAPI 3.1)</a>.
          </dd>
        </div>
        <div>
          <dt>Follow what changes</dt>
          <dd>
            <a href={view.href('/changes.atom')}>Atom</a>, <a href={view.href('/changes.rss')}>RSS</a> or{' '}
            <a href={view.href('/changes.feed.json')}>JSON Feed</a>; each topic and each search has its own.
            Programs can ask for <a href={view.href('/api/v1/changes')}>what was recorded since a place</a>.
          </dd>
        </div>
        <div>
          <dt>Keep the dates</dt>
          <dd>
            <a href={view.href('/deadlines.ics')}>All deadlines for your calendar</a>; each topic has its own.
          </dd>
        </div>
        <div>
          <dt>Show it elsewhere</dt>
          <dd>
            Topics and promises have a small card for other sites; the code stands under each. Sites that know
            oEmbed find it by themselves.
          </dd>
        </div>
        <div>
          <dt>Let a program read for you</dt>
          <dd>
            Assistants that speak the Model Context Protocol can read this tracker at <code>/mcp</code>. Their
            answers carry the sources.
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Problems() {
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">When an answer is a problem</h2>
      <p>It says what happened and what to do, and has one of these codes.</p>
      <dl class="words">
        {PROBLEM_CODES.map((code) => (
          <div>
            <dt>
              <Code name={code} />
            </dt>
            <dd>
              {PROBLEMS[code].title} ({PROBLEMS[code].status}).
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const TYPE_WORDS = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  date: 'day',
  dateTime: 'moment',
  anyURI: 'address',
} as const

/** Null where there is no such dataset. */
export function datasetPage(view: View, name: string, part: Counted): string | null {
  const known = DATASETS.find((each) => each.name === name)
  if (known === undefined) return null
  const at = standpointOf(view)
  const { columns } = known.describe(at)
  const count = countOf(known, at, part)
  const csv = filePath(known, 'csv')
  return renderFrame({
    view,
    title: `Data: ${known.title}`,
    children: (
      <>
        <p class="above">
          <a href={view.href('/data')}>Data</a>
        </p>
        <h1>{known.title}</h1>
        <p class="lead">{known.counts}</p>
        <p>
          {count === null ? 'Its rows' : sayCount(count, 'row', 'rows')} on {sayDay(view.today)}:{' '}
          <Files view={view} known={known} />{' '}
          <a href={view.href(metadataPath(csv))}>what it means, for machines (CSVW)</a>
        </p>
        {known.filters.length === 0 ? null : (
          <p>
            Can be narrowed by{' '}
            {known.filters.map((key, index) => (
              <>
                {index === 0 ? '' : ', '}
                <Code name={key} />
              </>
            ))}
            .
          </p>
        )}
        <Licence view={view} />
        <h2>Columns</h2>
        <section class="scroll" tabindex={0} aria-label="Columns">
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">What it holds</th>
                <th scope="col">Type</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ key, title, about, datatype, unit, isList }) => (
                <tr>
                  <th scope="row">
                    <Code name={key} />
                  </th>
                  <td>
                    {title}
                    {about === undefined ? null : `. ${about}`}
                  </td>
                  <td>
                    {isList ? 'list' : TYPE_WORDS[datatype]}
                    {unit === undefined ? null : `, ${unit}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <JsonLd value={datasetJsonLd(at, known)} />
      </>
    ),
  })
}

/** A name that ends a line at its underscores where it is too long for one, and not within a word. */
function Code({ name }: { name: string }) {
  return (
    <code>
      {name.split('_').map((part, at) => (
        <>
          {at === 0 ? null : (
            <>
              _<wbr />
            </>
          )}
          {part}
        </>
      ))}
    </code>
  )
}

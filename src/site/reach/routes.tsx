/** The addresses of who gains: pages, the same as CSV and JSON, and the drawings as files. */
import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { writeCsv } from '../../api/index.ts'
import {
  cleanLine,
  filePath,
  metadataPath,
  Problem,
  problemResponse,
  tableMetadata,
} from '../../api/tracker/index.ts'
import { HoldfastError } from '../../model/index.ts'
import {
  type PlanResult,
  SIMULATION_COLUMNS,
  type Simulation,
  simulationRows,
} from '../../rules/population/index.ts'
import { deliverOnce } from '../tracker/deliver.ts'
import {
  type Answer,
  respond,
  respondKept,
  respondNotFound,
  type TrackerSiteOptions,
} from '../tracker/respond.ts'
import type { View } from '../tracker/view.ts'
import { ALONE } from './charts.tsx'
import { dayProblemPage } from './day-problem-page.tsx'
import { figuresPage, methodPage } from './method-page.tsx'
import { EqualityDrawing, overviewPage, ReachDrawing } from './overview-page.tsx'
import { REACH_PATH, type ReachView } from './parts.tsx'
import { ConditionsDrawing, proposalPage } from './proposal-page.tsx'
import { simulationTable } from './simulation-columns.ts'
import { createSimulations, type Simulations } from './simulations.ts'

type MakePage = (of: ReachView, context: Context) => string | null

export function addReachRoutes(
  app: Hono,
  options: TrackerSiteOptions,
  simulations: Simulations = createSimulations(),
): void {
  const page = (path: string, make: MakePage) =>
    app.get(`${REACH_PATH}${path}`, (context) =>
      respondKept(context, options, () => respondReach(context, options, simulations, make)),
    )
  const file = (path: string, make: (simulation: Simulation, context: Context) => Response | null) =>
    app.get(`${REACH_PATH}${path}`, async (context) => {
      const asked = await readFileAsked(context, options, simulations)
      if (asked instanceof Response) return asked
      return make(asked, context) ?? respondNotFound(context, options)
    })
  const metadata = (path: string, isThere: (simulation: Simulation, context: Context) => boolean) =>
    app.get(`${REACH_PATH}${path}`, async (context) => {
      const asked = await readFileAsked(context, options, simulations)
      if (asked instanceof Response) return asked
      if (!isThere(asked, context)) return respondNotFound(context, options)
      const { settings } = await options.reader.readHead()
      const at = { settings, base: options.address ?? '', asAt: null, recordedBy: null }
      return context.body(JSON.stringify(tableMetadata(simulationTable(pageOf(context)), at)), 200, {
        'Content-Type': 'application/csvm+json; charset=utf-8',
      })
    })
  metadata('.csv-metadata.json', () => true)
  metadata(
    '/:proposal{[a-z0-9-]+\\.csv-metadata\\.json}',
    (simulation, context) =>
      findPlan(simulation, context.req.param('proposal'), '.csv-metadata.json') !== null,
  )
  file('.csv', (simulation, context) =>
    csvFile(context, simulation, `who-gains-${simulation.support}-${simulation.on}`),
  )
  file('.json', (simulation, context) => context.json(simulation))
  file('/reach.svg', (simulation) => svgFile(<ReachDrawing of={{ simulation }} isAlone />))
  file('/equality.svg', (simulation) => svgFile(<EqualityDrawing of={{ simulation }} isAlone />))
  page('', overviewPage)
  page('/method', methodPage)
  page('/figures', figuresPage)
  file('/:proposal{[a-z0-9-]+\\.csv}', (simulation, context) => {
    const one = findPlan(simulation, context.req.param('proposal'), '.csv')
    return (
      one &&
      csvFile(
        context,
        { ...simulation, proposals: [one] },
        `who-gains-${simulation.support}-${one.proposal}-${simulation.on}`,
      )
    )
  })
  file('/:proposal{[a-z0-9-]+\\.json}', (simulation, context) => {
    const one = findPlan(simulation, context.req.param('proposal'), '.json')
    return one && context.json({ ...simulation, proposals: [one] })
  })
  file('/:proposal/conditions.svg', (simulation, context) => {
    const result = findPlan(simulation, context.req.param('proposal'), '')?.results[0]
    return result?.waterfall ? svgFile(<ConditionsDrawing result={result} isAlone />) : null
  })
  page('/:proposal', (of, context) => {
    const one = findPlan(of.simulation, context.req.param('proposal'), '')
    return one ? proposalPage(of, one) : null
  })
}

function findPlan({ proposals }: Simulation, name = '', ending: string): PlanResult | null {
  return proposals.find(({ proposal }) => `${proposal}${ending}` === name) ?? null
}

/** The simulation of the day and support in the address, or what is wrong with it. */
async function readAsked(
  context: Context,
  { today }: TrackerSiteOptions,
  simulations: Simulations,
): Promise<Simulation | string> {
  const asked = context.req.query('on') ?? ''
  const support = context.req.query('support') ?? ''
  try {
    const on = asked === '' ? simulations.defaultDay(today()) : asked
    return await (support === '' ? simulations.read(on) : simulations.read(on, support))
  } catch (error) {
    if (error instanceof HoldfastError) return error.message
    throw error
  }
}

const PARAMETERS = ['on', 'support', 'as_at', 'recorded_by']

/** A program is told of a mistake as by every other table, and of a parameter that would change nothing. */
async function readFileAsked(
  context: Context,
  options: TrackerSiteOptions,
  simulations: Simulations,
): Promise<Simulation | Response> {
  const unknown = Object.keys(context.req.query()).find((name) => !PARAMETERS.includes(name))
  if (unknown !== undefined) {
    const detail = `"${cleanLine(unknown).slice(0, 40)}" is not a parameter here. Use any of: ${PARAMETERS.join(', ')}.`
    return problemResponse(new Problem('parameter_unknown', detail))
  }
  const asked = await readAsked(context, options, simulations)
  return typeof asked === 'string' ? problemResponse(new Problem('parameter_invalid', asked)) : asked
}

async function respondReach(
  context: Context,
  options: TrackerSiteOptions,
  simulations: Simulations,
  make: MakePage,
): Promise<Answer> {
  const asked = await readAsked(context, options, simulations)
  const made = (use: (view: View) => string | Response | null) =>
    respond(context, options, (asAt) => options.reader.readPart({ kind: 'head' }, asAt), use)
  if (typeof asked === 'string') return made((view) => deliverOnce(dayProblemPage(view, asked), 400))
  const today = options.today()
  return made((view) =>
    make(
      {
        view,
        simulation: asked,
        days: simulations.offeredDays(today),
        defaultDay: simulations.defaultDay(today),
        supports: simulations.supports(),
      },
      context,
    ),
  )
}

/** The page that a file is beside, with what was asked of it. */
function pageOf({ req }: Context): string {
  const page = req.path.replace(/\.csv(-metadata\.json)?$/, '')
  const query = new URL(req.url).search
  return `${page}${query}`
}

const csvFile = (context: Context, simulation: Simulation, name: string): Response =>
  new Response(writeCsv(SIMULATION_COLUMNS, simulationRows(simulation)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      Link: `<${metadataPath(filePath({ path: pageOf(context) }, 'csv'))}>; rel="describedby"; type="application/csvm+json"`,
    },
  })

/** A drawing carries its own style, named by its hash; nothing else may load. */
const DRAWING_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(ALONE).digest('base64')}'; base-uri 'none'; form-action 'none'`

const svgFile = (drawing: unknown): Response =>
  new Response(`${String(drawing)}\n`, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Security-Policy': DRAWING_POLICY,
    },
  })

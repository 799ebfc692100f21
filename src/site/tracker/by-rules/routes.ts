/** The addresses of "who is left out, by the rules": /left-out-by-rules, then the proposal, the day, the kind of help. */
import type { Context, Hono } from 'hono'
import {
  Problem,
  problemResponse,
  splitSuffix,
  TABLE_SUFFIXES,
  tableFile,
} from '../../../api/tracker/index.ts'
import { readEnglandRulebook } from '../../../rules/index.ts'
import { leftOutOf, readCoverageLinks } from '../../../tracker/index.ts'
import { LEFT_OUT } from '../large/routes.ts'
import { standpointOf } from '../machines/page-head.tsx'
import { type Answer, respond, respondKept, type TrackerSiteOptions } from '../respond.ts'
import type { View } from '../view.ts'
import { type Asked, BY_RULES_PATH, pathOf, type RuleSetting, readAsked } from './asked.ts'
import { cellsTable } from './cells-table.ts'
import { byRulesPage } from './matrix-page.tsx'
import { supportByRulesPage } from './support-page.tsx'

type Make = (view: View, setting: RuleSetting) => string | Response | null

export function addByRulesRoutes(app: Hono, options: TrackerSiteOptions): void {
  const findSetting = keepSettings()
  const read = (make: Make) => (context: Context) =>
    respondKept(context, options, () => answer(context, options, findSetting, make))
  app.get(BY_RULES_PATH, (context) => {
    const { proposal, on } = context.req.query()
    return read((view, setting) => {
      const asked = readAsked(setting, { proposal, on }, view.today)
      // An address with the choice in it can be linked to and copied to a file; a form cannot write one.
      if (typeof asked !== 'string' && proposal !== undefined)
        return context.redirect(view.href(pathOf(asked)))
      return page(context, view, setting, asked)
    })(context)
  })
  for (const suffix of TABLE_SUFFIXES)
    app.get(`${BY_RULES_PATH}.${suffix}`, (context) =>
      read((view, setting) => {
        const { proposal, on } = context.req.query()
        const asked = readAsked(setting, { proposal, on }, view.today)
        return fileOrProblem(view, setting, asked, suffix)
      })(context),
    )
  app.get(`${BY_RULES_PATH}/:proposal/:on?`, (context) =>
    read((view, setting) => {
      const { proposal, on } = context.req.param()
      const ending = splitSuffix(on ?? '', TABLE_SUFFIXES)
      if (ending !== null) {
        const asked = readAsked(setting, { proposal, on: ending.page }, view.today)
        return fileOrProblem(view, setting, asked, ending.suffix)
      }
      return page(context, view, setting, readAsked(setting, { proposal, on }, view.today))
    })(context),
  )
  app.get(`${BY_RULES_PATH}/:proposal/:on/:support`, (context) =>
    read((view, setting) => {
      const { proposal, on, support } = context.req.param()
      const asked = readAsked(setting, { proposal, on }, view.today)
      const row = leftOutOf(view.state).rows.find((each) => each.support.id === support)
      if (typeof asked === 'string' || row === undefined || !(row.support.id in setting.links.supports))
        return null
      return supportByRulesPage({ view, setting, asked }, row)
    })(context),
  )
}

/** A program is told of a mistake as by every other table. */
const fileOrProblem = (
  view: View,
  setting: RuleSetting,
  asked: Asked | string,
  suffix: (typeof TABLE_SUFFIXES)[number],
): Response | string =>
  typeof asked === 'string'
    ? problemResponse(new Problem('parameter_invalid', asked))
    : tableFile(cellsTable(view, setting, asked), standpointOf(view), suffix)

/** A mistake is answered on the page that can put it right. */
function page(context: Context, view: View, setting: RuleSetting, asked: ReturnType<typeof readAsked>) {
  const html = byRulesPage({ view, setting }, asked)
  return typeof asked === 'string' ? context.html(html, 400) : html
}

function answer(
  context: Context,
  options: TrackerSiteOptions,
  findSetting: (tracker: string) => RuleSetting | null,
  make: Make,
): Promise<Answer> {
  return respond(
    context,
    options,
    (asAt) => options.reader.readPart(LEFT_OUT, asAt),
    (view) => {
      const setting = findSetting(view.settings.id)
      return setting === null ? null : make(view, setting)
    },
  )
}

/** The rulebook is read once for a site, when the first page asks for it. */
function keepSettings(): (tracker: string) => RuleSetting | null {
  let kept: { tracker: string; setting: RuleSetting | null } | null = null
  return (tracker) => {
    if (kept?.tracker !== tracker) {
      const links = readCoverageLinks(tracker)
      kept = { tracker, setting: links === null ? null : { links, rulebook: readEnglandRulebook() } }
    }
    return kept.setting
  }
}

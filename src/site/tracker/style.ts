/** The tracker's one style sheet: what all pages of Holdfast share, then its own. */
import checker from '../checker/checker.css?raw'
import reach from '../reach/reach.css?raw'
import base from '../style/base.css?raw'
import print from '../style/print.css?raw'
import changes from './style/changes.css?raw'
import document from './style/document.css?raw'
import figures from './style/figures.css?raw'
import frame from './style/frame.css?raw'
import machines from './style/machines.css?raw'
import pages from './style/pages.css?raw'

/** Without comments, indents and the spaces that no rule needs; strings in these files hold none of `{};`. */
const squeeze = (css: string): string =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/;}/g, '}')

const whole = squeeze(
  [base, frame, pages, figures, checker, document, machines, changes, reach, print].join('\n'),
)

export const trackerStyle = (): string => whole

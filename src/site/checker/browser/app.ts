/**
 * The checker's state and its way through the screens. All of it lives in this page's memory and ends with it. The
 * browser's history gets one entry a screen, so that Back goes one question back; an entry holds no data and no address.
 */
import {
  type AnswerFamily,
  answerPage,
  formatDay,
  type GivenPage,
  type Interview,
  type InterviewSetting,
  isSamePage,
  prepareAnswers,
  type Rulebook,
  startInterview,
} from '../../../rules/index.ts'
import { questionContent } from './content.ts'
import { replaceContents } from './element.ts'

/** What to show: a page that was answered (by its place), the next thing there is, or one question asked for. */
export type Screen =
  | { readonly kind: 'start' }
  | { readonly kind: 'page'; readonly index: number; readonly isChange: boolean }
  | { readonly kind: 'end' }
  | { readonly kind: 'extra'; readonly question: string; readonly children: readonly (number | null)[] }

/** Draws one screen; the title is what the focus moves to. */
export type Draw = (
  app: App,
  screen: Screen,
) => { readonly nodes: readonly Node[]; readonly focus: HTMLElement }

export class App {
  readonly rulebook: Rulebook
  /** Keeps the plans it has made for as long as the page is open. */
  readonly answer: AnswerFamily
  readonly root: HTMLElement
  interview: Interview
  /** Proposals whose open questions are asked as well. */
  proposals: readonly string[] = []
  leftOut: readonly string[] = []
  private readonly draw: Draw
  private readonly onStart: () => void
  private readonly today: () => string
  private trail: Screen[] = [{ kind: 'start' }]
  private at = 0
  private readonly firstEntry: number | null

  constructor(root: HTMLElement, rulebook: Rulebook, draw: Draw, onStart: () => void) {
    this.root = root
    this.rulebook = rulebook
    this.answer = prepareAnswers(rulebook)
    this.draw = draw
    this.onStart = onStart
    this.today = () => {
      const now = new Date()
      return formatDay(Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000))
    }
    this.interview = startInterview(this.today(), 1)
    this.firstEntry = entryIndex()
    window.addEventListener('popstate', () => this.follow())
  }

  get day(): string {
    return this.today()
  }

  get setting(): InterviewSetting {
    return {
      rulebook: this.rulebook,
      questions: questionContent.questions,
      proposals: this.proposals,
      day: this.day,
    }
  }

  /** @param leftOut what a file that was opened said and could not be used */
  begin(interview: Interview, leftOut: readonly string[] = []): void {
    this.interview = interview
    this.leftOut = leftOut
    this.proposals = []
    this.trail = this.trail.slice(0, 1)
    this.at = 0
    this.go({ kind: 'end' })
  }

  beginWith(children: number): void {
    this.begin(startInterview(this.today(), children))
  }

  go(screen: Screen): void {
    this.trail = [...this.trail.slice(0, this.at + 1), screen]
    this.at += 1
    // No state, no address: a step that can be gone back, and nothing else.
    history.pushState(null, '')
    this.show()
  }

  /** Takes in the answers of the page that is shown, and goes on. Going back finds the page with its answers. */
  settle(page: GivenPage): void {
    this.interview = answerPage(this.interview, page, questionContent.questions)
    const { given } = this.interview
    const screen = this.trail[this.at]
    const index = given.findIndex((each) => isSamePage(each, page))
    const isChange = screen?.kind === 'extra' || (screen?.kind === 'page' && screen.isChange)
    this.trail[this.at] = { kind: 'page', index, isChange }
    const isWalkingOn = !isChange && index + 1 < given.length
    this.go(isWalkingOn ? { kind: 'page', index: index + 1, isChange: false } : { kind: 'end' })
  }

  /** Throws away every answer and goes back to the beginning. */
  forget(): void {
    this.interview = startInterview(this.today(), 1)
    this.proposals = []
    this.trail = [{ kind: 'start' }]
    this.at = 0
    this.show()
  }

  private follow(): void {
    const now = entryIndex()
    const place = now === null || this.firstEntry === null ? this.at - 1 : now - this.firstEntry
    this.at = Math.min(Math.max(place, 0), this.trail.length - 1)
    this.show()
  }

  show(): void {
    const screen = this.trail[this.at] ?? { kind: 'start' }
    if (screen.kind === 'start') {
      replaceContents(this.root, [])
      this.onStart()
      return
    }
    const { nodes, focus } = this.draw(this, screen)
    replaceContents(this.root, nodes)
    window.scrollTo(0, 0)
    focus.focus()
  }
}

/** Where the browser says which entry of its history this is; older ones do not, and every step counts as one back. */
function entryIndex(): number | null {
  const { navigation } = window as Window & { navigation?: { currentEntry?: { index?: number } | null } }
  return navigation?.currentEntry?.index ?? null
}

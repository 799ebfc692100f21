/** The pages of everything from A to Z: the letters, and the parts of each. A page names no number that other letters alter. */
import { kindOf } from '../../api/tracker/index.ts'
import { renderFrame } from '../tracker/frame.tsx'
import type { View } from '../tracker/view.ts'
import type { ListLetter, ListPart } from './everything-list.ts'

export function everythingPage(view: View, letters: readonly ListLetter[]): string {
  const count = letters.reduce((sum, each) => sum + each.count, 0)
  return renderFrame({
    view,
    title: 'Everything from A to Z',
    children: (
      <>
        <h1>Everything from A to Z</h1>
        <p class="lead">
          All {count.toLocaleString('en-GB')} things that this tracker tells of, by what they are called.
        </p>
        <nav aria-label="Letters" class="years-nav">
          {letters.map((each) => (
            <>
              <a href={each.parts[0]?.path}>
                {each.letter} ({each.count})
              </a>{' '}
            </>
          ))}
        </nav>
      </>
    ),
  })
}

/** A letter as other letters' pages name it. */
export interface LetterLink {
  readonly letter: string
  readonly path: string
}

export interface LettersPageProps {
  readonly letters: readonly LetterLink[]
  /** The parts of the page's own letter, by label and path. */
  readonly beside: readonly Pick<ListPart, 'label' | 'path'>[]
  readonly part: ListPart
}

export function lettersPage(view: View, { letters, beside, part }: LettersPageProps): string {
  const own = beside[0]?.path
  return renderFrame({
    view,
    title: `Everything: ${part.label}`,
    children: (
      <>
        <p class="above">
          <a href="/everything">Everything from A to Z</a>
        </p>
        <h1>Everything: {part.label}</h1>
        <nav aria-label="Letters" class="years-nav">
          {letters.map(({ letter, path }) => (
            <>
              <a href={path} aria-current={path === own ? (path === part.path ? 'page' : 'true') : undefined}>
                {letter}
              </a>{' '}
            </>
          ))}
        </nav>
        {beside.length < 2 ? null : (
          <nav aria-label="Parts of this letter" class="years-nav">
            <span>Parts:</span>{' '}
            {beside.map(({ path }, at) => (
              <>
                <a
                  href={path}
                  aria-label={`Part ${at + 1}`}
                  aria-current={path === part.path ? 'page' : undefined}
                >
                  {at + 1}
                </a>{' '}
              </>
            ))}
          </nav>
        )}
        <ul class="hits">
          {part.listed.map(({ type, title, path }) => (
            <li>
              <a href={view.href(path)}>{title}</a>
              <span>{kindOf(type)}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

/** What went wrong, and what to do: for documents that cannot be read, results that are gone, and bugs. */
import { HoldfastError } from '../../model/index.ts'
import { Brand, renderPage } from '../page.tsx'
import { LINKED_STYLE } from './choose-page.tsx'

interface Problem {
  readonly title: string
  readonly message: string
  readonly code?: string
  /** What can be had all the same. */
  readonly links?: readonly { readonly label: string; readonly href: string }[]
}

export function problemPage({ title, message, code, links = [] }: Problem): string {
  return renderPage({
    title: `${title} · Holdfast`,
    style: LINKED_STYLE,
    className: 'plain',
    children: (
      <>
        <header class="masthead">
          <Brand href="/" />
        </header>
        <main>
          <h1>{title}</h1>
          <p class="lead">{message}</p>
          {code === undefined ? null : <p class="quiet">Code: {code}</p>}
          {links.map(({ label, href }) => (
            <p class="go">
              <a href={href}>{label}</a>
            </p>
          ))}
          <p class="go">
            <a href="/">Choose another document</a>
          </p>
        </main>
      </>
    ),
  })
}

export function errorPage(error: unknown): string {
  if (error instanceof HoldfastError)
    return problemPage({ title: 'That could not be read', message: error.message, code: error.code })
  return problemPage({
    title: 'Holdfast made a mistake',
    message:
      'This is a bug, not your doing. The window where Holdfast was started says more; please report it.',
  })
}

export const notFoundPage = (): string =>
  problemPage({
    title: 'There is nothing here',
    message:
      'Results are kept in memory for half an hour after they were last looked at, and then forgotten. Choose the documents again to get this one back.',
  })

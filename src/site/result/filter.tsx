/**
 * The counts at the top, which are also the filter: one choice at a time, so that no choice is ever empty, and style
 * sheet rules do the hiding, so that it works without a script.
 */
import type { Child } from '../markup/jsx-runtime.ts'

export interface FilterChoice {
  /** Rows that it keeps carry this word in `data-is`. 'all' keeps every row. */
  readonly name: string
  readonly label: Child
  readonly count: number
}

interface FilterProps {
  readonly legend: string
  readonly choices: readonly FilterChoice[]
}

export function Filter({ legend, choices }: FilterProps) {
  return (
    <fieldset class="filter">
      <legend>{legend}</legend>
      {choices
        .filter(({ count }) => count > 0)
        .map(({ name, label, count }, index) => (
          <label>
            <input type="radio" name="show" value={name} id={`show-${name}`} checked={index === 0} />
            <span class="choice">
              <span class="count">{count}</span> {label}
            </span>
          </label>
        ))}
    </fieldset>
  )
}

/** The rules that make the choices work; part of the page's style. */
export function filterStyle(names: readonly string[]): string {
  return names
    .map((name) => `body:has(#show-${name}:checked) [data-is]:not([data-is~="${name}"]){display:none}`)
    .join('\n')
}

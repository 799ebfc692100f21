/** What stands in a copy where the live site has a form: each choice as a link, or a plain word that the copy has none. */
import { attributesOf, decodeEntities, scanTags, type Tag } from './scan-html.ts'

export interface FormOption {
  readonly value: string
  readonly label: string
  readonly isChosen: boolean
}

export interface Choice {
  readonly name: string
  readonly label: string
  readonly options: readonly FormOption[]
}

export interface Form {
  readonly attributes: ReadonlyMap<string, string>
  readonly choices: readonly Choice[]
  readonly hidden: ReadonlyMap<string, string>
  /** Names of the fields a person writes in. */
  readonly written: readonly string[]
}

/** Reads a form from its own text, its tags included. */
export function readForm(html: string): Form {
  const tags = [...scanTags(html)]
  const inputs = tags.filter(({ name, isEnd }) => name === 'input' && !isEnd).map(attributesOf)
  const typeOf = (input: Map<string, string>) => input.get('type') ?? 'text'
  return {
    attributes: attributesOf(tags[0] as Tag), // the form's own tag is its first
    choices: readChoices(html, tags),
    hidden: new Map(
      inputs
        .filter((input) => typeOf(input) === 'hidden')
        .map((each) => [each.get('name') ?? '', each.get('value') ?? '']),
    ),
    written: inputs
      .filter((input) => !['hidden', 'submit', 'button', 'reset'].includes(typeOf(input)))
      .map((input) => input.get('name') ?? ''),
  }
}

function readChoices(html: string, tags: readonly Tag[]): Choice[] {
  return tags.flatMap((tag, at) => {
    if (tag.name !== 'select' || tag.isEnd) return []
    const attributes = attributesOf(tag)
    const end = tags.findIndex((each, after) => after > at && each.name === 'select' && each.isEnd)
    const options = tags.slice(at, end).filter(({ name, isEnd }) => name === 'option' && !isEnd)
    return [
      {
        name: attributes.get('name') ?? '',
        label: labelOf(html, tags, at, attributes.get('id')),
        options: options.map((option) => readOption(html, option)),
      },
    ]
  })
}

function readOption(html: string, option: Tag): FormOption {
  const attributes = attributesOf(option)
  const label = decodeEntities(html.slice(option.end, html.indexOf('<', option.end))).trim()
  return { value: attributes.get('value') ?? label, label, isChosen: attributes.has('selected') }
}

/** The words of the label that names it, or of the one it stands in. */
function labelOf(html: string, tags: readonly Tag[], at: number, id: string | undefined): string {
  const named = tags.find(
    (tag) => tag.name === 'label' && !tag.isEnd && id !== undefined && attributesOf(tag).get('for') === id,
  )
  const around = tags.slice(0, at).findLast(({ name, isEnd }) => name === 'label' && !isEnd)
  const label = named ?? around
  return label ? decodeEntities(html.slice(label.end, html.indexOf('<', label.end))).trim() : ''
}

/** More pairs than this on one page would be no choice but a wall. */
const MOST_PAIRS = 120

export interface ChosenLink {
  readonly label: string
  readonly href: string
  readonly isChosen: boolean
}

/** Each choice as an address of the live site; null where there are too many, or where a person is to write. */
export function linksOf({ attributes, choices, hidden, written }: Form): ChosenLink[] | null {
  if (written.length > 0 || choices.length === 0 || choices.length > 2) return null
  const links = choices.length === 1 ? singles(choices[0] as Choice) : pairs(choices as [Choice, Choice]) // just counted
  if (links.length > MOST_PAIRS) return null
  const [path = '', fragment] = (attributes.get('action') ?? '').split('#')
  return links.map(({ label, values, isChosen }) => {
    const query = new URLSearchParams([...hidden, ...values.map(([name, value]) => [name, value])])
    return {
      label,
      isChosen,
      href: `${path}${query.size === 0 ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`,
    }
  })
}

interface Values {
  readonly label: string
  readonly values: readonly (readonly [string, string])[]
  readonly isChosen: boolean
}

const singles = ({ name, options }: Choice): Values[] =>
  options.map(({ value, label, isChosen }) => ({ label, isChosen, values: [[name, value]] }))

/** Of two choices from the same list, each pair once and in order; of two lists, everything with everything. */
function pairs([one, other]: readonly [Choice, Choice]): Values[] {
  const isSameList =
    one.options.map(({ value }) => value).join() === other.options.map(({ value }) => value).join()
  return one.options.flatMap((first, at) =>
    other.options.slice(isSameList ? at + 1 : 0).map((second) => ({
      label: `${first.label} – ${second.label}`,
      isChosen: first.isChosen && second.isChosen,
      values: [
        [one.name, first.value],
        [other.name, second.value],
      ] as const,
    })),
  )
}

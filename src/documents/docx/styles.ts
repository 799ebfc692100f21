/** Word's styles: what a paragraph's style says about its place in the outline, its list and its kind. */
import type { DocxPackage } from './package.ts'
import type { XmlAttributes } from './xml.ts'

/** What paragraphs and styles can both say. */
export interface ParagraphFormat {
  /** 0 is the outermost heading; 9 is body text. */
  outlineLevel?: number
  numberingId?: string
  listLevel?: number
  /** Borders around it, or a ground of its own. */
  isBoxed?: boolean
  isBold?: boolean
  isHidden?: boolean
}

export interface Style extends ParagraphFormat {
  readonly name: string
  readonly basedOn?: string
}

/** Reads one element of a paragraph's or a style's properties into `format`; others leave it as it is. */
export function readFormat(format: ParagraphFormat, name: string, attributes: XmlAttributes): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:outlineLvl') format.outlineLevel = Number(value)
  else if (name === 'w:numId') format.numberingId = value
  else if (name === 'w:ilvl') format.listLevel = Number(value) || 0
  else if (name === 'w:left' && attributes['w:sz'] !== undefined && value !== 'none' && value !== 'nil')
    format.isBoxed = true
  else if (name === 'w:shd' && /^(?!auto$|ffffff$)[0-9a-f]{6}$/i.test(attributes['w:fill'] ?? ''))
    format.isBoxed = true
}

export class Styles {
  private readonly byId: ReadonlyMap<string, Style>

  constructor(styles: ReadonlyMap<string, Style>) {
    this.byId = styles
  }

  /** The style with what it takes over from the styles it is based on. Of unknown ones only the id speaks. */
  resolve(id: string | undefined): Style {
    let resolved: Style = { name: '' }
    if (id !== undefined && !this.byId.has(id)) return { name: id }
    const seen = new Set<string>()
    for (let next = id; next !== undefined && !seen.has(next); next = this.byId.get(next)?.basedOn) {
      seen.add(next)
      const style = this.byId.get(next)
      if (style) resolved = { ...style, ...resolved, name: resolved.name || style.name }
    }
    return resolved
  }

  /** Outline level from 1 that a style gives, by its own word or by its name; undefined for body text. */
  headingLevel(style: Style): number | undefined {
    if (style.outlineLevel !== undefined) return style.outlineLevel < 9 ? style.outlineLevel + 1 : undefined
    const level = /^heading ?(\d)\b/i.exec(style.name)?.[1]
    return level ? Number(level) : undefined
  }
}

/** The styles of the package; none where it has no such part. */
export function readStyles(docx: DocxPackage, part: string): Styles {
  const styles = new Map<string, Style>()
  let id = ''
  let style: (Style & { basedOn?: string; name: string }) | null = null
  docx.read(part, {
    open: (name, attributes) => {
      if (name === 'w:style') {
        id = attributes['w:styleId'] ?? ''
        style = { name: '' }
      } else if (style === null) return
      else if (name === 'w:name') style = { ...style, name: attributes['w:val'] ?? '' }
      else if (name === 'w:basedOn') style = { ...style, basedOn: attributes['w:val'] ?? '' }
      else if (name === 'w:b') style.isBold = isOn(attributes)
      else if (name === 'w:vanish') style.isHidden = isOn(attributes)
      else readFormat(style, name, attributes)
    },
    close: (name) => {
      if (name !== 'w:style' || !style) return
      styles.set(id, style)
      style = null
    },
  })
  return new Styles(styles)
}

/** Word's switches are on when they are there, unless they say otherwise. */
export function isOn(attributes: XmlAttributes): boolean {
  return !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '1')
}

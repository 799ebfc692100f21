/** A field of Word's older forms, whose state is shown and stands nowhere as text: a box to tick, a choice from a list. */
import { isOn } from './styles.ts'
import type { XmlAttributes } from './xml.ts'

export class FormField {
  private isBox = false
  private isTicked: boolean | undefined
  private isTickedAtFirst = false
  private readonly choices: string[] = []
  private chosen: number | undefined
  private chosenAtFirst = 0

  open(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'] ?? ''
    if (name === 'w:checkBox') this.isBox = true
    else if (name === 'w:checked') this.isTicked = isOn(attributes)
    else if (name === 'w:default' && this.isBox) this.isTickedAtFirst = isOn(attributes)
    else if (name === 'w:default') this.chosenAtFirst = Number(value) || 0
    else if (name === 'w:result') this.chosen = Number(value) || 0
    else if (name === 'w:listEntry') this.choices.push(value)
  }

  /** What the form shows; '' for fields whose words follow as text. */
  get shown(): string {
    if (this.isBox) return (this.isTicked ?? this.isTickedAtFirst) ? '☒' : '☐'
    return this.choices[this.chosen ?? this.chosenAtFirst] ?? ''
  }
}

/** The help, made from the option table. */

import { COMMANDS, type Command, type CommandName } from './commands.ts'
import { wrapText } from './display-width.ts'
import { ENVIRONMENT, type Option, optionsOf } from './options.ts'

const WIDTH = 80

export function overviewHelp(): string {
  return [
    'Holdfast reads public reports and responses and finds what was recommended,',
    'asked, decided and promised, with the place of each.',
    '',
    'Usage',
    ...COMMANDS.flatMap(({ synopsis, summary }) => ['', `  holdfast ${synopsis}`, ...indent(summary, 6)]),
    '',
    'Environment',
    ...ENVIRONMENT.flatMap(([name, meaning]) => entry(name, meaning)),
    '',
    'Examples',
    '  holdfast read plan.pdf',
    '  holdfast compare report.pdf response.pdf --output answers.html',
    '  holdfast help compare',
    '',
  ].join('\n')
}

export function commandHelp(name: CommandName): string {
  const command = COMMANDS.find((each) => each.name === name)
  if (command === undefined) return overviewHelp()
  return [...commandLines(command), '', 'Options', ...optionsOf(name).flatMap(optionLines), ''].join('\n')
}

function commandLines({ synopsis, summary, details }: Command): string[] {
  return [
    `holdfast ${synopsis}`,
    '',
    ...wrapText(summary, WIDTH),
    ...details.flatMap((detail) => wrapText(detail, WIDTH)),
  ]
}

/** "-f, --format FORMAT", as help and documentation write it. */
export function nameOption({ name, short, value }: Option): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`
}

const optionLines = (option: Option): string[] => entry(nameOption(option), option.summary)

function entry(name: string, meaning: string): string[] {
  const column = 28
  const lines = wrapText(meaning, WIDTH - column)
  const lead = `  ${name}`
  if (lead.length >= column - 1) return [lead, ...lines.map((line) => ' '.repeat(column) + line)]
  return lines.map((line, at) => (at === 0 ? lead.padEnd(column) : ' '.repeat(column)) + line)
}

const indent = (text: string, by: number): string[] =>
  wrapText(text, WIDTH - by).map((line) => ' '.repeat(by) + line)

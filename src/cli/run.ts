/** One run of the command: from its words to its exit code. Each command is loaded when it is asked for. */
import { version } from '../../package.json'
import { MachineError, UsageError } from '../model/index.ts'
import { type CommandLine, parseCommandLine } from './command-line.ts'
import { COMMAND_NAMES, type CommandName } from './commands.ts'
import { exitCodeOf } from './exit-code.ts'
import { describeError } from './report-error.ts'
import type { Terminal } from './terminal.ts'

export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await runCommand(parseCommandLine(words), terminal)
  } catch (error) {
    const told = terminal.signal.aborted ? new MachineError('interrupted', 'Stopped.') : error
    terminal.stderr.write(describeError(told))
    return exitCodeOf(told)
  }
}

async function runCommand(line: CommandLine, terminal: Terminal): Promise<number> {
  if (line.isVersion) return print(`holdfast ${version}\n`, terminal)
  if (line.isHelp || line.command === 'help') return showHelp(line, terminal)
  if (line.command === 'entitlement') {
    const { runEntitlement } = await import('./entitlement-command.ts')
    return runEntitlement(line, terminal)
  }
  if (line.command === 'simulate') {
    const { runSimulate } = await import('./simulate-command.ts')
    return runSimulate(line, terminal)
  }
  if (line.command === 'rulebook') {
    const { runRulebook } = await import('./rulebook-command.ts')
    return runRulebook(line, terminal)
  }
  const onRecord = await findRecordCommand(line.command)
  if (onRecord !== null) return onRecord(line, terminal)
  const { createEngine } = await import('./engine.ts')
  const engine = createEngine(await loadGroups(line.groupsFile))
  if (line.command === 'read') {
    const { runRead } = await import('./read-command.ts')
    return runRead(line, terminal, engine)
  }
  if (line.command === 'serve') {
    const { runServe } = await import('./serve-command.ts')
    return runServe(line, terminal, engine)
  }
  const { runCompare } = await import('./compare-command.ts')
  return runCompare(line, terminal, engine)
}

type RunCommand = (line: CommandLine, terminal: Terminal) => Promise<number>

/** The commands on the record and its content; null for any other. */
async function findRecordCommand(command: CommandName): Promise<RunCommand | null> {
  if (command === 'start') return (await import('./start-command.ts')).runStart
  if (command === 'publish') return (await import('./publish-command.ts')).runPublish
  if (command === 'tracker') return (await import('./tracker-command.ts')).runTracker
  if (command === 'init') return (await import('./init-command.ts')).runInit
  if (command === 'check') return (await import('./check-command.ts')).runCheck
  if (command === 'documents') return (await import('./documents-command.ts')).runDocuments
  if (command === 'verify') return (await import('./verify-command.ts')).runVerify
  if (command === 'rebuild') return (await import('./rebuild-command.ts')).runRebuild
  if (command === 'backup') return (await import('./backup-command.ts')).runBackup
  if (command === 'export') return (await import('./export-command.ts')).runExport
  if (command === 'restore') return (await import('./restore-command.ts')).runRestore
  return null
}

async function loadGroups(file: string | null) {
  if (file === null) return null
  const { readGroupFile } = await import('./group-file.ts')
  return readGroupFile(file)
}

async function showHelp(line: CommandLine, terminal: Terminal): Promise<number> {
  const { commandHelp, overviewHelp } = await import('./help.ts')
  const topic = line.command === 'help' ? line.files[0] : line.command
  if (topic === undefined) return print(overviewHelp(), terminal)
  const command = COMMAND_NAMES.find((name) => name === topic)
  if (command === undefined)
    throw new UsageError('command_unknown', `There is no command "${topic}". \`holdfast help\` lists them.`)
  return print(command === 'help' ? overviewHelp() : commandHelp(command), terminal)
}

async function print(text: string, terminal: Terminal): Promise<number> {
  const { writeResult } = await import('./output.ts')
  await writeResult(text, null, terminal)
  return 0
}

/** Every command, once: `holdfast help` prints from this table, and a test holds docs/cli.md to it. */
export const COMMAND_NAMES = [
  'read',
  'compare',
  'entitlement',
  'simulate',
  'rulebook',
  'init',
  'check',
  'publish',
  'documents',
  'verify',
  'rebuild',
  'backup',
  'restore',
  'export',
  'start',
  'serve',
  'tracker',
  'help',
] as const
export type CommandName = (typeof COMMAND_NAMES)[number]

export interface Command {
  readonly name: CommandName
  /** The arguments as the help shows them. */
  readonly synopsis: string
  readonly summary: string
  readonly details: readonly string[]
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'read',
    synopsis: 'read FILE…',
    summary: 'Find what documents recommend, ask, decide and commit to, with the place of each.',
    details: [
      'Reads PDF, DOCX, HTML, Markdown and plain text, told apart by content.',
      'When one of several files cannot be read, the others are still printed.',
    ],
  },
  {
    name: 'compare',
    synopsis: 'compare REPORT RESPONSE',
    summary: 'Set a report beside its response: each recommendation, the reply it got, what was promised.',
    details: ['Recommendations without an answer, and replies to none of them, are listed too.'],
  },
  {
    name: 'entitlement',
    synopsis: 'entitlement SITUATION.json',
    summary: 'Say what one kinship family can get on a day, why, and what would settle what is open.',
    details: [
      'The file holds what the family says of itself; docs/rules.md describes it. "-" reads it from standard input.',
      'This is information, not advice.',
    ],
  },
  {
    name: 'simulate',
    synopsis: 'simulate [FILE]',
    summary:
      'Simulate whom proposals reach among kinship families, at what cost, and whom they leave out and why.',
    details: [
      'Without a file, families drawn from published figures, weighed three ways since the sources disagree; docs/population.md tells how.',
      'With a file (CSV or Parquet), your own families, one row a child; docs/population.md names the columns.',
      'These are simulated families, not counted ones: nobody counts how many live under an order.',
    ],
  },
  {
    name: 'rulebook',
    synopsis: 'rulebook FOLDER',
    summary: 'Check the files of a rulebook; each problem is named with file, line and what to write.',
    details: [],
  },
  {
    name: 'init',
    synopsis: 'init NAME',
    summary: 'Start an empty tracker in a new folder NAME, with an example of every kind of record.',
    details: [
      "The folder is made where you are, whole or not at all. The name becomes the tracker's id: lower-case letters, digits, hyphens.",
    ],
  },
  {
    name: 'check',
    synopsis: 'check [FOLDER…]',
    summary: "Check a tracker's content files; each problem is named with file, line and what to write.",
    details: ['Without a folder, the trackers that come with Holdfast are checked.'],
  },
  {
    name: 'publish',
    synopsis: 'publish FOLDER',
    summary:
      "Bring the record up to a tracker's changed content files: what is new, what differs, what is gone.",
    details: [
      'An empty record begins with these files. Content with a problem is not recorded: each is named.',
      'What is corrected or withdrawn wants a reason, for everyone to read.',
    ],
  },
  {
    name: 'documents',
    synopsis: 'documents ACTION…',
    summary: 'Keep your copies of the documents a tracker cites, and find the cited words in them.',
    details: [
      'add FILE|FOLDER… keeps copies, each matched to its source; list shows them.',
      'check [SOURCE…] looks again for all that is cited, and says what is held, moved or lost.',
      'anchor RECORD --source ID --words "…" chooses the words that a record rests on.',
      'statements SOURCE prints what the reader finds in a copy; nothing of it is published.',
    ],
  },
  {
    name: 'verify',
    synopsis: 'verify [CHECKPOINT]',
    summary: 'Check every byte of the record, and name each that is not as it was written.',
    details: [
      'The record is kept in ./holdfast-data; HOLDFAST_DATA or DATABASE_URL in the environment change that.',
      'A checkpoint that was noted down earlier shows a history that was rewritten or cut short.',
    ],
  },
  {
    name: 'rebuild',
    synopsis: 'rebuild',
    summary: 'Make what is kept ready for reading anew from the log.',
    details: [],
  },
  {
    name: 'backup',
    synopsis: 'backup FILE',
    summary: 'Write the whole record into one archive (tar), while others may go on writing.',
    details: ['The same record gives the same bytes.'],
  },
  {
    name: 'restore',
    synopsis: 'restore FILE',
    summary: 'Bring a backup into an empty record, all of it or nothing.',
    details: ['Set HOLDFAST_DATA to a new folder, or DATABASE_URL to an empty database.'],
  },
  {
    name: 'export',
    synopsis: 'export FOLDER',
    summary: 'Write the whole tracker as a folder of files that anyone can host, search and verify.',
    details: [
      'What has not changed since the last export to FOLDER is not made again. Files that are not ours are left alone.',
      'FOLDER/verify.mjs checks it without Holdfast. A link that leads nowhere stops the export.',
    ],
  },
  {
    name: 'start',
    synopsis: 'start',
    summary: "Open the tracker's public pages from the record, and keep them up to it.",
    details: [
      'A record that is not there yet begins with the kinship tracker that comes with Holdfast.',
      'Listens on 127.0.0.1, at the first free port from 4173. HOST and PORT in the environment change that.',
    ],
  },
  {
    name: 'serve',
    synopsis: 'serve',
    summary: 'Read and compare documents on a page of your own browser. Nothing is stored or sent anywhere.',
    details: [
      'Listens on 127.0.0.1, at the first free port from 4173. HOST and PORT in the environment change that.',
    ],
  },
  {
    name: 'tracker',
    synopsis: 'tracker [FOLDER]',
    summary: "Open a tracker's public pages from its content files, as they stand.",
    details: [
      'Without a folder, the kinship tracker that comes with Holdfast. Content with a problem is not shown: each is named.',
      'Listens on 127.0.0.1, at the first free port from 4173. HOST and PORT in the environment change that.',
    ],
  },
  {
    name: 'help',
    synopsis: 'help [COMMAND]',
    summary: 'Explain the commands, or one of them.',
    details: [],
  },
]

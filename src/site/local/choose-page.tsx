/** The first page: choose one or two documents and what to do with them. Also where a refused upload comes back to. */
import { Brand, type PageStyle, renderPage } from '../page.tsx'
import type { Task } from './work.ts'

export const LINKED_STYLE: PageStyle = { kind: 'linked', href: '/holdfast.css' }

interface ChoosePageProps {
  /** What was wrong with the last try, fit to print; null on a first visit. */
  readonly problem: string | null
  readonly task: Task
  readonly maxMegabytes: number
}

export function choosePage({ problem, task, maxMegabytes }: ChoosePageProps): string {
  return renderPage({
    title: `${problem === null ? '' : 'Please check: '}Read a report, or set it beside its response · Holdfast`,
    style: LINKED_STYLE,
    script: '/choose-files.js',
    className: 'plain',
    children: (
      <>
        <header class="masthead">
          <Brand />
        </header>
        <main>
          <h1>What was recommended, what was promised, and where does it say so?</h1>
          <p class="lead">
            Give Holdfast a report, and its response if there is one. You get every recommendation, the answer
            it got, what was promised, by when, for how much and for whom, each a click from the page it came
            from.
          </p>
          {problem === null ? null : (
            <div class="problem" role="alert">
              <h2>That did not work</h2>
              <p>{problem}</p>
            </div>
          )}
          <form method="post" action="/work" enctype="multipart/form-data" id="choose">
            <div class="file-fields">
              <FileField name="report" label="The document" hint="Drop it here, or choose it." isRequired />
              <FileField name="response" label="Its response" hint="If you have one." />
            </div>
            {/* Where the script says what it did not take of what was dropped. */}
            <p id="said" role="status"></p>
            <fieldset class="tasks">
              <legend>What shall be done with it?</legend>
              <TaskChoice
                value="read"
                isChecked={task === 'read'}
                label="Read"
                hint="Find what each document recommends, asks, decides and promises."
              />
              <TaskChoice
                value="compare"
                isChecked={task === 'compare'}
                label="Compare"
                hint="Set each recommendation beside the answer it got."
              />
            </fieldset>
            <p class="go">
              <button type="submit">Start</button>
            </p>
          </form>
          <p class="quiet">
            PDF, Word (.docx), HTML, Markdown or plain text, up to {maxMegabytes} MB each. Holdfast runs on
            this computer: nothing is stored on its disk or sent anywhere. A result stays in memory for half
            an hour after you last looked at it, or until you stop Holdfast.
          </p>
        </main>
      </>
    ),
  })
}

interface FileFieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly isRequired?: boolean
}

/** The field itself is the place to drop on: browsers take a file dropped on it without any script. */
function FileField({ name, label, hint, isRequired }: FileFieldProps) {
  return (
    <div class="file-field">
      <label for={name}>{label}</label>
      <p class="quiet" id={`${name}-hint`}>
        {hint}
      </p>
      <input
        type="file"
        id={name}
        name={name}
        required={isRequired}
        aria-describedby={`${name}-hint`}
        accept=".pdf,.docx,.html,.htm,.md,.markdown,.txt,application/pdf,text/html,text/plain,text/markdown"
      />
    </div>
  )
}

interface TaskChoiceProps {
  readonly value: Task
  readonly isChecked: boolean
  readonly label: string
  readonly hint: string
}

function TaskChoice({ value, isChecked, label, hint }: TaskChoiceProps) {
  return (
    <label class="task">
      <input type="radio" name="task" value={value} checked={isChecked} />
      <span>
        <b>{label}</b> <span class="quiet">{hint}</span>
      </span>
    </label>
  )
}

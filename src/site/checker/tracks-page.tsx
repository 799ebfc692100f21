/** What leaving the checker hides and what it does not, told honestly. */
import { renderFrame } from '../tracker/frame.tsx'
import type { View } from '../tracker/view.ts'
import { answerContent } from './browser/content.ts'
import { CHECKER_PATH, Leave } from './checker-page.tsx'

export function tracksPage(view: View): string {
  return renderFrame({
    view,
    title: 'Cover your tracks',
    children: (
      <>
        <Leave />
        <p class="above">
          <a href={view.href(CHECKER_PATH)}>What applies to my family</a>
        </p>
        <h1>Cover your tracks</h1>
        <p class="lead">
          No one can hide all they do on a phone. Here is what this site hides, and what it does not.
        </p>
        <p class="told">
          If you are in danger now, call 999. If you cannot speak, call 999 and then press 55.
        </p>
        <h2>What is hidden</h2>
        <ul class="bullets">
          <li>Your answers. They never leave your phone or computer. We do not get them.</li>
          <li>They are not in the address of the page, and not in the list of pages you have been to.</li>
          <li>They are gone when you close the page, go to another one, or press “Leave this page now”.</li>
        </ul>
        <h2>What is not hidden</h2>
        <ul class="bullets">
          <li>
            That you were here. The name of this page stays in the list of pages you have been to. “Leave this
            page now” does not take it out.
          </li>
          <li>The “Back” button. It may lead back to this page. Your answers will not be there.</li>
          <li>Files you saved and pages you printed. Anyone who finds them can read your answers.</li>
          <li>Links that you open here. They open a new page, and that page is in the list too.</li>
          <li>
            The people who run your network, at home, at work or in a library. They may see the name of this
            site. They cannot see your answers.
          </li>
          <li>A spy app on your phone. It may see all that is on the screen. Use another phone.</li>
        </ul>
        <h2>“Leave this page now”</h2>
        <p>
          It stands on each page of the questions. It throws your answers away at once and goes to{' '}
          {answerContent.leave.name}, a page that many people look at. You can reach it with the Tab key: it
          comes right after the start of the page. If scripts are off, it is a plain link, and “Back” leads to
          this site.
        </p>
        <h2>What you can do</h2>
        <ul class="bullets">
          <li>Use a phone or computer that no one else looks at, like one in a library.</li>
          <li>
            Open a private window first. Your browser may call it “private” or “incognito”. It keeps no list
            of pages when you close it.
          </li>
          <li>
            Or take this page out of the list. In the menu of your browser, open “History”. Take out only this
            page: an empty list can look odd.
          </li>
          <li>Do not save the file of your answers on a phone that others use.</li>
        </ul>
      </>
    ),
  })
}

// A Hugo site with the content of an export: each page's own part as Markdown, the frame around it as a template, and the
// tables and drawings beside a page as texts of its own, which Hugo writes beside its page as well.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** "hugo 0.111.3", or null where it is not installed. */
export function findHugo(): string | null {
  const answer = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return answer.error ? null : `hugo ${/v([\d.]+)/.exec(answer.stdout)?.[1] ?? ''}`.trim()
}

/** Whether Hugo is to write what machines read as well, or the pages alone. */
export type HugoContent = 'everything' | 'pages'

/** Writes the site's sources from the pages of the export. */
export function writeHugoSite(from: string, to: string, content: HugoContent): void {
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    writeFileSync(join(to, file), text)
  }
  const pages = pagesIn(from)
  const frame = frameOf(readFileSync(join(from, 'index.html'), 'utf8'))
  put('config.toml', CONFIG)
  put('layouts/_default/single.html', frame)
  put('layouts/_default/list.html', frame)
  put('layouts/index.html', frame)
  for (const ending of BESIDE) put(`layouts/_default/single.${ending}`, `{{ .Params.as_${ending} }}`)
  put('static/tracker.css', readFileSync(join(from, 'tracker.css'), 'utf8'))
  for (const page of pages) {
    const html = readFileSync(join(from, page), 'utf8')
    const title = /<title>([^<]*)/.exec(html)?.[1] ?? page
    const name = page === 'index.html' ? '_index.md' : page.replace(/\/index\.html$/, '.md')
    const beside = content === 'pages' ? { outputs: ['html'] } : findBeside(from, page)
    put(`content/${name}`, `${JSON.stringify({ title, ...beside })}\n${markdownOf(html)}`)
  }
}

/** Endings of what the export has beside a page for machines; Hugo knows an output format for each. */
const BESIDE = ['csv', 'json', 'svg'] as const

/**
 * The files beside a page as they are, each to be written by a template that puts nothing to it: less than a site would
 * have Hugo do, which takes many times as long where it makes the same files from rows.
 */
function findBeside(from: string, page: string) {
  const there = BESIDE.map(
    (ending) => [ending, join(from, page.replace(/\/index\.html$/, `.${ending}`))] as const,
  ).filter(([, file]) => page.endsWith('/index.html') && existsSync(file))
  return {
    outputs: ['html', ...there.map(([ending]) => ending)],
    ...Object.fromEntries(there.map(([ending, file]) => [`as_${ending}`, readFileSync(file, 'utf8')])),
  }
}

/** How many files Hugo wrote, and their bytes. */
export function writtenBy(site: string): { readonly files: number; readonly bytes: number } {
  const folder = join(site, 'public')
  const sizes = (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
    .map((file) => statSync(join(folder, file)))
    .filter((stats) => stats.isFile())
    .map(({ size }) => size)
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

const CONFIG = `baseURL = "https://example.org/"
title = "Rivers"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
[outputFormats.svg]
mediaType = "image/svg+xml"
isPlainText = true
[markup.goldmark.renderer]
unsafe = true
`

/** The pages of an export, by their files. */
export function pagesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[]).filter(
    (file) => file.endsWith('index.html') && statSync(join(folder, file)).isFile(),
  )
}

/** The home page with its own part taken out, its links made Hugo's. */
function frameOf(home: string): string {
  const [before = '', rest = ''] = home.split(/<main[^>]*>/)
  const after = rest.split('</main>')[1] ?? ''
  return `${before.replace(/<title>[^<]*/, '<title>{{ .Title }} · {{ .Site.Title }}')}<main id="content">{{ .Content }}</main>${after}`
}

/**
 * The page's own part: each block a paragraph of Markdown with its links and emphasis, drawings and tables as they are, as
 * Hugo's users write what Markdown cannot say. Classes stay where a block has one, so that pages are about as large.
 */
function markdownOf(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  return main
    .replaceAll(
      /<h(\d)[^>]*>([\s\S]*?)<\/h\1>/g,
      (_all, level, text) => `\n\n${'#'.repeat(Number(level))} ${text}\n\n`,
    )
    .replaceAll(/<p>([\s\S]*?)<\/p>/g, '\n\n$1\n\n')
    .replaceAll(/<a href="([^"]*)">([^<]*)<\/a>/g, '[$2]($1)')
    .replaceAll(/<(strong|b)>([^<]*)<\/\1>/g, '**$2**')
    .replaceAll(/<\/(div|section|li|ul|ol|details|table|figure|svg)>/g, '</$1>\n')
}

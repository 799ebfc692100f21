// A Hugo site with the texts of an export: each page's own part as Markdown, the frame around it as a template.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** "hugo 0.111.3", or null where it is not installed. */
export function findHugo(): string | null {
  const answer = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return answer.error ? null : `hugo ${/v([\d.]+)/.exec(answer.stdout)?.[1] ?? ''}`.trim()
}

/** Writes the site's sources from the pages of the export; gives the bytes of what Hugo will be asked to write, about. */
export function writeHugoSite(from: string, to: string): number {
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
  put('static/tracker.css', readFileSync(join(from, 'tracker.css'), 'utf8'))
  let bytes = 0
  for (const page of pages) {
    const html = readFileSync(join(from, page), 'utf8')
    bytes += Buffer.byteLength(html)
    const title = /<title>([^<]*)/.exec(html)?.[1] ?? page
    const name = page === 'index.html' ? '_index.md' : page.replace(/\/index\.html$/, '.md')
    put(`content/${name}`, `---\ntitle: ${JSON.stringify(title)}\n---\n${markdownOf(html)}`)
  }
  return bytes
}

const CONFIG = `baseURL = "https://example.org/"
title = "Rivers"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
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

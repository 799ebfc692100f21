// @ts-check
// Makes choosing easier; the page works without it. Files dropped anywhere land in the two fields, two documents ask to
// be compared, and a second press of the button does nothing.
;(() => {
  const form = /** @type {HTMLFormElement} */ (document.getElementById('choose'))
  const report = /** @type {HTMLInputElement} */ (document.getElementById('report'))
  const response = /** @type {HTMLInputElement} */ (document.getElementById('response'))
  const said = /** @type {HTMLElement} */ (document.getElementById('said'))
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button[type=submit]'))

  /** @param {string} value */
  const choose = (value) => {
    const radio = form.querySelector(`input[name=task][value=${value}]`)
    if (radio instanceof HTMLInputElement) radio.checked = true
  }
  /** @param {HTMLInputElement} field @param {File | undefined} file */
  const put = (field, file) => {
    const held = new DataTransfer()
    if (file) held.items.add(file)
    field.files = held.files
  }
  const settle = () => {
    choose(report.files?.length && response.files?.length ? 'compare' : 'read')
  }
  /** Of two files, the one whose name speaks of a reply is the response. @param {File[]} files */
  const order = (files) => files.sort((a, b) => Number(isReply(a.name)) - Number(isReply(b.name)))
  /** @param {string} name */
  const isReply = (name) => /respon|reply|answer|government|govt/i.test(name)

  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.classList.add('dropping')
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) form.classList.remove('dropping')
  })
  document.addEventListener('drop', (event) => {
    form.classList.remove('dropping')
    const { files, folders } = takeDropped(event.dataTransfer)
    if (files.length + folders.length === 0) return
    event.preventDefault()
    if (files.length > 0) fill(files, event.target)
    said.textContent = [...folders.map(ofFolder), ...(files.length > 2 ? [ofMany(files)] : [])].join(' ')
  })
  /** A folder comes along like a file, but has no bytes that could be sent. @param {DataTransfer | null} dropped */
  const takeDropped = (dropped) => {
    const items = [...(dropped?.items ?? [])].filter(({ kind }) => kind === 'file')
    const folders = items.flatMap((item) => {
      const entry = item.webkitGetAsEntry()
      return entry?.isDirectory ? [entry.name] : []
    })
    const files = [...(dropped?.files ?? [])].filter(({ name }) => !folders.includes(name))
    return { files, folders }
  }
  /** @param {string} name */
  const ofFolder = (name) => `${name} is a folder. Drop the documents that are in it.`
  /** @param {File[]} files */
  const ofMany = (files) =>
    `${files.length} documents were dropped, and two are the most: ${files[0]?.name} and ${files[1]?.name} were taken.` +
    ' For more, use the command: holdfast read FILE…'
  /** @param {File[]} files @param {EventTarget | null} target */
  const fill = (files, target) => {
    if (files.length === 1 && target instanceof HTMLInputElement && target.type === 'file')
      put(target, files[0])
    else if (files.length === 1) put(report.files?.length ? response : report, files[0])
    else {
      const [first, second] = order(files.slice(0, 2))
      put(report, first)
      put(response, second)
    }
    settle()
  }

  for (const field of [report, response])
    field.addEventListener('change', () => {
      said.textContent = ''
      settle()
    })
  form.addEventListener('submit', () => {
    // After the form has been taken along, or the button itself would be missing from it.
    setTimeout(() => {
      button.disabled = true
    })
  })
  // Back from the result, the button must work again.
  addEventListener('pageshow', () => {
    button.disabled = false
  })
})()

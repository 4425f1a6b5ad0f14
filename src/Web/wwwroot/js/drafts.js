// Keeps what somebody types into a long form (form[data-draft]) in this tab, for as long as it may be lost to the end of their session.
// It comes back when the same person has logged in again; nobody else ever gets it.

const PREFIX = 'champions-draft:'
const LONGEST = 12 * 60 * 60 * 1000
const NOT_KEPT = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image']

const here = () => location.pathname + location.search
const form = () => document.querySelector('form[data-draft]')

// owner: who is logged in on this page, or null on the log-in page and when something went wrong
export function keepDrafts (owner) {
  document.addEventListener('submit', event => {
    const to = new URL(event.target.getAttribute('action') ?? '', location.href)
    if (to.pathname === '/sign-out') all().forEach(forget)
  })

  if (owner === null) {
    // Whatever was typed was not saved
    all().forEach(interrupt)
    return
  }

  for (const draft of all()) {
    const lost = draft.owner === owner && draft.interrupted && Date.now() - draft.at < LONGEST
    if (!lost) forget(draft)
    else if (draft.page === here() && form()) restore(form(), draft)
  }

  const kept = form()
  if (kept) {
    const save = () => write({ owner, page: here(), at: Date.now(), interrupted: false, fields: read(kept) })
    kept.addEventListener('input', save)
    kept.addEventListener('change', save)
  }
}

// The session ends while the form is open
export function interruptDraft () {
  all().filter(draft => draft.page === here()).forEach(interrupt)
}

function all () {
  return Object.keys(sessionStorage).filter(key => key.startsWith(PREFIX)).flatMap(key => {
    try {
      return [JSON.parse(sessionStorage.getItem(key))]
    } catch {
      sessionStorage.removeItem(key)
      return []
    }
  })
}

function write (draft) {
  try {
    sessionStorage.setItem(PREFIX + draft.page, JSON.stringify(draft))
  } catch {
    // No room: the form works as it would without this script
  }
}

function forget (draft) {
  sessionStorage.removeItem(PREFIX + draft.page)
}

function interrupt (draft) {
  write({ ...draft, interrupted: true })
}

function controls (kept) {
  return [...kept.elements].filter(control => control.name && !NOT_KEPT.includes(control.type) && control.tagName !== 'FIELDSET')
}

const isChoice = control => control.type === 'checkbox' || control.type === 'radio'

function read (kept) {
  const fields = {}
  for (const control of controls(kept)) {
    fields[control.name] ??= []
    if (!isChoice(control) || control.checked) fields[control.name].push(control.value)
  }
  return fields
}

function restore (kept, draft) {
  const fields = structuredClone(draft.fields)
  for (const control of controls(kept)) {
    const values = fields[control.name]
    if (!values) continue
    if (isChoice(control)) control.checked = values.includes(control.value)
    else if (values.length > 0) control.value = values.shift()
  }

  const words = document.createElement('div')
  words.className = 'nhsuk-inset-text'
  words.setAttribute('role', 'status')
  words.append(Object.assign(document.createElement('p'), { textContent: 'What you entered before you were logged out is back in the form. Check it, then save.' }))
  kept.before(words)
  write({ ...draft, interrupted: false })
}

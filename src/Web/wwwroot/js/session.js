// Warns before the session ends, lets its person stay, and keeps what they were typing. The server alone decides when a session is over.
import { keepDrafts, interruptDraft } from './drafts.js'

const WARNING = 5 * 60 * 1000
const SHARED = 'champions-session'

const notice = document.getElementById('app-session')
keepDrafts(notice ? notice.dataset.owner : null)
if (notice) watch()

function watch () {
  const { owner } = notice.dataset
  let unused, latest
  let shown = ''
  let reloading = false

  take(notice.dataset)
  addEventListener('storage', event => {
    // Another tab of the same person: being used there counts here too
    if (event.key !== SHARED || !event.newValue) return
    const other = JSON.parse(event.newValue)
    if (other.owner === owner && other.unused > unused) {
      unused = other.unused
      tick()
    }
  })
  document.addEventListener('visibilitychange', tick)
  setInterval(tick, 1000)
  tick()

  function take (seconds) {
    unused = Date.now() + seconds.unused * 1000
    latest = Date.now() + seconds.latest * 1000
    try {
      localStorage.setItem(SHARED, JSON.stringify({ owner, unused }))
    } catch {
      // Other tabs then do not know
    }
  }

  function tick () {
    const left = Math.min(unused, latest) - Date.now()
    if (left <= 0) over()
    else if (left <= WARNING) warn(left <= 60 * 1000 ? '1 minute' : '5 minutes')
    else if (shown) hide()
  }

  // Read out when it appears and once more when a minute is left, not with every second
  function warn (left) {
    const canStay = unused < latest
    if (shown === left + canStay) return
    shown = left + canStay
    const why = canStay ? ' because you have not used it for a while.' : '. Nobody stays logged in for longer. Save what you are doing.'
    say(`Champions logs you out in less than ${left}${why}`, canStay)
  }

  function say (words, withButton) {
    const container = document.createElement('div')
    container.className = 'nhsuk-width-container'
    container.append(Object.assign(document.createElement('p'), { textContent: words }))
    if (withButton) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'nhsuk-button', textContent: 'Stay logged in' })
      button.addEventListener('click', stay)
      container.append(button)
    }
    notice.replaceChildren(container)
  }

  function hide () {
    shown = ''
    notice.replaceChildren()
  }

  async function stay () {
    const token = document.querySelector('input[name=__RequestVerificationToken]').value
    try {
      const answer = await fetch('/account/stay', {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams({ __RequestVerificationToken: token }),
        redirect: 'manual'
      })
      if (answer.ok) {
        take(await answer.json())
        hide()
      } else {
        over()
      }
    } catch {
      say('We could not reach Champions. Check your connection, then try again.', true)
    }
  }

  // Asks for the page anew: whoever is logged out comes to the log-in page and from there back to this one
  function over () {
    if (reloading) return
    reloading = true
    interruptDraft()
    location.replace(location.pathname + location.search)
  }
}

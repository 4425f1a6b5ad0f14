// Forms that a device answers. data-passkey says how: "use" a passkey, or "make" one. Pressing the button asks the site for a question
// (handler "ask"), the browser asks the device, and the form is sent with the answer. Whatever the site has to say, it says on the page
// that the form leads to: what cannot be asked is sent without an answer.

const decode = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

const encode = (bytes) =>
  bytes && btoa(Array.from(new Uint8Array(bytes), (b) => String.fromCharCode(b)).join(''))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const known = (list) => list?.map((one) => ({ ...one, id: decode(one.id) }))

const ask = {
  use: (options) => navigator.credentials.get({
    publicKey: { ...options, challenge: decode(options.challenge), allowCredentials: known(options.allowCredentials) }
  }),
  make: (options) => navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
      excludeCredentials: known(options.excludeCredentials)
    }
  })
}

// By hand, because not every password manager gives its answers the method for it
const answerOf = ({ id, rawId, type, response, authenticatorAttachment, getClientExtensionResults }, credential) => JSON.stringify({
  id,
  rawId: encode(rawId),
  type,
  authenticatorAttachment,
  clientExtensionResults: getClientExtensionResults.call(credential),
  response: {
    clientDataJSON: encode(response.clientDataJSON),
    attestationObject: encode(response.attestationObject),
    transports: response.getTransports?.(),
    authenticatorData: encode(response.authenticatorData),
    signature: encode(response.signature),
    userHandle: encode(response.userHandle)
  }
})

const problems = {
  InvalidStateError: 'This device already has a passkey for you. Use another device, or go on with the one you have.',
  SecurityError: 'Passkeys do not work at this address. Open Champions at its usual address.',
  TypeError: 'We could not reach Champions. Check your connection and try again.'
}

const nothingCame = {
  use: 'No passkey was used. Try again, or log in another way.',
  make: 'No passkey was made. Try again, or use another device.'
}

const tell = (form, words) => {
  const place = form.querySelector('[data-passkey-problem]')
  const message = document.createElement('p')
  message.className = 'nhsuk-error-message'
  message.textContent = words
  place.replaceChildren(...(words ? [message] : []))
}

const send = async (form) => {
  const address = new URL(form.action)
  address.searchParams.set('handler', 'ask')
  const question = await fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' })
  if (question.ok) {
    const credential = await ask[form.dataset.passkey](await question.json())
    form.elements['Input.Credential'].value = answerOf(credential, credential)
  }

  form.submit()
}

const begin = async (event) => {
  const form = event.currentTarget
  event.preventDefault()
  if (form.dataset.busy) {
    return
  }

  form.dataset.busy = 'true'
  tell(form, '')
  try {
    await send(form)
  } catch (problem) {
    tell(form, problems[problem.name] ?? nothingCame[form.dataset.passkey])
    delete form.dataset.busy
  }
}

if (window.PublicKeyCredential && navigator.credentials) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', begin)
  }

  for (const words of document.querySelectorAll('[data-passkey-missing]')) {
    words.hidden = true
  }

  // A page that comes back from the browser's memory may be used again
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-passkey]')) {
      delete form.dataset.busy
      form.elements['Input.Credential'].value = ''
    }
  })
}

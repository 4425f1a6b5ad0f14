// Marks the page before it is painted, so that parts that need JavaScript do not jump. It runs at once, unlike a module.
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
}

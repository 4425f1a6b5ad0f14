// Renders the design system's own Nunjucks macros, so that our tag helpers can be held against them.
// Standard input:  [{ "component": "button", "params": { … } }, …]
// Standard output: ["<button …>", …] in the same order.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import nunjucks from 'nunjucks'

const require = createRequire(import.meta.url)
const root = dirname(require.resolve('nhsuk-frontend/package.json'))
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(join(root, 'dist')),
  { trimBlocks: true, lstripBlocks: true }
)

const macroName = (component) =>
  component === 'tables' ? 'table' : component.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())

const render = ({ component, params }) => {
  const macro = macroName(component)
  return environment.renderString(
    `{% from "nhsuk/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(params) }}`,
    { params }
  )
}

const cases = JSON.parse(await text(process.stdin))
process.stdout.write(JSON.stringify(cases.map(render)))

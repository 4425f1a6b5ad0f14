import { initAll } from '../lib/nhsuk-frontend.min.js'

initAll()

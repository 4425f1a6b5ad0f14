// Arguments: .ics files in the order they arrive. Standard output: a JSON array of the events the calendar then shows.
import { readFileSync } from 'node:fs'
import { replay } from './calendar.js'

process.stdout.write(JSON.stringify(replay(process.argv.slice(2).map(file => readFileSync(file, 'utf8')))))

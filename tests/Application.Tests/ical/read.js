// Standard input: a JSON array of calendar texts. Standard output: a JSON array of what each says.
import { readFileSync } from 'node:fs'
import { read } from './calendar.js'

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(read)))

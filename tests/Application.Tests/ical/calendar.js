import ICAL from 'ical.js'

/** One calendar message, with its texts as a reader of the calendar sees them. Throws when the file does not parse. */
export function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent')
  if (events.length !== 1) throw new Error(`Expected 1 event, found ${events.length}`)

  const event = events[0]
  const value = name => event.getFirstPropertyValue(name)
  const party = property => ({ name: property.getParameter('cn'), address: property.getFirstValue() })
  return {
    method: calendar.getFirstPropertyValue('method'),
    version: calendar.getFirstPropertyValue('version'),
    uid: value('uid'),
    sequence: value('sequence'),
    status: value('status'),
    stamp: value('dtstamp').toString(),
    start: value('dtstart').toString(),
    end: value('dtend').toString(),
    summary: value('summary'),
    description: value('description'),
    location: value('location'),
    organizer: party(event.getFirstProperty('organizer')),
    attendees: event.getAllProperties('attendee').map(party)
  }
}

/**
 * What a calendar shows after the messages have arrived in the order given (RFC 5546, 2.1.5): per UID the highest SEQUENCE counts, then the
 * newest DTSTAMP. A cancelled event is remembered, so that an older request arriving late does not bring it back.
 */
export function replay(texts) {
  const latest = new Map()
  for (const message of texts.map(read)) {
    const known = latest.get(message.uid)
    const newer = !known || message.sequence > known.sequence || (message.sequence === known.sequence && message.stamp > known.stamp)
    if (newer) latest.set(message.uid, message)
  }
  return [...latest.values()].filter(message => message.method !== 'CANCEL')
}

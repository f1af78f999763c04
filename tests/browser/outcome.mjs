// How did each test end? A reporter that writes a line for each that ran: passed or failed, a tab, its name; and in the
// end, where the run came to it, `complete`.

/** Of Node's test runner. */
export default async function* outcome(events) {
  for await (const { type, data } of events) {
    const ended = { 'test:pass': 'passed', 'test:fail': 'failed' }[type];
    // One whose name was not asked for passes as skipped.
    if (ended && data.skip === undefined) yield `${ended}\t${data.name}\n`;
  }
  yield 'complete\n';
}

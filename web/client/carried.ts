/**
 * Answers that the portal sent along with the page: what its first requests would have got (server/http/carried-answers.ts).
 * They leave the page at once, so that nothing of them stays when the session ends.
 */
const carried = readBlock();

/** The answer of this path, once; null where the page brought none. */
export function takeCarried(path: string): Response | null {
  const body = carried.get(path);
  carried.delete(path);
  return body === undefined
    ? null
    : new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

function readBlock(): Map<string, unknown> {
  // what is tested without a page has no document
  const block = globalThis.document?.getElementById('carried');
  block?.remove();
  return new Map(Object.entries(JSON.parse(block?.textContent ?? '{}')));
}

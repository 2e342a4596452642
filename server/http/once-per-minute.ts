const minute = 60_000;

/** Passes on the first message of each kind at once, and then one a minute, with how many were left out between. */
export function oncePerMinute(print: (kind: string, leftOut: number) => void): (kind: string) => void {
  const seen = new Map<string, { printedAt: number; leftOut: number }>();
  return (kind) => {
    const now = Date.now();
    for (const [old, { printedAt }] of seen) if (old !== kind && now - printedAt > 10 * minute) seen.delete(old);
    const last = seen.get(kind);
    if (last && now - last.printedAt < minute) {
      last.leftOut += 1;
      return;
    }
    seen.set(kind, { printedAt: now, leftOut: 0 });
    print(kind, last?.leftOut ?? 0);
  };
}

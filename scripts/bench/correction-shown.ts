import { setTimeout as wait } from 'node:timers/promises';
import type { Created } from '../../contract/committees.ts';
import type { ComparedLine, ComparedLines, Comparison } from '../../contract/comparisons.ts';
import type { PortalClient } from '../demo-city/portal-client.ts';

const rounds = 7;
const pollMilliseconds = 10;

/** Milliseconds, the middle of some rounds, until a line that an official corrects is shown corrected. */
export async function correctionShown(official: PortalClient, { id, pages }: Comparison): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const page = pages[Math.floor(((round + 0.5) / (rounds + 1)) * pages.length)]!.newer;
    const [line] = (await linesOf(official, id, page)).filter(({ kind, other }) => kind === 'row' && other);
    if (!line) continue;
    times.push(await shownAfter(official, id, page, line));
  }
  // the first one finds the papers asleep
  const warm = times.slice(1).sort((one, other) => one - other);
  return warm[Math.floor(warm.length / 2)]!;
}

const linesOf = async (official: PortalClient, id: number, page: number) =>
  (await official.get<ComparedLines>(`/api/comparisons/${id}/lines?side=newer&page=${page}`)).lines;

async function shownAfter(official: PortalClient, id: number, page: number, line: ComparedLine): Promise<number> {
  const started = performance.now();
  const { label, parents, box } = line.place;
  const correction = { kind: 'line', older: null, newer: { page, box, label, parents } };
  const made = await official.post<Created>(`/api/comparisons/${id}/corrections`, correction);
  while (!(await linesOf(official, id, page)).some(({ correctionId }) => correctionId === made.id))
    await wait(pollMilliseconds);
  return performance.now() - started;
}

import { expect } from 'vitest';
import type { ComparedLine, Comparison } from '../../contract/comparisons.ts';
import { printMadePaper } from '../../scripts/bench/print-made-paper.ts';
import type { TestApp } from '../portal.ts';
import type { Visitor } from '../visitor.ts';
import { createCommittee, createMeeting, done, setUpCity, untilSettled, upload } from './city.ts';

export const paperName = '資料１　予算説明書.pdf';

export interface ComparedPapers {
  readonly official: Visitor;
  readonly committee: number;
  /** Documents. */
  readonly older: number;
  readonly newer: number;
  ask(body?: object, document?: number): Promise<Comparison>;
  untilReady(body?: object, document?: number): Promise<Comparison>;
  linesOf(comparison: number, side: 'older' | 'newer', page: number): Promise<ComparedLine[]>;
}

/** A city with one paper of two years, three pages each. */
export async function setUpComparedPapers(portal: TestApp): Promise<ComparedPapers> {
  const official = await setUpCity(portal);
  const committee = await createCommittee(official);
  const [before, after] = await Promise.all([printMadePaper(3, 2022), printMadePaper(3, 2023)]);
  const meetings = [
    await createMeeting(official, committee, '2022-06-01'),
    await createMeeting(official, committee, '2023-06-01'),
  ];
  const older = (await upload(official, meetings[0]!, paperName, before)).documentId;
  const newer = (await upload(official, meetings[1]!, paperName, after)).documentId;
  for (const id of [older, newer]) await untilSettled(official, id);

  const ask = (body: object = {}, document = newer): Promise<Comparison> =>
    done(official.post(`/api/documents/${document}/comparisons`, { otherDocumentId: older, ...body }));

  async function untilReady(body: object = {}, document = newer): Promise<Comparison> {
    for (;;) {
      const comparison = await ask(body, document);
      if (comparison.state === 'ready') return comparison;
      expect(comparison.state).not.toBe('failed');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function linesOf(id: number, side: 'older' | 'newer', page: number): Promise<ComparedLine[]> {
    return (await done(official.get(`/api/comparisons/${id}/lines?side=${side}&page=${page}`))).lines;
  }

  return { official, committee, older, newer, ask, untilReady, linesOf };
}

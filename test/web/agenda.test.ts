import { expect, test } from 'vitest';
import type { DocumentSummary } from '../../contract/documents.ts';
import { groupByAgenda } from '../../web/features/meetings/agenda.ts';

function paper(id: number, kind: DocumentSummary['kind'], agendaItemId: number | null): DocumentSummary {
  return {
    id,
    kind,
    number: '',
    title: '',
    openness: 'open',
    edition: 1,
    agendaItemId,
    seriesId: id,
    fiscalYear: 2023,
    fiscalYearSource: null,
    nameSource: null,
    otherName: null,
    news: null,
    noteCount: 0,
    counterpart: null,
    revision: {
      id,
      number: 1,
      state: 'ready',
      pageCount: 1,
      pagesDone: 1,
      failure: null,
      published: true,
      fileName: 'a.pdf',
      byteSize: 1,
      uploadedAt: '2024-01-01T00:00:00Z',
      cover: null,
      conversion: null,
      loss: null,
    },
  };
}

test('papers stand under their items; the order of the day first, what belongs nowhere last, and what was said apart', () => {
  const groups = groupByAgenda({
    agenda: [
      { id: 7, mark: '', level: 0, title: '進捗について' },
      { id: 8, mark: '', level: 1, title: 'その他' },
    ],
    documents: [
      paper(1, 'material', null),
      paper(2, 'agenda', null),
      paper(3, 'material', 7),
      paper(4, 'reference', 99),
      paper(5, 'minutes', 7),
    ],
  });
  expect(
    groups.map(({ number, title, level, documents }) => [number, title, level, documents.map(({ id }) => id)]),
  ).toEqual([
    ['', '次第', 0, [2]],
    ['１', '進捗について', 0, [3]],
    ['２', 'その他', 1, []],
    ['', 'その他の資料', 0, [1, 4]],
    ['', 'この会議の議事録', 0, [5]],
  ]);
});

import { expect, test } from 'vitest';
import { compareRead } from '../../domain/pages/comparison/compare-documents.ts';
import { isSure } from '../../domain/pages/comparison/doubt.ts';
import { readDocument } from '../../domain/pages/entries/read-document.ts';
import { readPageLabels } from '../../domain/pages/page-labels/read-page-labels.ts';
import { drawSheets } from './draw-sheets.ts';
import { makePair } from './made-pair.ts';

const read = (kind: string) => {
  const pages = drawSheets(makePair(kind, 'unrelated', ['drawn']).older.sheets);
  return readDocument({ pages, pageLabels: readPageLabels(pages) });
};

test('papers of unrelated matters have no sure pair, however they are put together', () => {
  const kinds = ['projects', 'debts', 'statistics', 'kpi', 'form', 'series', 'taxes', 'slides', 'prose', 'budget'];
  const papers = kinds.map((kind) => ({ kind, paper: read(kind) }));
  const sure = papers.flatMap(({ kind, paper }) =>
    papers
      .filter((other) => other.kind !== kind)
      .flatMap((other) =>
        compareRead(paper, other.paper).quantities.flatMap(({ row, confidence }) =>
          isSure(confidence) ? [`${kind}, ${other.kind}: ${row.older.entry.label.printed}`] : [],
        ),
      ),
  );
  expect(sure).toEqual([]);
});

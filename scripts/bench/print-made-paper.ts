import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileTypst } from '../../server/print/compile-typst.ts';
import { head, heading, Paper, pageBreak, table } from '../demo-city/paper.ts';
import { rowsOf, sectionOf } from './made-paper.ts';

const templates = fileURLToPath(new URL('../demo-city/templates/', import.meta.url));

/** The made paper of so many pages as a PDF, a table a page; pages from `first` on, so that page numbers move. */
export async function printMadePaper(pages: number, year: number, first = 1): Promise<Uint8Array> {
  const paper = new Paper({
    mark: '資料９',
    title: '計測用の予算説明書',
    hand: { digits: 'half', minus: '△', nothing: '－' },
    numbers: { skipped: 0, first: 1, form: '#' },
  });
  paper.add({ kind: 'cover', title: '予算説明書', subtitle: '', date: '', body: '' }, pageBreak);
  for (let index = first; index < first + pages; index += 1) {
    if (index > first) paper.add(pageBreak);
    paper.add(heading(sectionOf(index)), tableOf(index, year));
  }
  const { mark, title, numbers } = paper.facts;
  const job = {
    workspace: templates,
    main: join(templates, 'paper.typ'),
    data: JSON.stringify({ mark, title, numbers, landscape: false, face: 'gothic', blocks: paper.blocks }),
    timestamp: 0,
    queries: [],
  };
  const [printed] = await compileTypst([job], { deadlineMilliseconds: 120_000 });
  return printed!.file;
}

function tableOf(index: number, year: number) {
  const rows = rowsOf(index, year).map(([name, ...amounts]) => [
    name!,
    ...amounts.map((text) => ({ text, align: 'right' })),
  ]);
  const header = ['目', '本年度', '前年度', '比較'].map((text) => head(text));
  return table({
    caption: '歳出',
    unit: '千円',
    columns: [2, 1, 1, 1],
    headRows: 1,
    rowHeight: 9,
    rows: [header, ...rows],
  });
}

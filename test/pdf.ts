interface PdfFacts {
  /** The text of each page; a '\n' begins a line. Latin letters, digits and marks. */
  pages: string[];
  /** The page number printed at the foot of the first page; none where absent. */
  firstLabel?: number;
  /** Titles of the outline's entries, all to page 1, as UTF-16 code units. */
  outline?: string[];
  /** What the letter Z means when it is copied, as UTF-16 code units: for files whose text is not what it looks like. */
  meaningOfZ?: string;
}

/** A small PDF as a word processor would write it: A4, Helvetica, selectable text. */
export function makePdf({ pages, firstLabel, outline = [], meaningOfZ }: PdfFacts): Buffer {
  const firstPage = 6;
  const outlineRoot = firstPage + pages.length * 2;
  const objects = new Map<number, string>();
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ');
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${outline.length > 0 ? `/Outlines ${outlineRoot} 0 R` : ''} >>`);
  objects.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.set(
    3,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding ${meaningOfZ === undefined ? '' : '/ToUnicode 4 0 R'} >>`,
  );
  objects.set(4, stream(toUnicode(meaningOfZ ?? 'Z')));
  objects.set(5, 'null');
  for (const [index, text] of pages.entries()) {
    const at = firstPage + index * 2;
    objects.set(
      at,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${at + 1} 0 R >>`,
    );
    const label = firstLabel === undefined ? '' : `BT /F1 10 Tf 285 30 Td (- ${firstLabel + index} -) Tj ET`;
    objects.set(at + 1, stream(`${text.split('\n').map(showLine).join('\n')}\n${label}`));
  }
  for (const [number, body] of outlineObjects(outlineRoot, outline, firstPage)) objects.set(number, body);
  return write(objects);
}

/** A paper of `count` pages, each saying its number, with the numbers printed from `firstLabel`. */
export function makePaper(count: number, word = 'Paper', firstLabel?: number): Buffer {
  const pages = Array.from(
    { length: count },
    (_, index) => `${word} page ${index + 1} of ${count}\nThe quick brown fox`,
  );
  return makePdf({ pages, ...(firstLabel !== undefined && { firstLabel }) });
}

const showLine = (line: string, index: number) =>
  `BT /F1 14 Tf 72 ${760 - index * 24} Td (${line.replace(/[\\()]/g, '\\$&')}) Tj ET`;

const stream = (text: string) => `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`;

function toUnicode(meaning: string): string {
  const ranges = '2 beginbfrange <20> <59> <0020> <5B> <7E> <005B> endbfrange';
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def
1 begincodespacerange <00> <FF> endcodespacerange
${ranges}
1 beginbfchar <5A> <${utf16(meaning)}> endbfchar
endcmap end end`;
}

function* outlineObjects(root: number, titles: string[], page: number): Generator<[number, string]> {
  if (titles.length === 0) return;
  yield [
    root,
    `<< /Type /Outlines /First ${root + 1} 0 R /Last ${root + titles.length} 0 R /Count ${titles.length} >>`,
  ];
  for (const [index, title] of titles.entries()) {
    const next = index + 1 < titles.length ? `/Next ${root + index + 2} 0 R` : '';
    const before = index > 0 ? `/Prev ${root + index} 0 R` : '';
    yield [
      root + 1 + index,
      `<< /Title <FEFF${utf16(title)}> /Parent ${root} 0 R ${next} ${before} /Dest [${page} 0 R /Fit] >>`,
    ];
  }
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}

function write(objects: Map<number, string>): Buffer {
  let text = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [number, body] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.push(text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.size + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.size + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A paper of a joined PDF: what its bookmark says, and how many pages it gave. */
export interface JoinedPaper {
  readonly title: string;
  readonly pageCount: number;
}

/**
 * A bookmark a paper, as an incremental update (ISO 32000-1, 7.5.6 and 12.3.3) of a PDF that PDFium made: its catalog is object
 * 1, its pages are the kids of object 2. Papers without a page get none; another form of PDF is given back as it is.
 */
export function addBookmarks(pdf: Buffer, papers: readonly JoinedPaper[]): Buffer {
  const text = pdf.toString('latin1');
  const kids = /^2 0 obj\s*<<[^>]*\/Kids\[([^\]]*)\]/m.exec(text)?.[1]?.match(/\d+ 0 R/g);
  const size = Number(/\/Size (\d+)/.exec(text.slice(-1000))?.[1]);
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-1000))?.[1]);
  if (!/^1 0 obj\s*<<\/Pages 2 0 R/m.test(text) || !kids || !size || !previous) return pdf;
  const items = placesOf(papers, kids);
  if (items.length === 0) return pdf;
  const last = size + items.length;
  const objects = new Map<number, string>([
    [1, `<</Type/Catalog/Pages 2 0 R/Outlines ${size} 0 R/PageMode/UseOutlines>>`],
    [size, `<</Type/Outlines/First ${size + 1} 0 R/Last ${last} 0 R/Count ${items.length}>>`],
  ]);
  for (const [index, { title, page }] of items.entries()) {
    const number = size + 1 + index;
    const before = index > 0 ? `/Prev ${number - 1} 0 R` : '';
    const after = number < last ? `/Next ${number + 1} 0 R` : '';
    objects.set(number, `<</Title ${textString(title)}/Parent ${size} 0 R${before}${after}/Dest[${page}/Fit]>>`);
  }
  return Buffer.concat([pdf, updateOf(objects, pdf.length, previous)]);
}

/** Each paper with the reference of its first page. */
function placesOf(papers: readonly JoinedPaper[], kids: readonly string[]): { title: string; page: string }[] {
  let first = 0;
  return papers.flatMap(({ title, pageCount }) => {
    const page = kids[first];
    first += pageCount;
    return pageCount > 0 && page !== undefined ? [{ title, page }] : [];
  });
}

/** UTF-16 with its mark, in hexadecimal digits. */
function textString(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex')}>`;
}

function updateOf(objects: ReadonlyMap<number, string>, start: number, previous: number): Buffer {
  let body = '\n';
  let table = '';
  for (const [number, object] of objects) {
    table += `${number} 1\n${String(start + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const trailer = `trailer\n<</Root 1 0 R/Size ${size}/Prev ${previous}>>\nstartxref\n${start + body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n${table}${trailer}`, 'latin1');
}

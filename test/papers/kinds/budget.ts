import { type Block, type Cell, head, heading, type Row, type SpreadBlock, text, unitLine } from '../content.ts';
import { amountIn, type Draw } from '../draw.ts';
import { type Kind, numberCell, numberPiece, type Office } from '../kind.ts';
import { KINDS_OF_COST, PROJECTS, SECTIONS } from '../words.ts';

interface Part {
  readonly number: number;
  readonly name: string;
}
interface Purpose {
  readonly id: string;
  readonly name: string;
  /** 節 with their 説明. */
  readonly parts: readonly Part[];
  readonly abolished: boolean;
}
interface Chapter {
  readonly name: string;
  readonly purposes: readonly [older: Purpose[], newer: Purpose[]];
}

/** What is drawn of a budget: 款 with 目, each with 節; some stand in one year only. */
function drawChapters(draw: Draw, count: number): Chapter[] {
  return draw.some(SECTIONS, count).map((name) => {
    const stem = name.replace(/費$/u, '');
    const names = draw.some(
      [`${stem}総務費`, `${stem}施設費`, `${stem}振興費`, `${stem}対策費`, `${stem}調査費`, `${stem}推進費`],
      draw.integer(3, 6),
    );
    const purposeOf = (purpose: string): Purpose => ({
      id: `${name}/${purpose}`,
      name: purpose,
      parts: draw
        .of(`${name} ${purpose}`)
        .some(KINDS_OF_COST, draw.of(`${name} ${purpose} n`).integer(2, 5))
        .map(([part, number]) => ({ number, name: part })),
      abolished: false,
    });
    const purposes = names.map(purposeOf);
    const [gone, come] = [draw.oneOf(names), draw.oneOf(names)];
    const ends = draw.chance(0.5);
    const older = purposes.filter((purpose) => purpose.name !== come || come === gone);
    const newer = purposes.filter(({ name: own }) => own !== gone || come === gone || !ends);
    return { name, purposes: [older, newer] };
  });
}

const UNIT = '千円';

/** 目 | 本年度 | 前年度 | 比較 | 節 | 金額 | 説明, in one table; the unit in a caption or in the first row under the headers. */
export const budget: Kind = {
  landscape: true,
  style: (style) => ({
    ...style,
    ruling: style.ruling === 'none' || style.ruling === 'frame' ? 'grid' : style.ruling,
    size: Math.min(style.size, 9),
  }),
  draw(draw) {
    const chapters = drawChapters(draw, draw.integer(2, 4));
    const unitInRow = draw.chance(0.4);
    const explains = draw.chance(0.7);
    return (office) =>
      chapters.flatMap((chapter, index) => {
        const purposes = chapter.purposes[office.turn];
        const rows = purposes.flatMap((purpose, at) =>
          rowsOf(chapter.name, purpose, at, office, { explains, unitInRow: unitInRow && at === 0 }),
        );
        const blocks: Block[] = [heading(`${index + 1}款　${chapter.name}`)];
        if (!unitInRow) blocks.push(unitLine(UNIT));
        return [
          ...blocks,
          {
            kind: 'table',
            widths: explains ? [24, 13, 13, 13, 20, 13, 34] : [28, 14, 14, 14, 24, 14],
            head: headOf(explains),
            rows,
          },
        ];
      });
  },
};

function headOf(explains: boolean): Row[] {
  const top = [head('目', 1, 2), head('本年度', 1, 2), head('前年度', 1, 2), head('比較', 1, 2), head('節', 2)];
  return [{ cells: explains ? [...top, head('説明', 1, 2)] : top }, { cells: [head('区分'), head('金額')] }];
}

const unitCell = (shown: boolean, number: Cell): Cell =>
  shown ? { lines: [[{ text: UNIT, align: 'right', scale: 0.8 }], ...number.lines] } : number;

function rowsOf(
  chapter: string,
  purpose: Purpose,
  at: number,
  { year, style }: Office,
  facts: { explains: boolean; unitInRow: boolean },
): Row[] {
  const { unitInRow } = facts;
  const label = `${chapter} > ${purpose.name}`;
  const now = amountOfPurpose(purpose, year);
  const before = amountOfPurpose(purpose, year - 1);
  const number = (value: number, column: string, id: string) =>
    unitCell(unitInRow, numberCell(value, { id: `${purpose.id} ${id}`, label, column, unit: UNIT }, style));
  const name = `${at + 1}　${purpose.name}`;
  return purpose.parts.map((part, index): Row => {
    const amount = amountOfPart(purpose, part, year);
    const money = numberCell(
      amount,
      { id: `${purpose.id} ${part.name}`, label: `${label} > ${part.name}`, column: '金額', unit: UNIT },
      style,
    );
    const partCells = [text(`${part.number}　${part.name}`), unitCell(unitInRow && index === 0, money)];
    const explained = facts.explains ? [explanation(purpose, part, year, style, label)] : [];
    const own =
      index === 0
        ? [
            text(name),
            number(now, '本年度', 'now'),
            number(before, '前年度', 'before'),
            number(now - before, '比較', 'change'),
          ]
        : [text(''), text(''), text(''), text('')];
    return { cells: [...own, ...partCells, ...explained], open: index > 0 };
  });
}

function amountOfPart(purpose: Purpose, part: Part, year: number): number {
  return amountIn(`${purpose.id} ${part.name}`, year, 12, 240_000);
}
function amountOfPurpose(purpose: Purpose, year: number): number {
  return purpose.parts.reduce((sum, part) => sum + amountOfPart(purpose, part, year), 0);
}

/** One or two things that the 節 pays for, each with its amount at the right. */
function explanation(purpose: Purpose, part: Part, year: number, style: Office['style'], label: string): Cell {
  const index = [...`${purpose.id}${part.name}`].reduce((sum, character) => sum + character.codePointAt(0)!, 0);
  const names = [PROJECTS[index % PROJECTS.length]!, PROJECTS[(index * 7 + 3) % PROJECTS.length]!].slice(
    0,
    1 + (index % 2),
  );
  return {
    lines: names.map((name) => [
      { text: name },
      numberPiece(
        amountIn(`${purpose.id} ${part.name} ${name}`, year, 5, 90_000),
        {
          id: `${purpose.id} ${part.name} ${name}`,
          label: `${label} > ${part.name} > ${name}`,
          column: '説明',
          unit: UNIT,
        },
        style,
      ),
    ]),
  };
}

/** 目 at the left and 節 with 説明 at the right, at the same heights: two printed pages on one sheet, or facing sheets. */
function spreadBudget(facing: boolean): Kind {
  return {
    landscape: !facing,
    style: (style) => ({ ...style, ruling: 'grid', size: 8 }),
    draw(draw) {
      const chapters = drawChapters(draw, draw.integer(2, 3));
      return (office) =>
        chapters.flatMap((chapter, index): Block[] => {
          const halves = chapter.purposes[office.turn].map((purpose, at) =>
            halvesOf(chapter.name, purpose, at, office),
          );
          const spread: SpreadBlock = {
            kind: 'spread',
            facing,
            left: {
              kind: 'table',
              widths: [34, 22, 22, 22],
              head: [{ cells: [head('目'), head('本年度予算額'), head('前年度予算額'), head('比較')] }],
              rows: halves.flatMap(({ left }) => left),
            },
            right: {
              kind: 'table',
              widths: [34, 22, 44],
              head: [{ cells: [head('区分'), head('金額'), head('説明')] }],
              rows: halves.flatMap(({ right }) => right),
            },
          };
          return [heading(`${index + 1}項　${chapter.name}`), unitLine(UNIT), spread];
        });
    },
  };
}

function halvesOf(chapter: string, purpose: Purpose, at: number, office: Office): { left: Row[]; right: Row[] } {
  const rows = rowsOf(chapter, purpose, at, office, { explains: true, unitInRow: false });
  return {
    left: rows.map(({ cells, open }) => ({ cells: cells.slice(0, 4), open: open ?? false })),
    right: rows.map(({ cells, open }) => ({ cells: cells.slice(4), open: open ?? false })),
  };
}

export const spread = spreadBudget(false);
export const facing = spreadBudget(true);

import type { Draw } from './draw.ts';

/** How one city's office sets its papers. */
export interface Style {
  readonly producer: 'typst' | 'chromium' | 'drawn';
  readonly font: 'mincho' | 'gothic' | 'noto';
  readonly ruling: 'grid' | 'horizontal' | 'frame' | 'none' | 'shaded';
  /** Whole lines, the sides of each cell, or thin filled rectangles. */
  readonly drawnAs: 'lines' | 'cells' | 'rectangles';
  /** Points. */
  readonly size: number;
  /** Height of a line in sizes. */
  readonly pitch: number;
  readonly landscape: boolean;
  readonly digits: 'half' | 'full';
  readonly minus: '△' | '▲' | '-' | '−';
  readonly nothing: '－' | '-' | '0' | '';
  /** Of a page number; none where empty. */
  readonly pageNumber: '- # -' | '#' | '－＃－' | 'P.#' | '';
  readonly firstNumber: number;
  readonly runningHead: string;
  readonly repeatsHead: boolean;
  readonly repeatsHeading: '' | 'as it is' | '（つづき）';
  /** A row's name may go on over the page. */
  readonly breaksRows: boolean;
  /** 合　計 */
  readonly spreadsTotals: boolean;
  readonly years: 'long' | 'short';
}

const RULINGS = ['grid', 'grid', 'horizontal', 'frame', 'none', 'shaded'] as const;

export function drawStyle(draw: Draw, producers: readonly Style['producer'][], landscape: boolean): Style {
  return {
    producer: draw.oneOf(producers),
    font: draw.oneOf(['mincho', 'gothic', 'noto']),
    ruling: draw.oneOf(RULINGS),
    drawnAs: draw.oneOf(['lines', 'cells', 'rectangles']),
    size: draw.oneOf([8, 9, 10, 10.5]),
    pitch: draw.oneOf([1.4, 1.6, 1.9]),
    landscape,
    digits: draw.oneOf(['half', 'half', 'full']),
    minus: draw.oneOf(['△', '△', '▲', '−']),
    nothing: draw.oneOf(['－', '0', '-']),
    pageNumber: draw.oneOf(['- # -', '#', '－＃－', 'P.#', '']),
    firstNumber: draw.oneOf([1, 1, 7, 48, 203]),
    runningHead: draw.oneOf(['', '', '財政課資料', '一般会計']),
    repeatsHead: draw.chance(0.7),
    repeatsHeading: draw.oneOf(['', 'as it is', '（つづき）']),
    breaksRows: draw.chance(0.3),
    spreadsTotals: draw.chance(0.5),
    years: draw.oneOf(['long', 'long', 'short']),
  };
}

/** A year later most offices keep their ways; the page numbers move, and now and then the programme or the rulings are others. */
export function nextStyle(draw: Draw, style: Style, producers: readonly Style['producer'][]): Style {
  const moved = { ...style, firstNumber: style.firstNumber + draw.integer(0, 4) };
  if (draw.chance(0.6)) return moved;
  const other = drawStyle(draw, producers, style.landscape);
  if (draw.chance(0.5))
    return { ...moved, producer: other.producer, font: other.font, drawnAs: other.drawnAs, size: other.size };
  return {
    ...moved,
    ruling: other.ruling,
    pitch: other.pitch,
    digits: other.digits,
    repeatsHeading: other.repeatsHeading,
  };
}

const FULL = '０１２３４５６７８９';
export const fullWidth = (printed: string): string =>
  printed
    .replace(/[0-9]/g, (digit) => FULL[Number(digit)]!)
    .replaceAll(',', '，')
    .replaceAll('.', '．');

/** 12,345 or △１２，３４５. */
export function printed(value: number, style: Style, decimals = 0): string {
  if (value === 0 && decimals === 0) return style.nothing === '' ? '' : style.nothing;
  const digits = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const sign = value < 0 ? style.minus : '';
  return sign + (style.digits === 'full' ? fullWidth(digits) : digits);
}

/** 令和７年度, R7年度, 平成30年度. */
export function yearName(year: number, style: Style, rest = '年度'): string {
  const [era, short, first] = year >= 2019 ? ['令和', 'R', 2018] : ['平成', 'H', 1988];
  const number = year - first;
  if (style.years === 'short') return `${short}${number}${rest}`;
  const digits = style.digits === 'full' ? fullWidth(String(number)) : String(number);
  return `${era}${number === 1 ? '元' : digits}${rest}`;
}

/** 合計, or 合　計 where the office spreads such names. */
export const total = (name: string, style: Style): string => (style.spreadsTotals ? [...name].join('　') : name);

import { eraNamed } from './era.ts';

const UNITS: readonly (readonly [unit: string, words: string])[] = [
  ['km2', '平方キロメートル'],
  ['m2', '平方メートル'],
  ['m3', '立方メートル'],
  ['km', 'キロメートル'],
  ['ha', 'ヘクタール'],
  ['kg', 'キログラム'],
  ['kWh', 'キロワット時'],
  ['kW', 'キロワット'],
  ['°C', '度'],
];

const eraOf = (printed: string) => eraNamed(printed)?.name ?? printed;

/** Dates and times, before their dots, strokes and colons are taken for something else. */
const DATES: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  // NFKC makes 令和 of ㋿
  [
    /(?<![A-Za-z\d])([RH]|令和|平成|昭和)\.?(\d{1,2}|元)\.(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?!\d|\.\d)/gu,
    (_, era = '', year, month, day) => `${eraOf(era)}${year}年${Number(month)}月${Number(day)}日`,
  ],
  [/(?<![A-Za-z\d])([RH])(\d{1,2}|元)(?![\dA-Za-z.,])(年?)/gu, (_, era = '', year) => `${eraOf(era)}${year}年`],
  [
    /(?<![\d/])((?:19|20)\d\d)\/(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/])/gu,
    (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  ],
  [/(?<=日)\(([日月火水木金土])(?:・(?:祝|休))?\)/gu, (_, day) => `、${day}曜日`],
  [
    /(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])/gu,
    (_, hour, minute) => `${Number(hour)}時${minute === '00' ? '' : `${Number(minute)}分`}`,
  ],
  // 補助率 1/2
  [
    /(?<![\d/.,])([1-9])\/(10|[2-9])(?![\d/.,])/gu,
    (whole, part, all) => (Number(part) < Number(all) ? `${all}分の${part}` : whole),
  ],
];

const SIGNS: readonly (readonly [RegExp, string])[] = [
  // a triangle is a minus only before a number: △2,198, ▲ 0.5; a dash between two numbers parts them: 3-7
  [/(?<!\d)[△▲−‑–-]\s*(?=\d)/gu, 'マイナス'],
  [/(\d)[−‑–-](?=\d)/gu, '$1の'],
  [/[＋+]\s*(?=\d)/gu, 'プラス'],
  // NFKC makes No of №
  [/No\.?\s*(?=\d)/gu, 'ナンバー'],
  // what leads the eye from a name to its page says nothing
  [/[.．・･…‥]{3,}/gu, '、'],
  [/(\S)\s*[~〜]\s*(?=\S)/gu, '$1から'],
  [/(\d)\/(?=\d)/gu, '$1スラッシュ'],
  [/[¥](\d+)/gu, '$1円'],
  [/[%％]/gu, 'パーセント'],
  // of a budget's levels 目 would be heard as an eye or a third
  [/(?<=\d)款/gu, 'かん'],
  [/(?<=\d)項/gu, 'こう'],
  [/(?<=\d)目(?![的標次録立])/gu, 'もく'],
  [/t-CO2/giu, 'トン シーオーツー'],
  // NFKC makes m2 of ㎡
  ...UNITS.map(([unit, words]): [RegExp, string] => [new RegExp(`(?<![A-Za-z])${unit}(?![A-Za-z0-9])`, 'gu'), words]),
  [/\(株\)/gu, '株式会社'],
  [/\(有\)/gu, '有限会社'],
  [/±/gu, 'プラスマイナス'],
  [/×/gu, 'かける'],
  [/〃/gu, '同じく'],
  // a cell that holds a dash alone
  [/^[−‑–—―ー-]$/gu, 'なし'],
  [/[●○◎■□◆◇★☆※・]/gu, '、'],
  [/[→⇒]/gu, 'から'],
];

/** Digits in half width, each group of three with the one before, so that a voice says one number: 16,203,500 → 16203500. */
const joinGroups = (text: string) => text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');

/** ① and 1. before a name are heard apart from it, else １ごみ becomes いちごみ. */
const partNumbering = (text: string) =>
  text
    .replace(/[①-⑳](?=.)/gu, (sign) => `${sign.normalize('NFKC')}、`)
    .replace(/^\s*(\d+|[０-９]+)[.．]\s*(?=\D)/u, '$1、');

/** What a voice is given to say a printed text as a person would: numbers whole, △ as a minus, signs, units and dates in words. */
export function readAloud(text: string): string {
  const folded = joinGroups(partNumbering(text).normalize('NFKC').replace(/\s+/gu, ' '));
  const dated = DATES.reduce((said, [printed, words]) => said.replace(printed, words), folded);
  const spoken = SIGNS.reduce((said, [sign, words]) => said.replace(sign, words), spokenAmounts(dated));
  return spoken
    .replace(/、[、\s]*/gu, '、')
    .replace(/^、|、$/gu, '')
    .trim();
}

const SMALLER = [
  ['兆', 1_000_000_000_000],
  ['億', 100_000_000],
  ['万', 10_000],
  ['千', 1000],
] as const;

/** Nobody says 764910千円: it is 7億6491万円; 2198千円 is 219万8千円. Amounts with decimals stay as they are printed. */
function spokenAmounts(text: string): string {
  return text.replace(/(?<![\d.])(\d+)(千|百万)円/gu, (whole, digits, scale) => {
    let rest = Number(digits) * (scale === '千' ? 1000 : 1_000_000);
    if (rest === 0 || !Number.isSafeInteger(rest)) return whole;
    let said = '';
    for (const [name, size] of SMALLER) {
      const times = Math.floor(rest / size);
      if (times > 0) said += `${times}${name}`;
      rest -= times * size;
    }
    return `${said}円`;
  });
}

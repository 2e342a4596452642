/** What a number counts, and how many of it one printed unit is: 千円 is { measure: '円', scale: 1000 }. */
export interface Unit {
  /** As printed, widths folded: 千円, %, 人. */
  readonly text: string;
  readonly measure: string;
  readonly scale: number;
}

/** Words of scale that stand between the digits and the unit, or between two groups of digits (4億5,800万円). */
export const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  億: 1e8,
  十億: 1e9,
  百億: 1e10,
  兆: 1e12,
};

/**
 * The units that municipal papers print, by the measure they belong to; the first spelling names the measure, a number
 * after a spelling is its size in that measure. A number in running text counts as a quantity only with one of these.
 */
const MEASURES: readonly (readonly (string | readonly [spelling: string, size: number])[])[] = [
  ['円'],
  ['ドル'],
  ['%', 'パーセント', ['割', 10]],
  ['ポイント', 'pt', 'ﾎﾟｲﾝﾄ'],
  ['人', '名'],
  ['世帯'],
  ['戸'],
  ['件'],
  ['事業'],
  ['箇所', 'か所', 'ヶ所', 'ケ所', 'カ所', 'ヵ所'],
  ['団体'],
  ['社'],
  ['施設'],
  ['校'],
  ['園'],
  ['学級', 'クラス'],
  ['路線'],
  ['台'],
  ['棟'],
  ['冊'],
  ['部'],
  ['枚'],
  ['個'],
  ['基'],
  ['隻'],
  ['頭'],
  ['羽'],
  ['床'],
  ['食'],
  ['店', '店舗'],
  ['組'],
  ['組合'],
  ['地区'],
  ['区画'],
  ['品目'],
  ['種類'],
  ['項目'],
  ['口'],
  ['株'],
  ['席'],
  ['両'],
  ['便'],
  ['通'],
  ['票'],
  ['点'],
  ['本'],
  ['灯'],
  ['筆'],
  ['枠'],
  ['講座'],
  ['グループ'],
  ['チーム'],
  ['式'],
  ['セット'],
  ['箱'],
  ['人日'],
  ['人月'],
  ['コース'],
  ['アクセス'],
  ['倍'],
  ['回'],
  ['泊'],
  ['歳', '才'],
  ['月分', 'か月分', 'カ月分', 'ヶ月分', '箇月分'],
  ['か月', 'カ月', 'ヶ月', 'ヵ月', '箇月'],
  ['年間', 'か年', 'カ年', 'ヶ年', '箇年'],
  ['年'],
  ['日間', '日'],
  ['時間', ['分間', 1 / 60]],
  ['m', 'メートル', ['km', 1e3], ['キロメートル', 1e3], ['cm', 1e-2], ['mm', 1e-3], ['キロ', 1e3]],
  [
    'm2',
    '平方メートル',
    '平米',
    ['ha', 1e4],
    ['ヘクタール', 1e4],
    ['a', 100],
    ['アール', 100],
    ['km2', 1e6],
    ['平方キロメートル', 1e6],
  ],
  ['m3', '立方メートル', '立米', ['L', 1e-3], ['リットル', 1e-3], ['kL', 1], ['キロリットル', 1]],
  ['t', 'トン', ['kg', 1e-3], ['キログラム', 1e-3], ['g', 1e-6], ['グラム', 1e-6]],
  ['kWh', ['キロワット時', 1], ['MWh', 1e3]],
  ['kW', ['キロワット', 1], ['MW', 1e3]],
  ['t-CO2', ['トン-CO2', 1], ['kg-CO2', 1e-3]],
];

const UNITS: ReadonlyMap<string, { measure: string; size: number }> = new Map(
  MEASURES.flatMap((spellings) => {
    const first = spellings[0]!;
    const measure = typeof first === 'string' ? first : first[0];
    return spellings.map((spelling) =>
      typeof spelling === 'string'
        ? ([spelling, { measure, size: 1 }] as const)
        : ([spelling[0], { measure, size: spelling[1] }] as const),
    );
  }),
);

/** None of them holds a character that means something in a pattern. */
const longestFirst = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');

/** Source of a regular expression for a word of scale, and for a unit with an optional word of scale before it. */
export const SCALE_PATTERN = `(?:${longestFirst(Object.keys(SCALES))})`;
export const UNIT_PATTERN = `${SCALE_PATTERN}?(?:${longestFirst(UNITS.keys())})`;

/** Without a word of scale. */
export const BARE_UNIT_PATTERN = `(?:${longestFirst(UNITS.keys())})`;

const WHOLE_UNIT = new RegExp(`^(${SCALE_PATTERN})?(${longestFirst(UNITS.keys())})$`, 'u');

/** Reads 千円, 百万円, 人, ％ (widths already folded); null where the word is no known unit. */
export function parseUnit(text: string): Unit | null {
  const match = WHOLE_UNIT.exec(text);
  if (!match) return null;
  const known = UNITS.get(match[2]!)!;
  return { text, measure: known.measure, scale: (match[1] ? SCALES[match[1]]! : 1) * known.size };
}

/** Words before a number that make it a reference: 資料１, 表２. */
export const REFERENCES = [
  '資料',
  '参考',
  '別紙',
  '別表',
  '様式',
  '表',
  '図',
  '注',
  '問',
  '議案',
  '報告',
  '方針',
  '目標',
  '施策',
  '基本',
] as const;

/** The unit of a counter that is in no list. */
export const counterUnit = (text: string): Unit => ({ text, measure: text, scale: 1 });

/** True where both count the same thing, so that a difference has a meaning. */
export function sameMeasure(a: Unit, b: Unit): boolean {
  return a.measure === b.measure;
}

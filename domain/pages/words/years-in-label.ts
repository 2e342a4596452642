import { COMMON_ERA_LETTERS, ERA_INITIALS, ERA_NAMES, westernYear, yearWithoutEra } from '../../japanese/era.ts';
import { foldWidths } from '../../japanese/normalise.ts';

/** What stands for a year that was taken out. */
const MASK = '年';
const NUMBER = '(?:元|[0-9]{1,2}(?![0-9]))';
/** Behind it a letter and a number are a place or a thing: R2工区, S1号棟; R2-1 numbers something. */
const IS_PLACE = '[a-z]|-[0-9]+(?![0-9年])|[号棟階室線番区工組類種型級系機基]';

const YEAR = new RegExp(
  [
    `(?<era>${ERA_NAMES})(?<number>${NUMBER})(?:年度?|(?!丁目|番|号|区))`,
    `(?<![一-龠])(?<era>[${ERA_INITIALS}])(?<number>${NUMBER})(?:年度?|(?!${IS_PLACE}))`,
    `(?<![a-z])(?<era>[${COMMON_ERA_LETTERS.toLowerCase()}])\\.?(?<number>${NUMBER})(?:年度?|(?!${IS_PLACE}))`,
    `(?<![0-9])(?<western>(?:19|20)[0-9]{2})(?:年度?|(?=[末決予実見目計推当補比])|(?<=^.{4})$)`,
    `(?<![0-9])['’‘](?<tail>[0-9]{2})(?:年度?|(?![0-9]))`,
    '(?<![0-9第])(?<number>[0-9]{1,2})年度(?![目間内])|(?<![一-龠])(?<number>元)年度',
    '(?<=[~・,、→-])(?<joined>[0-9]{1,2})(?=$|[)末])',
  ].join('|'),
  'gu',
);
const OF_ERA = `(?:${ERA_NAMES}|(?<![a-z])[${COMMON_ERA_LETTERS.toLowerCase()}])${NUMBER}`;
const OF_WORLD = '(?:19|20)[0-9]{2}';
/** 令和5(2023)年度 and 2023(R5) say one year twice. */
const SAID_TWICE = [
  [OF_ERA, OF_WORLD],
  [OF_WORLD, OF_ERA],
].map(([one, other]) => new RegExp(`(${one})(?:年度?)?\\(${other}(?:年度?)?\\)(?:年度?)?`, 'gu'));

/** A label, folded as for search, with the years it names masked, and these as western numbers in the order they are printed. */
export function maskYears(folded: string): { masked: string; years: number[] } {
  const years: number[] = [];
  /** The year before, where it was one of an era, and where it ends. */
  let before: { readonly era: string; readonly number: number; readonly end: number } | null = null;
  const once = SAID_TWICE.reduce((text, twice) => text.replace(twice, '$1年度'), folded);
  const masked = once.replace(YEAR, (whole, ...rest) => {
    const [at, , groups] = rest.slice(-3) as [number, string, Readonly<Record<string, string | undefined>>];
    const number = groups.number ?? groups.joined ?? '';
    const goesOn = before !== null && before.end === at - 1 && Number(number) > before.number;
    if (groups.joined && !goesOn) return whole;
    const era: string | undefined = groups.era ?? (goesOn ? before!.era : undefined);
    if (groups.western) years.push(Number(groups.western));
    else if (groups.tail) years.push(yearOfTail(Number(groups.tail)));
    else years.push(era ? (westernYear(era, number) ?? Number.NaN) : yearWithoutEra(numberOf(number)));
    before = era ? { era, number: numberOf(number), end: at + whole.length } : null;
    return MASK;
  });
  return { masked, years };
}

const numberOf = (number: string) => (number === '元' ? 1 : Number(number));

/** ’23 and ’98. */
const yearOfTail = (tail: number) => (tail < 60 ? 2000 : 1900) + tail;

/** 2023 and 2023年度, whatever stands for them in a table. */
export const isWesternYear = (text: string) => /^(?:19|20)[0-9]{2}(?:年度?)?$/u.test(foldWidths(text));

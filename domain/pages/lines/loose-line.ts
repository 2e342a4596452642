import { foldText } from '../../quantities/folded-text.ts';
import { parseUnit, type Unit } from '../../quantities/unit.ts';
import { commonHeight, middleY } from '../sheet/box.ts';
import { BUDGET_LEVELS, UNIT_CAPTION } from '../words/vocabulary.ts';
import { isNumbersOnly } from './amounts.ts';
import { type Baseline, type Item, lineOf, runOf } from './line.ts';

/** （単位：千円）, （各年度末、単位：人）. */
const CAPTION = new RegExp(`^(?:[（(\\[［](?:[^（()）]{1,20}[、,])?)?${UNIT_CAPTION}[:：]?(.+?)[)）\\]］]?$`, 'u');
/** Where it begins behind other words: 歳入（単位：千円）, （　）内は前年度　単位：千円. */
const CAPTION_WITHIN = new RegExp(
  `(?:[（(［[](?:[^（()）]{1,20}[、,])?)?${UNIT_CAPTION}[:：]?[^（()）]{1,12}[)）\\]］]?$`,
  'u',
);
/** Words and their amount outside a table are parted by at least this many character heights. */
const WORDS_TO_NUMBER = 1.2;
/** An amount with its unit is one after a typed space: 給水戸数　4,862戸. */
const WORDS_TO_UNIT = 0.8;

/** Takes （単位：千円） out of a line; `unit` is null where there is none. */
export function withoutUnitCaption(printed: Baseline): { line: Baseline | null; unit: Unit | null } {
  const line = withCaptionApart(printed);
  let unit: Unit | null = null;
  const runs = line.runs.filter((run, index) => {
    const folded = foldText(run.text).text;
    const match = CAPTION.exec(folded);
    const alone = index > 0 || line.runs.length === 1 ? /^\((.+)\)$/u.exec(folded) : null;
    const read = firstUnit(match?.[1] ?? alone?.[1] ?? '');
    if (!read && !match) return true;
    unit = read;
    return false;
  });
  if (runs.length === line.runs.length) {
    const whole = CAPTION.exec(foldText(line.text).text);
    return whole ? { line: null, unit: firstUnit(whole[1]!) } : { line, unit: null };
  }
  return { line: runs.length > 0 ? lineOf(runs, line) : null, unit };
}

/** 千円、％ is 千円 for all columns that do not say otherwise. */
const firstUnit = (text: string) => parseUnit(text.split(/[,、・]/u)[0]!);

/** The line with （単位：千円） as a run of its own where it stands right behind a title. */
function withCaptionApart(line: Baseline): Baseline {
  const last = line.runs.at(-1)!;
  const at = CAPTION_WITHIN.exec(last.text)?.index ?? 0;
  if (at === 0) return line;
  // Every character of a run that may hold a caption is one UTF-16 unit or the places would not agree.
  const parts = [last.characters.slice(0, at), last.characters.slice(at)];
  if (last.text.length !== last.characters.length) return line;
  return lineOf([...line.runs.slice(0, -1), ...parts.map((part) => runOf(part))], line);
}

const LEADER = /(?:[…‥]|[・.．·]{3,})$/u;

/** A line outside all tables that reads as a row: a name, a gap, amounts. Null for headings and running text. */
export function looseItem(line: Baseline): Item | null {
  const { item } = line;
  const last = item?.words.at(-1);
  const first = item?.numbers[0];
  if (!item || !last || !first) return null;
  if (LEADER.test(last.text)) {
    // Dots lead to a page number, unless it could only be an amount.
    if (item.numbers.every(({ quantity }) => quantity.unit === null && /^[0-9０-９]{1,4}$/u.test(quantity.text)))
      return null;
  } else if (first.box[1] >= middleY(last.box) || first.box[3] <= middleY(last.box)) {
    // The amount stands below its name, or over it at the head of a bar.
    return item;
  } else if (
    !line.isLabel &&
    first.box[0] - last.box[2] < (first.quantity.unit ? WORDS_TO_UNIT : WORDS_TO_NUMBER) * line.size
  )
    return null;
  return item;
}

/** The parts of a heading line: the captions 款 1.総務費 項 1.総務管理費 and （款）１総務費（項）１総務管理費 have two. */
export function headingParts(line: Baseline): { parts: string[]; isCaption: boolean } {
  const texts = line.runs.flatMap((run) => run.text.split(LEVEL_WITHIN));
  const begins = (text: string) => LEVEL.test(foldText(text).text);
  const isAlone = (text: string) => BUDGET_LEVELS.some((level) => level === foldText(text).text);
  const isCaption = texts.some(isAlone) || (begins(texts[0]!) && texts.slice(1).some(begins));
  const parts: string[] = [];
  let open = '';
  for (const text of texts) {
    const isNext = isCaption && begins(text);
    if (isNext && open !== '') parts.push(open);
    open = isNext ? text.replace(LEVEL_MARK, '') : open + text;
  }
  if (open !== '') parts.push(open);
  return { parts, isCaption };
}

const LEVELS = BUDGET_LEVELS.join('');
/** 款, （款）, 3款, 第３款 at the beginning of a part of a caption. */
const LEVEL = new RegExp(`^(?:[${LEVELS}](?=$|[0-9])|\\([${LEVELS}]\\)|第?[0-9]{1,2}[${LEVELS}])`, 'u');
/** Where a part begins within a run: before （項） and 1項. */
const LEVEL_WITHIN = new RegExp(`(?=[（(][${LEVELS}][)）])|(?<=[^0-9０-９第])(?=[0-9０-９]{1,2}[款項](?!目))`, 'u');
const LEVEL_MARK = new RegExp(`^[（(]?[${LEVELS}][)）]?\\s*`, 'u');

/** Numbers that the type sets a little above or below the line of their names join that line. */
export function joinShiftedNumbers(lines: readonly Baseline[]): Baseline[] {
  const joined: Baseline[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const overlap = above ? commonHeight(above.box, line.box) : 0;
    if (above && overlap > 0.15 * line.size && isNumbersOnly(above) !== isNumbersOnly(line) && !itemPair(above, line)) {
      joined[joined.length - 1] = lineOf(
        [...above.runs, ...line.runs].sort((a, b) => a.box[0] - b.box[0]),
        above,
      );
    } else {
      joined.push(line);
    }
  }
  return joined;
}

/** Both have amounts already, so neither is a stray number of the other. */
const itemPair = (a: Baseline, b: Baseline) => a.item !== null && b.item !== null;

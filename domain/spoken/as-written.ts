import { parseSpokenNumeral, spokenNumeral } from '../japanese/numerals.ts';

/** Dictation and quick typing leave kana, or other characters that sound the same: しりょういちのきゅうページ, 史料１. */
const ANY_NUMBER = `(?:[0-9〇一二三四五六七八九十百]|${spokenNumeral})`;
const NUMBERED = `(?=\\s*(?:の|第|だい|なんばー|no\\.?)?\\s*${ANY_NUMBER})`;
const NAMES: readonly (readonly [pattern: string, written: string])[] = [
  ['さんこ[うー]し[りひ]ょ[うー]', '参考資料'],
  ['さんこ[うー]', '参考'],
  ['しりょ[うー]|史料|飼料|試料|思料', '資料'],
  ['ぎあん', '議案'],
  ['ほうこく', '報告'],
  ['とりくみ', '取組'],
  ['なんばー', 'ナンバー'],
];
const AFTER_NUMBER: readonly (readonly [pattern: string, written: string])[] = [
  ['ぺ[ーえい]じ', 'ページ'],
  ['ごう', '号'],
  ['ばん', '番'],
  ['まいめ', '枚目'],
];
const BETWEEN = new RegExp(`(?<=${ANY_NUMBER})\\s*(?:の|はいふん|まいなす|だっしゅ)\\s*(?=${ANY_NUMBER})`, 'gu');
const AGENDA = /^(?:かいぎ)?しだい(?=の|$)/u;

const COUNTED = '\\s*(?:ぺーじ|頁|枚目|号|番)';
const END = `(?=$|[\\s、。,.の-]|${COUNTED})`;
/** に, し, ご and く are also other words. */
const LONGER = '(?![にしごく](?![ぁ-ん]))';
const NUMERALS = [
  new RegExp(`(?<=(?:資料|参考|議案|報告)(?:の|第|だい)?\\s*|[0-9](?:の|-))${spokenNumeral}${END}`, 'gu'),
  new RegExp(`(?<=(?:番号|なんばー|no\\.?|取組)\\s*)${LONGER}${spokenNumeral}${END}`, 'gu'),
  new RegExp(`(?<=^|[\\s、。,の])${spokenNumeral}(?=${COUNTED})`, 'gu'),
  new RegExp(`^${LONGER}${spokenNumeral}(?=(?:の${spokenNumeral})*$)`, 'gu'),
];

/** Folded text as it would be written: 資料1の9ページ. What is no address stays as it is. */
export function asWritten(folded: string): string {
  let text = folded;
  for (const [pattern, written] of NAMES)
    text = replaceKana(text, new RegExp(`(?:${pattern})${NUMBERED}`, 'gu'), () => written);
  for (const [pattern, written] of AFTER_NUMBER)
    text = replaceKana(
      text,
      new RegExp(`(?<=${ANY_NUMBER}\\s*)(?:${pattern})(?![ぁ-ん](?<![のをはにへ]))`, 'gu'),
      () => written,
    );
  text = replaceKana(text, BETWEEN, () => 'の');
  text = replaceKana(text, AGENDA, () => '次第');
  for (let before = ''; before !== text; ) {
    before = text;
    for (const pattern of NUMERALS)
      text = replaceKana(text, pattern, (kana) => String(parseSpokenNumeral(kana) ?? kana));
  }
  return text;
}

/** Patterns are on hiragana, so that both kana match. Katakana as the hiragana that sounds the same, a character for a character. */
const hiraganaOf = (text: string) =>
  text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** Replaces where the text matches when it is read as hiragana; the rest keeps its own kana. */
function replaceKana(text: string, pattern: RegExp, written: (hiragana: string) => string): string {
  let [result, end] = ['', 0];
  for (const match of hiraganaOf(text).matchAll(new RegExp(pattern.source, 'gu'))) {
    result += text.slice(end, match.index) + written(match[0]);
    end = match.index + match[0].length;
  }
  return result + text.slice(end);
}

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
  [/[%％]/gu, 'パーセント'],
  [/t-CO2/giu, 'トン シーオーツー'],
  // NFKC makes m2 of ㎡
  ...UNITS.map(([unit, words]): [RegExp, string] => [new RegExp(`(?<![A-Za-z])${unit}(?![A-Za-z0-9])`, 'gu'), words]),
  [/±/gu, 'プラスマイナス'],
  [/×/gu, 'かける'],
  // a cell that holds a dash alone
  [/^[−‑–—―ー-]$/gu, 'なし'],
  [/[●○◎■□◆◇★☆※・]/gu, '、'],
  [/[→⇒]/gu, 'から'],
];

/** Digits in half width, each group of three with the one before, so that a voice says one number: 16,203,500 → 16203500. */
const joinGroups = (text: string) => text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');

/** What a voice is given to say a printed text as a person would: numbers whole, △ as a minus, signs in words. */
export function readAloud(text: string): string {
  const folded = joinGroups(text.normalize('NFKC').replace(/\s+/gu, ' '));
  const spoken = SIGNS.reduce((said, [sign, words]) => said.replace(sign, words), folded);
  return spoken
    .replace(/、[、\s]*/gu, '、')
    .replace(/^、|、$/gu, '')
    .trim();
}

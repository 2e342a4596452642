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
  [/㎡|m2|m²/gu, '平方メートル'],
  [/㎢|km2|km²/gu, '平方キロメートル'],
  [/t-CO2/giu, 'トン シーオーツー'],
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

import type { Lack, NoticeRow } from '../../../../contract/notices.ts';

/** What the letters would be without, and what is printed instead. */
const sentences: Record<Lack, string> = {
  sender: '発信者（市長などの職と氏名）が未設定です。市の名前だけを印刷します。',
  place: '場所が未定です。「別途御案内します。」と印刷します。',
  agenda: '協議事項がありません。通知にその行を印刷しません。',
  materials: '資料がまだありません。配布資料の一覧を印刷しません。',
};

/** Sentences to be read before printing; none where nothing is missing. */
export function lackSentences(lacks: readonly Lack[], rows: readonly NoticeRow[]): string[] {
  const unaddressed = rows.filter(({ addressed }) => !addressed);
  const names = unaddressed.slice(0, 3).map(({ name }) => `${name}さん`);
  const rest = unaddressed.length > 3 ? `ほか${unaddressed.length - 3}人` : '';
  return [
    ...lacks.map((lack) => sentences[lack]),
    ...(unaddressed.length > 0 ? [`${names.join('、')}${rest}の住所がありません。氏名だけを印刷します。`] : []),
  ];
}

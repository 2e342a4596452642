/** What stands for a field of a sentence: {会議体} → 行財政改革懇談会. */
export const letterFields = ['会議体', '会議', '開催日', '時刻', '場所', '期限'] as const;
export type LetterField = (typeof letterFields)[number];

export const usualBody =
  '{会議体}を下記のとおり開催しますので、御多用のところ恐れ入りますが、御出席くださいますようお願いいたします。';

const field = /\{([^{}]*)\}/gu;

/** The sentence with its fields filled in; what is no field stays as it is typed. */
export function fillSentence(sentence: string, values: Readonly<Record<LetterField, string>>): string {
  return sentence.replace(field, (whole, name: string) => (isField(name) ? values[name] : whole));
}

/** Names between braces that are no field: typing errors. */
export function unknownFields(sentence: string): string[] {
  return [...sentence.matchAll(field)].flatMap(([, name = '']) => (isField(name) ? [] : [name]));
}

const isField = (name: string): name is LetterField => letterFields.some((known) => known === name);

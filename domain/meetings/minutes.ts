/** What a city calls the record of a meeting: 議事録, 会議録, 議事要旨, 会議概要 … */
const record = '(?:議事|会議)(?:録|要旨|要録|概要)';
/** Something about such a record, not one: 議事録の公開について. */
const named = new RegExp(
  String.raw`^${record}(?=$|[\s_（(【第0-9])|${record}(?:[\s_]*(?:[（(][^（()）]*[）)]|案|第?[0-9]+(?:回|号)?))*$`,
  'u',
);

/** True where a name or a heading, without its ending, says that it is the record of a meeting. */
export const isMinutes = (name: string): boolean => named.test(name.normalize('NFKC').trim());

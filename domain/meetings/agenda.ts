import { essence } from './series.ts';

/** Shorter names say nothing about what a paper is for. */
const shortestName = 4;
/** What a name ends with that other papers go by: a plan's sheets, an account's budget. */
const named =
  /(?:プラン|計画|方針|大綱|戦略|ビジョン|構想|指針|条例|規則|要綱|会計|予算|決算|事業|制度|協定|調査|白書)$/u;

/**
 * The agenda item that a paper of this title belongs to: the one whose whole name the title says, or that says the whole
 * title (取組実績, 行財政改革の取組実績について), or that is about a thing by whose name the title begins (集中改革プラン…,
 * 集中改革プランの進捗状況について). Null where there is none or more than one: a wrong place is worse than none.
 */
export function proposeAgendaItem(title: string, items: readonly { id: number; title: string }[]): number | null {
  const wanted = nameOf(title);
  const whole = items.filter((item) => saysAll(wanted, nameOf(item.title)));
  const [only, second] = whole.length > 0 ? whole : items.filter((item) => isAbout(wanted, subjectOf(item.title)));
  return only && !second ? only.id : null;
}

/** Without what changes every year, without the item's numbering and what merely says that it is talked of. */
const nameOf = (title: string) =>
  essence(title.replace(/^\s*[(（]?[0-9０-９ア-ンa-z]{1,2}[)）.．、\s]+/iu, ''))
    .replace(/(?:に関すること|について)(?:報告|説明)?$/u, '')
    .replace(/事業(?=特別会計)/u, '');

const saysAll = (a: string, b: string) =>
  (b.length >= shortestName && a.includes(b)) || (a.length >= shortestName && b.includes(a));

/** What an item is about: 集中改革プラン of 集中改革プランの進捗状況. */
function subjectOf(title: string): string {
  return /^(.+?)(?:の|における|に係る|に基づく)/u.exec(nameOf(title))?.[1] ?? '';
}

const isAbout = (title: string, subject: string) =>
  subject.length >= shortestName && named.test(subject) && title.startsWith(subject);

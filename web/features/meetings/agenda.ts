import type { DocumentSummary } from '../../../contract/documents.ts';
import type { Meeting } from '../../../contract/meetings.ts';
import { agendaNumbers } from '../../../domain/meetings/agenda-numbering.ts';

export interface AgendaGroup {
  /** As it is numbered: １, (1), ア; empty where it is not. */
  readonly number: string;
  readonly title: string;
  /** 0 for the agenda's own items, 1 for those under one. */
  readonly level: number;
  readonly documents: readonly DocumentSummary[];
}

/** The meeting's documents under its agenda items, numbered; 次第 comes first, what belongs to no item last, and 議事録 apart. */
export function groupByAgenda({ agenda, documents: all }: Pick<Meeting, 'agenda' | 'documents'>): AgendaGroup[] {
  const minutes = all.filter(({ kind }) => kind === 'minutes');
  const documents = all.filter(({ kind }) => kind !== 'minutes');
  const numbers = agendaNumbers(agenda);
  const known = new Set(agenda.map((item) => item.id));
  const free = documents.filter(({ agendaItemId }) => agendaItemId === null || !known.has(agendaItemId));
  const orders = free.filter(({ kind }) => kind === 'agenda');
  const rest = free.filter(({ kind }) => kind !== 'agenda');
  const items = agenda.map((item, index) => ({
    ...{ number: numbers[index] ?? '', title: item.title, level: item.level },
    documents: documents.filter(({ agendaItemId }) => agendaItemId === item.id),
  }));
  return [
    ...(orders.length > 0 ? [{ ...unnumbered, title: '次第', documents: orders }] : []),
    ...items,
    ...(rest.length > 0
      ? [{ ...unnumbered, title: agenda.length > 0 ? 'その他の資料' : '資料', documents: rest }]
      : []),
    ...(minutes.length > 0 ? [{ ...unnumbered, title: 'この会議の議事録', documents: minutes }] : []),
  ];
}

const unnumbered = { number: '', level: 0 };

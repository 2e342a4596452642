import type { AuditEntry } from '../../../contract/audit.ts';
import { secondInJapan } from '../../../domain/japanese/moment.ts';
import { actNames, describeDetail } from '../../../domain/meetings/act-names.ts';
import { disarmed } from '../../http/downloads.ts';

/** The trail as a table for CSV: a header, then a row an act, with the time in Japan (2026-11-26 14:05:09). */
export function auditTable(entries: readonly AuditEntry[]) {
  const header = ['日時', '操作', 'だれが', '委員', 'どこから', '会議体', '対象', '詳しく'];
  return [
    header,
    ...entries.map(({ at, act, actor, byMember, network, committeeName, subject, detail }) => [
      ...[secondInJapan(new Date(at)), actNames[act], disarmed(actor), byMember ? '委員' : '', network],
      ...[disarmed(committeeName ?? ''), disarmed(subject), disarmed(describeDetail(detail))],
    ]),
  ];
}

import { type Kysely, sql } from 'kysely';
import type { Ledger, LedgerQuery, LedgerSettings } from '../../../contract/ledger.ts';
import { paperSavingOf } from '../../../domain/meetings/paper-saving.ts';
import { editableMeetings, requireEdition } from '../../access/editable.ts';
import { presentAtMeeting } from '../../access/present-members.ts';
import { listPrintedPapers } from '../../access/printed-papers.ts';
import type { Official } from '../../access/viewer.ts';
import { recordAct } from '../../audit/record-act.ts';
import type { Tables } from '../../database/tables.ts';
import { todayInJapan } from '../../http/clock.ts';

/** What paper the published meetings would have taken and took, the newest first; of those to come nobody can say yet. */
export async function showLedger(db: Kysely<Tables>, official: Official, query: LedgerQuery): Promise<Ledger> {
  const [settings, meetings] = await Promise.all([findSettings(db), selectMeetings(db, official, query).execute()]);
  const papers = Map.groupBy(
    await listPrintedPapers(
      db,
      meetings.map(({ id }) => id),
    ),
    ({ meetingId }) => meetingId,
  );
  return {
    settings,
    meetings: meetings.map(({ members, ...meeting }) => {
      const printed = (papers.get(meeting.id) ?? []).map(({ meetingId: _, ...paper }) => paper);
      const saving = paperSavingOf(Number(members), printed);
      return { ...meeting, members: Number(members), saving, papers: printed };
    }),
  };
}

function selectMeetings(db: Kysely<Tables>, official: Official, { committee, year }: LedgerQuery) {
  return editableMeetings(db, official)
    .innerJoin('committee', 'committee.id', 'meeting.committee_id')
    .select(['meeting.id', 'meeting.committee_id as committeeId', 'committee.name as committeeName'])
    .select(['meeting.title', 'meeting.held_on as heldOn', 'meeting.fiscal_year as fiscalYear'])
    .select(sql<number>`(select count(*) from member where ${presentAtMeeting})`.as('members'))
    .where('meeting.published_at', 'is not', null)
    .where('meeting.held_on', '<=', todayInJapan())
    .$if(committee !== undefined, (meetings) => meetings.where('meeting.committee_id', '=', committee!))
    .$if(year !== undefined, (meetings) => meetings.where('meeting.fiscal_year', '=', year!))
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.id', 'desc');
}

async function findSettings(db: Kysely<Tables>): Promise<LedgerSettings> {
  const city = await db
    .selectFrom('city')
    .select(['duplex', 'pages_per_side', 'paper_target', 'ledger_edition'])
    .executeTakeFirst();
  return {
    duplex: city?.duplex ?? true,
    pagesPerSide: (city?.pages_per_side ?? 1) as LedgerSettings['pagesPerSide'],
    target: city?.paper_target ?? null,
    edition: city?.ledger_edition ?? 1,
  };
}

/** Throws `changed_elsewhere` where they were changed since `settings.edition` was read. */
export async function changeSettings(db: Kysely<Tables>, official: Official, settings: LedgerSettings): Promise<void> {
  const { duplex, pagesPerSide, target } = settings;
  await db.transaction().execute(async (transaction) => {
    const stored = await transaction
      .selectFrom('city')
      .select('ledger_edition as edition')
      .forUpdate()
      .executeTakeFirst();
    requireEdition(stored, settings.edition);
    await transaction
      .updateTable('city')
      .set({ duplex, pages_per_side: pagesPerSide, paper_target: target, ledger_edition: settings.edition + 1 })
      .execute();
    await recordAct(transaction, official, 'ledger-settings-changed');
  });
}

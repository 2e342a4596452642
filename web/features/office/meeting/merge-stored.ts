import type { Meeting } from '../../../../contract/meetings.ts';
import { type ConcurrentChange, concurrentChanges, mergeLists } from '../../../../domain/meetings/concurrent-change.ts';
import type { ShownChange } from '../office-concurrent-changes.ts';
import { agendaText, fieldNames, fieldsOf, type MeetingFields, shownField } from './meeting-fields.ts';
import type { AgendaEntry } from './office-agenda-editor.ts';

/** What a form holds. */
interface HeldMeeting {
  readonly fields: MeetingFields;
  readonly agenda: readonly AgendaEntry[];
}

/**
 * The form after another official stored `stored` since `base` was opened: theirs where this person changed nothing, and
 * what to tell of it.
 */
export function mergeStored(
  base: Meeting,
  stored: Meeting,
  mine: HeldMeeting,
): HeldMeeting & { readonly changes: ShownChange[] } {
  const held = ({ fields, agenda }: HeldMeeting) => ({ ...fields, agenda: agendaText(agenda) });
  const asHeld = (meeting: Meeting) => held({ fields: fieldsOf(meeting), agenda: meeting.agenda });
  const changes = concurrentChanges(asHeld(base), held(mine), asHeld(stored));
  const taken = changes.filter((change) => change.mine === null && change.field in fieldNames);
  const leftAlone = agendaText(mine.agenda) === agendaText(base.agenda);
  return {
    fields: { ...mine.fields, ...Object.fromEntries(taken.map(({ field, after }) => [field, after])) },
    agenda: leftAlone
      ? stored.agenda
      : mergeLists<AgendaEntry, Meeting['agenda'][number]>(base.agenda, mine.agenda, stored.agenda),
    changes: changes.map(shown),
  };
}

function shown({ field, before, after, mine }: ConcurrentChange): ShownChange {
  return {
    name: fieldNames[field as keyof MeetingFields] ?? '協議事項',
    before: shownField(field, before),
    after: shownField(field, after),
    mine: mine === null ? null : shownField(field, mine),
  };
}

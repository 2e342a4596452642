import type { Meeting, MeetingInput } from '../../../../contract/meetings.ts';
import { japaneseDate, japaneseTime } from '../../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../../domain/japanese/fiscal-year.ts';
import { parseWholeNumber } from '../../../../domain/japanese/numerals.ts';
import { agendaNumbers } from '../../../../domain/meetings/agenda-numbering.ts';
import { type Openness, openness } from '../../../../domain/meetings/document.ts';
import { nextTitle, ordinalText } from '../../../../domain/meetings/ordinal.ts';
import { dayBefore, daysBetween, isDate } from '../dates.ts';
import type { AgendaEntry } from './office-agenda-editor.ts';

/** What the form of a meeting holds, as its fields hold it: '' for what is left out. */
export type MeetingFields = Readonly<Record<keyof typeof fieldNames, string>>;

export const fieldNames = {
  title: '会議の名前',
  ordinal: '回',
  heldOn: '開催日',
  startsAt: '始まり',
  endsAt: '終わり',
  fiscalYear: '年度',
  place: '場所',
  replyBy: 'お返事の期限',
  openness: '会議の公開',
  opennessReason: '公開しない理由',
};

export const opennessChoices = [
  { value: '', label: '決めていない' },
  { value: 'open', label: '公開' },
  { value: 'partly_open', label: '一部公開' },
  { value: 'closed', label: '非公開' },
];

export const emptyFields: MeetingFields = {
  ...{ title: '', ordinal: '', heldOn: '', startsAt: '14:00', endsAt: '', fiscalYear: '', place: '', replyBy: '' },
  ...{ openness: '', opennessReason: '' },
};

export function fieldsOf(meeting: Meeting): MeetingFields {
  const { title, heldOn, startsAt, place, opennessReason } = meeting;
  return {
    ...{ title, heldOn, startsAt, place, opennessReason },
    ordinal: meeting.ordinal === null ? '' : String(meeting.ordinal),
    endsAt: meeting.endsAt ?? '',
    fiscalYear: String(meeting.fiscalYear),
    replyBy: meeting.replyBy ?? '',
    openness: meeting.openness ?? '',
  };
}

/** A further meeting on the day of `fields`, with everything of the one before that is not its own: the day and the agenda. */
export function continueFrom(previous: Meeting, fields: MeetingFields): MeetingFields {
  const { heldOn, fiscalYear, ordinal } = fields;
  const days = previous.replyBy === null ? null : daysBetween(previous.replyBy, previous.heldOn);
  return {
    ...fieldsOf(previous),
    ...{ heldOn, fiscalYear, ordinal },
    title: nextTitle(previous.title, Number(fiscalYear), ordinalOf(fields)),
    replyBy: days !== null && isDate(heldOn) ? dayBefore(heldOn, days) : '',
  };
}

export const ordinalOf = ({ ordinal }: MeetingFields): number | null =>
  ordinal.trim() === '' ? null : parseWholeNumber(ordinal.replace(/^第|回$/gu, ''));

const chosenOpenness = (fields: MeetingFields): Openness | null =>
  openness.find((value) => value === fields.openness) ?? null;

export const isRestricted = ({ openness }: MeetingFields): boolean =>
  openness === 'partly_open' || openness === 'closed';

export function errorsOf(fields: MeetingFields): Partial<MeetingFields> {
  const { title, heldOn, startsAt, endsAt, replyBy } = fields;
  const ordinal = ordinalOf(fields);
  const countable = fields.ordinal.trim() === '' || (ordinal !== null && ordinal >= 1 && ordinal <= 999);
  return {
    title: title.trim() === '' ? '会議の名前を入力してください。' : '',
    ordinal: countable ? '' : '何回目かを、1から999までの数で入力してください。',
    heldOn: isDate(heldOn) ? '' : '開催日を入力してください。',
    startsAt: startsAt === '' ? '始まりの時刻を入力してください。' : '',
    endsAt: endsAt !== '' && endsAt <= startsAt ? '始まりより後の時刻にしてください。' : '',
    replyBy: replyBy !== '' && (!isDate(replyBy) || replyBy > heldOn) ? '開催日までの日付にしてください。' : '',
    opennessReason:
      isRestricted(fields) && fields.opennessReason.trim() === ''
        ? '理由を入力してください。委員の画面と通知に載ります。'
        : '',
  };
}

export function inputOf(fields: MeetingFields, agenda: AgendaEntry[]): MeetingInput {
  return {
    title: fields.title.trim(),
    heldOn: fields.heldOn,
    startsAt: fields.startsAt,
    endsAt: fields.endsAt || null,
    place: fields.place.trim(),
    replyBy: fields.replyBy || null,
    fiscalYear: Number(fields.fiscalYear),
    ordinal: ordinalOf(fields),
    openness: chosenOpenness(fields),
    opennessReason: fields.opennessReason.trim(),
    agenda,
  };
}

/** 場所 and 「第１会議室」, as an official reads them. */
export function shownField(field: string, value: string): string {
  if (value === '') return '（なし）';
  if (field === 'ordinal') return ordinalText(Number(value));
  if (field === 'fiscalYear') return fiscalYearLabel(Number(value));
  if ((field === 'heldOn' || field === 'replyBy') && isDate(value)) return japaneseDate(value);
  if (field === 'startsAt' || field === 'endsAt') return japaneseTime(value);
  return opennessChoices.find((choice) => field === 'openness' && choice.value === value)?.label ?? value;
}

/** 「１　開会、２　閉会」 */
export function agendaText(agenda: readonly AgendaEntry[]): string {
  const numbers = agendaNumbers(agenda);
  return agenda.map(({ title }, index) => [numbers[index], title].filter(Boolean).join('　')).join('、');
}

import type { Selectable } from 'kysely';
import type { LetterWords } from '../../../contract/notices.ts';
import { japaneseDate, japaneseTime } from '../../../domain/japanese/date.ts';
import type { AgendaLine } from '../../../domain/meetings/agenda-numbering.ts';
import { type DocumentKind, documentMark, opennessText } from '../../../domain/meetings/document.ts';
import { printedCode } from '../../../domain/meetings/key.ts';
import { fillSentence, usualBody } from '../../../domain/meetings/letter-sentences.ts';
import { fullTitle } from '../../../domain/meetings/ordinal.ts';
import type { CityTable, CommitteeTable, MeetingTable, MemberTable } from '../../database/tables.ts';
import type { NoticeLetter } from '../../print/notice-letter.ts';

/** What all letters of one meeting share. */
export interface Occasion {
  readonly city: Selectable<CityTable>;
  readonly meeting: Selectable<MeetingTable> & {
    name: string;
    department: string;
    phone: string;
    email: string;
  } & Pick<Selectable<CommitteeTable>, 'letter_greeting' | 'letter_body'>;
  readonly agenda: readonly AgendaLine[];
  readonly materials: readonly { kind: DocumentKind; number: string; title: string }[];
  readonly input: LetterWords;
  readonly publicUrl: string;
}

/** One member's letter; the city's numbers are full-width, as city halls print them. */
export function letterOf(occasion: Occasion, member: Selectable<MemberTable>, key: string, code: string): NoticeLetter {
  const { city, meeting, agenda, materials, input, publicUrl } = occasion;
  const note = [replySentence(meeting.reply_by), input.note.trim()].filter((line) => line !== '').join('\n');
  const ownNumbering = agenda.some(({ mark }) => mark !== '');
  return {
    documentNumber: input.documentNumber.trim(),
    date: japaneseDate(input.issuedOn, { weekday: false }),
    senderLines: senderLines(city),
    addressee: {
      postalCode: member.postal_code,
      addressLines: member.address.split('\n').filter((line) => line !== ''),
      name: member.name,
      honorific: member.honorific,
    },
    committeeName: meeting.name,
    meetingTitle: fullTitle(meeting),
    heldOn: japaneseDate(meeting.held_on),
    heldTime: heldTime(meeting.starts_at, meeting.ends_at),
    place: meeting.place,
    openness: opennessText({ openness: meeting.openness, opennessReason: meeting.openness_reason }),
    agendaItems: agenda.map(({ mark, level, title }, index) => ({
      label: ownNumbering ? mark : `(${index + 1})`,
      level,
      title,
    })),
    materials: materials.map(({ kind, number, title }) => {
      const label = documentMark(kind, number);
      return { label, title: label === title ? '' : title };
    }),
    url: `${publicUrl}/M/${key}`.toUpperCase(),
    code: printedCode(code),
    contact: {
      department: `${city.name}${meeting.department}`,
      person: '',
      telephone: meeting.phone,
      email: meeting.email,
    },
    window: { x: city.window_left, y: city.window_top, width: city.window_width, height: city.window_height },
    ...sentencesOf(meeting),
    ...(note !== '' && { paperNote: note }),
  };
}

/** The committee's own, else the usual ones, for this meeting. */
function sentencesOf(meeting: Occasion['meeting']): { greeting: string; body: string } {
  const values = {
    会議体: meeting.name,
    会議: fullTitle(meeting),
    開催日: japaneseDate(meeting.held_on),
    時刻: heldTime(meeting.starts_at, meeting.ends_at),
    場所: meeting.place,
    期限: japaneseDate(meeting.reply_by ?? meeting.held_on),
  };
  return {
    greeting: fillSentence(meeting.letter_greeting, values),
    body: fillSentence(meeting.letter_body || usualBody, values),
  };
}

/** Asks for the answer where the secretariat set a day for it. */
function replySentence(replyBy: string | null): string {
  return replyBy === null
    ? ''
    : `出欠と紙の資料のご希望は、${japaneseDate(replyBy)}までに、資料の画面でお知らせください。`;
}

/** The city itself where no sender is set: a letter without one is none. */
function senderLines(city: Selectable<CityTable>): string[] {
  const lines = [city.sender_title, city.sender_name].filter((line) => line !== '');
  return lines.length > 0 ? lines : [city.name];
}

/** 午後２時から午後４時まで; only the beginning where no end is set. */
export function heldTime(startsAt: string, endsAt: string | null): string {
  const from = `${japaneseTime(startsAt)}から`;
  return endsAt === null ? from : `${from}${japaneseTime(endsAt)}まで`;
}

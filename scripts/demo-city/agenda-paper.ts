import { japaneseDate, japaneseTime } from '../../domain/japanese/date.ts';
import { type DemoMeeting, markOf, members } from './city.ts';
import { head, heading, Paper, pageBreak, table } from './paper.ts';
import { HANDS, yearLabel } from './year-hands.ts';

/** 次第, with the documents handed out and the list of members. */
export function agendaPaper(meeting: DemoMeeting): Paper {
  const { fiscalYear, documents } = meeting;
  const hand = HANDS[fiscalYear]!;
  const paper = new Paper({ mark: '', title: '次第', hand, numbers: null, face: 'mincho' });
  const item = (number: string, text: string, indent: number) => ({ kind: 'item', number, text, indent, width: 2.4 });
  paper.section('agenda', '次第');
  paper.add(
    { kind: 'title', text: `${yearLabel(fiscalYear, fiscalYear)}${meeting.title}　次第` },
    item('日時', `　${japaneseDate(meeting.date, hand)}　${japaneseTime(meeting.startTime, hand)}から`, 14),
    item('場所', `　${meeting.place}`, 14),
    { kind: 'gap', millimetres: 8 },
    item('１', '開会', 1),
    item('２', '会長あいさつ', 1),
    item('３', '議題', 1),
    ...meeting.agendaItems.map((text, i) => item(`(${i + 1})`, text, 3.4)),
    item('４', '閉会', 1),
    { kind: 'gap', millimetres: 8 },
    heading('配布資料'),
    table({
      columns: ['28mm', 1],
      rowHeight: 8,
      rows: documents.map((document) => [head(markOf(document)), document.title]),
    }),
    pageBreak,
    { kind: 'title', text: '行財政改革懇談会　委員名簿' },
    table({
      size: 11,
      columns: ['14mm', '50mm', 1, '26mm'],
      headRows: 1,
      rowHeight: 11,
      rows: [
        [head('№'), head('氏名'), head('所属等'), head('備考')],
        ...members.map(({ name, background, role }, i) => [
          { text: paper.digits(i + 1), align: 'center' },
          name,
          background,
          { text: role === '委員' ? '' : role, align: 'center' },
        ]),
      ],
    }),
    { kind: 'gap', millimetres: 2 },
    { kind: 'right', text: '（敬称略）' },
  );
  return paper;
}

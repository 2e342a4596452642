import { japaneseDate, japaneseTime } from '../../domain/japanese/date.ts';
import { type CityMeeting, roster } from './city-values.ts';
import { head, heading, Paper, pageBreak, table } from './paper.ts';
import { paperMark } from './paper-mark.ts';
import { HANDS } from './year-hands.ts';

/** 次第, with the papers handed out and the list of members. */
export function agendaPaper(meeting: CityMeeting): Paper {
  const { fiscalYear, papers } = meeting;
  const hand = HANDS[fiscalYear]!;
  const paper = new Paper({ mark: '', title: '次第', hand, numbers: null, face: 'mincho' });
  const item = (number: string, text: string, indent: number) => ({ kind: 'item', number, text, indent, width: 2.4 });
  paper.section('agenda', '次第');
  paper.add(
    { kind: 'title', text: `${meeting.title}　次第` },
    item('日時', `　${japaneseDate(meeting.heldOn, hand)}　${japaneseTime(meeting.startsAt, hand)}から`, 14),
    item('場所', `　${meeting.place}`, 14),
    { kind: 'gap', millimetres: 8 },
    item('１', '開会', 1),
    item('２', '会長あいさつ', 1),
    item('３', '議題', 1),
    ...meeting.agenda.map((text, i) => item(`(${i + 1})`, text, 3.4)),
    item('４', '閉会', 1),
    { kind: 'gap', millimetres: 8 },
    heading('配布資料'),
    table({
      columns: ['28mm', 1],
      rowHeight: 8,
      rows: papers.map((paper) => [head(paperMark(paper)), paper.title]),
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
        ...roster.map(({ name, background, position }, i) => [
          { text: paper.digits(i + 1), align: 'center' },
          name,
          background,
          { text: position === '委員' ? '' : position, align: 'center' },
        ]),
      ],
    }),
    { kind: 'gap', millimetres: 2 },
    { kind: 'right', text: '（敬称略）' },
  );
  return paper;
}

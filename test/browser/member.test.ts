import { visitCity } from './member.ts';
import { describeEntry } from './member-entry.ts';
import { describeKeyboard } from './member-keyboard.ts';
import { describeKeyboardLists } from './member-keyboard-lists.ts';
import { describeLog } from './member-log.ts';
import { describePaper } from './member-paper.ts';
import { describeReading } from './member-reading.ts';
import { describeReplies } from './member-replies.ts';

const visit = visitCity();

describeEntry(visit);
describeReading(visit);
describeKeyboard(visit);
describePaper(visit);
describeReplies(visit);
describeKeyboardLists(visit);
// of all the walks above
describeLog(visit);

import { afterAll, afterEach, beforeAll } from 'vitest';
import { MemberVisit } from './member.ts';
import { describeBeside } from './member-beside.ts';
import { describeChanges } from './member-changes.ts';
import { describeCheck } from './member-check.ts';
import { describeCorrections } from './member-corrections.ts';
import { describeEntry } from './member-entry.ts';
import { describeFinding } from './member-finding.ts';
import { describeKeyboard } from './member-keyboard.ts';
import { describeKeyboardLists } from './member-keyboard-lists.ts';
import { describeLines } from './member-lines.ts';
import { describeLog } from './member-log.ts';
import { describeNotes } from './member-notes.ts';
import { describePaper } from './member-paper.ts';
import { describeReading } from './member-reading.ts';
import { describeRegister } from './member-register.ts';
import { describeReplies } from './member-replies.ts';
import { describeWording } from './member-wording.ts';

// One city for all: making it takes longer than everything that is done in it.
const visit = new MemberVisit();
beforeAll(() => visit.begin(), 300_000);
afterAll(() => visit.end());
afterEach(() => visit.screen.close());

describeEntry(visit);
describeReading(visit);
describeKeyboard(visit);
describePaper(visit);
describeReplies(visit);
describeKeyboardLists(visit);
describeBeside(visit);
describeRegister(visit);
describeLines(visit);
describeChanges(visit);
describeCorrections(visit);
describeCheck(visit);
describeFinding(visit);
describeWording(visit);
describeNotes(visit);
// of all the walks above
describeLog(visit);

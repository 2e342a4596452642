import { visitCity } from './member.ts';
import { describeFinding } from './member-finding.ts';
import { describeLog } from './member-log.ts';
import { describeNotes } from './member-notes.ts';
import { describeWording } from './member-wording.ts';

const visit = visitCity();

describeFinding(visit);
describeWording(visit);
describeNotes(visit);
// of all the walks above
describeLog(visit);

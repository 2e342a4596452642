import { visitCity } from './member.ts';
import { describeBeside } from './member-beside.ts';
import { describeChanges } from './member-changes.ts';
import { describeCheck } from './member-check.ts';
import { describeCorrections } from './member-corrections.ts';
import { describeLines } from './member-lines.ts';
import { describeLog } from './member-log.ts';
import { describeRegister } from './member-register.ts';

const visit = visitCity();

describeBeside(visit);
describeRegister(visit);
describeLines(visit);
describeChanges(visit);
describeCorrections(visit);
describeCheck(visit);
// of all the walks above
describeLog(visit);

import type { Migration } from 'kysely/migration';
import * as portal from './0001-portal.ts';
import * as comparisons from './0002-comparisons.ts';
import * as register from './0003-register.ts';
import * as counterpartChoice from './0004-counterpart-choice.ts';
import * as paperEntries from './0005-paper-entries.ts';
import * as paperYears from './0006-paper-years.ts';
import * as serving from './0008-serving.ts';
import * as pagePictures from './0010-page-pictures.ts';
import * as search from './0012-search.ts';
import * as portalIdentity from './0013-portal-identity.ts';
import * as replies from './0014-replies.ts';
import * as audit from './0015-audit.ts';
import * as officials from './0016-officials.ts';
import * as visits from './0017-visits.ts';
import * as erasure from './0018-erasure.ts';
import * as hindrances from './0019-hindrances.ts';
import * as notes from './0020-notes.ts';
import * as recognition from './0021-recognition.ts';
import * as meetingParticulars from './0022-meeting-particulars.ts';
import * as pagesWithGrams from './0023-pages-with-grams.ts';
import * as unreadNumbers from './0024-unread-numbers.ts';
import * as memberParticulars from './0025-member-particulars.ts';
import * as letterSentences from './0026-letter-sentences.ts';
import * as pageLinesHash from './0027-page-lines-hash.ts';
import * as editions from './0028-editions.ts';
import * as memberErasure from './0029-member-erasure.ts';
import * as passkeyDemand from './0030-passkey-demand.ts';
import * as letterEdition from './0031-letter-edition.ts';
import * as orderedFinding from './0032-ordered-finding.ts';
import * as uploads from './0033-uploads.ts';
import * as memberAppearance from './0034-member-appearance.ts';
import * as memberTerms from './0035-member-terms.ts';
import * as proposedNames from './0036-proposed-names.ts';
import * as originalFiles from './0037-original-files.ts';
import * as minutes from './0038-minutes.ts';
import * as memberEmail from './0039-member-email.ts';
import * as narrowSearch from './0040-narrow-search.ts';

/** Every migration in the order of its number. A migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-portal': portal,
  '0002-comparisons': comparisons,
  '0003-register': register,
  '0004-counterpart-choice': counterpartChoice,
  '0005-paper-entries': paperEntries,
  '0006-paper-years': paperYears,
  '0008-serving': serving,
  '0010-page-pictures': pagePictures,
  '0012-search': search,
  '0013-portal-identity': portalIdentity,
  '0014-replies': replies,
  '0015-audit': audit,
  '0016-officials': officials,
  '0017-visits': visits,
  '0018-erasure': erasure,
  '0019-hindrances': hindrances,
  '0020-notes': notes,
  '0021-recognition': recognition,
  '0022-meeting-particulars': meetingParticulars,
  '0023-pages-with-grams': pagesWithGrams,
  '0024-unread-numbers': unreadNumbers,
  '0025-member-particulars': memberParticulars,
  '0026-letter-sentences': letterSentences,
  '0027-page-lines-hash': pageLinesHash,
  '0028-editions': editions,
  '0029-member-erasure': memberErasure,
  '0030-passkey-demand': passkeyDemand,
  '0031-letter-edition': letterEdition,
  '0032-ordered-finding': orderedFinding,
  '0033-uploads': uploads,
  '0034-member-appearance': memberAppearance,
  '0035-member-terms': memberTerms,
  '0036-proposed-names': proposedNames,
  '0037-original-files': originalFiles,
  '0038-minutes': minutes,
  '0039-member-email': memberEmail,
  '0040-narrow-search': narrowSearch,
};

import { Type } from 'typebox';
import { Id, IsoDate, Line, Lines, Nullable, OptionalEmail, OptionalLine } from './fields.ts';

export const CommitteeInput = Type.Object({
  name: Line(80),
  department: Line(80),
  phone: Line(40),
  email: OptionalLine(254),
});
export type CommitteeInput = Type.Static<typeof CommitteeInput>;

/** `edition` is the one that was read: where another has been stored since, nothing is, and the refusal is `changed_elsewhere`. */
export const CommitteeChange = Type.Object({ ...CommitteeInput.properties, edition: Type.Integer() });
export type CommitteeChange = Type.Static<typeof CommitteeChange>;

/** Whom to phone; shown also to those whose key no longer opens. */
export const CommitteeContact = Type.Object({
  id: Id,
  name: Type.String(),
  department: Type.String(),
  phone: Type.String(),
  email: Type.String(),
});
export type CommitteeContact = Type.Static<typeof CommitteeContact>;

export const CommitteeSummary = Type.Object({
  ...CommitteeContact.properties,
  memberCount: Type.Integer(),
  meetingCount: Type.Integer(),
  nextMeeting: Nullable(Type.Object({ id: Id, title: Type.String(), heldOn: IsoDate })),
});
export type CommitteeSummary = Type.Static<typeof CommitteeSummary>;
export const CommitteeList = Type.Object({ committees: Type.Array(CommitteeSummary) });
export type CommitteeList = Type.Static<typeof CommitteeList>;

export const MemberInput = Type.Object({
  name: Line(60),
  kana: OptionalLine(80),
  position: OptionalLine(60, '会長, 副会長, 委員, 公募委員 …'),
  postalCode: OptionalLine(10),
  address: Lines(160),
  termFrom: IsoDate,
  termTo: IsoDate,
  /** What stands after the name on a letter; left out: 様. */
  honorific: Type.Optional(OptionalLine(20, '様, 先生 …')),
  /** For those who get a link by e-mail; left out: none. */
  email: Type.Optional(OptionalEmail),
});
export type MemberInput = Type.Static<typeof MemberInput>;

/** With the `edition` that was read, as CommitteeChange has it. */
export const MemberChange = Type.Object({ ...MemberInput.properties, edition: Type.Integer() });
export type MemberChange = Type.Static<typeof MemberChange>;

/** Present members of a committee in the order of lists and letters. */
export const MemberOrder = Type.Object({ memberIds: Type.Array(Id, { maxItems: 2000, uniqueItems: true }) });

const Term = Type.Object({ termFrom: IsoDate, termTo: IsoDate });

export const Member = Type.Object({
  id: Id,
  ...MemberInput.properties,
  honorific: Type.String(),
  email: Type.String(),
  edition: Type.Integer(),
  leftOn: Nullable(IsoDate),
  /** Each term that the member was appointed for, the first one first; `termFrom` and `termTo` span those that follow one another. */
  terms: Type.Array(Term),
  hasNotices: Type.Boolean({ description: 'one with letters can retire and cannot be deleted' }),
});
export type Member = Type.Static<typeof Member>;

/** Who goes on for another term, and which. */
export const Reappointment = Type.Object({
  memberIds: Type.Array(Id, { minItems: 1, maxItems: 2000, uniqueItems: true }),
  termFrom: IsoDate,
  termTo: IsoDate,
});
export type Reappointment = Type.Static<typeof Reappointment>;

/** shift_jis: what older versions of Excel take a CSV for. */
export const MemberTableQuery = Type.Object({
  encoding: Type.Optional(Type.Union([Type.Literal('utf-8'), Type.Literal('shift_jis')])),
});

/**
 * What a committee's letters say before their particulars, with fields like {開催日}; '' for the usual sentence. `edition` is sent
 * back as it was read, as CommitteeChange has it.
 */
export const LetterSentences = Type.Object({ greeting: Lines(300), body: Lines(400), edition: Type.Integer() });
export type LetterSentences = Type.Static<typeof LetterSentences>;

export const Committee = Type.Object({
  ...CommitteeContact.properties,
  edition: Type.Integer(),
  letterSentences: LetterSentences,
  members: Type.Array(Member),
});
export type Committee = Type.Static<typeof Committee>;

export const Created = Type.Object({ id: Id });
export type Created = Type.Static<typeof Created>;

import { Type } from 'typebox';
import { CommitteeContact } from './committees.ts';
import { DocumentSummary, Openness } from './documents.ts';
import { FiscalYear, Id, IsoDate, IsoTime, Line, Moment, Nullable, OptionalLine } from './fields.ts';
import { OwnReply } from './replies.ts';

export const MeetingInput = Type.Object({
  title: Line(120),
  heldOn: IsoDate,
  startsAt: IsoTime,
  endsAt: Nullable(IsoTime),
  place: OptionalLine(160),
  /** Without it, the one that name and date propose. */
  fiscalYear: Type.Optional(FiscalYear),
  /** The last day on which members answer by themselves; null or left out: the day of the meeting. */
  replyBy: Type.Optional(Nullable(IsoDate)),
  /** 第○回; null or left out where it is not counted. */
  ordinal: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 999 }))),
  openness: Type.Optional(Nullable(Openness)),
  /** Why it is not open to all; shown to members and on the letters. */
  opennessReason: Type.Optional(OptionalLine(200)),
  /** In order; an item without an id is new, an id that is missing is removed and its documents stay with the meeting. */
  agenda: Type.Array(
    Type.Object({
      id: Type.Optional(Id),
      title: Line(200),
      mark: Type.Optional(OptionalLine(20)),
      level: Type.Optional(Type.Integer({ minimum: 0, maximum: 3 })),
    }),
    { maxItems: 60 },
  ),
});
export type MeetingInput = Type.Static<typeof MeetingInput>;

/** `edition` is the one that was read: where another has been stored since, nothing is, and the refusal is `changed_elsewhere`. */
export const MeetingChange = Type.Object({ ...MeetingInput.properties, edition: Type.Integer() });
export type MeetingChange = Type.Static<typeof MeetingChange>;

/** At which moment it is published by itself. */
export const PlannedPublication = Type.Object({ at: Moment });
export type PlannedPublication = Type.Static<typeof PlannedPublication>;

/** `mark` is its own numbering, '' where the portal numbers; `level` 0 to 3. */
export const AgendaItem = Type.Object({ id: Id, mark: Type.String(), level: Type.Integer(), title: Type.String() });
export type AgendaItem = Type.Static<typeof AgendaItem>;

export const MeetingSummary = Type.Object({
  id: Id,
  title: Type.String(),
  ordinal: Nullable(Type.Integer()),
  heldOn: IsoDate,
  fiscalYear: Type.Integer(),
  published: Type.Boolean(),
  documentCount: Type.Integer(),
  /** How many of them came, or were replaced, since the member was here before. */
  newsCount: Type.Integer(),
});
export type MeetingSummary = Type.Static<typeof MeetingSummary>;
export const MeetingList = Type.Object({ meetings: Type.Array(MeetingSummary) });
export type MeetingList = Type.Static<typeof MeetingList>;

/** When a meeting will be published, by whom; `failure`: the sentence why it could not be. */
const PublicationPlan = Type.Object({ at: Moment, by: Type.String(), failure: Nullable(Type.String()) });

/** A meeting as its reader sees it: the newest first among `others`, all of the same committee. */
export const Meeting = Type.Object({
  id: Id,
  committee: CommitteeContact,
  title: Type.String(),
  heldOn: IsoDate,
  startsAt: IsoTime,
  endsAt: Nullable(IsoTime),
  place: Type.String(),
  fiscalYear: Type.Integer(),
  replyBy: Nullable(IsoDate),
  publishedAt: Nullable(Moment),
  ordinal: Nullable(Type.Integer()),
  /** Towards citizens; null where nothing was said. */
  openness: Nullable(Openness),
  opennessReason: Type.String(),
  edition: Type.Integer(),
  /** Null for a member. */
  plan: Nullable(PublicationPlan),
  agenda: Type.Array(AgendaItem),
  documents: Type.Array(DocumentSummary),
  /** 議事録 of the nearest meeting before that has them; null where none has. */
  minutesBefore: Nullable(Type.Object({ id: Id, title: Type.String(), meetingTitle: Type.String(), heldOn: IsoDate })),
  others: Type.Array(MeetingSummary),
  /** Revisions and documents that members cannot see yet; 0 for a member. */
  unpublishedCount: Type.Integer(),
  /** Papers that this viewer may see tell of numbered initiatives: the committee has a register. */
  hasRegister: Type.Boolean(),
  /** The member's own answer; null for an official. */
  reply: Nullable(OwnReply),
  /** When the member was here before; null at a first visit, and for an official. */
  visitedAt: Nullable(Moment),
});
export type Meeting = Type.Static<typeof Meeting>;

import { Type } from 'typebox';
import { correctedFields, doubts, stateKinds } from '../domain/initiatives/initiative.ts';
import { Box } from './comparisons.ts';
import { Id, Moment, Nullable } from './fields.ts';

/** Why a value may be wrong; see domain/initiatives/initiative.ts. */
export const Doubt = Type.Enum([...doubts]);
export type Doubt = Type.Static<typeof Doubt>;

export const StateKind = Type.Enum([...stateKinds]);
export type StateKind = Type.Static<typeof StateKind>;

const placed = {
  /** As printed, or as a person put it. */
  text: Type.String(),
  /** 1-based index, and the number printed on the page. */
  page: Type.Integer(),
  pageLabel: Nullable(Type.String()),
  box: Box,
  /** 0 to 1. */
  confidence: Type.Number(),
  doubts: Type.Array(Doubt),
  /** The correction by which a person set it; then nothing is in doubt. */
  correctionId: Nullable(Id),
};

/** A target, result or effect; `year` is the fiscal year it is of, null where the paper prints none beside it. */
export const RegisterValue = Type.Object({
  ...placed,
  value: Nullable(Type.Number()),
  unit: Nullable(Type.String()),
  year: Nullable(Type.Integer()),
});
export type RegisterValue = Type.Static<typeof RegisterValue>;

export const RegisterState = Type.Object({ ...placed, kind: StateKind });
export type RegisterState = Type.Static<typeof RegisterState>;

/** How a correction names an initiative in a paper. */
export const InitiativePlace = Type.Object({
  documentId: Id,
  number: Type.String({ maxLength: 100 }),
  name: Type.String({ minLength: 1, maxLength: 400 }),
  page: Type.Integer({ minimum: 1, maximum: 100000 }),
});
export type InitiativePlace = Type.Static<typeof InitiativePlace>;

/** An initiative as one year's paper tells of it. */
export const RegisterCell = Type.Object({
  documentId: Id,
  revisionId: Id,
  documentTitle: Type.String(),
  number: Type.String(),
  name: Type.String(),
  department: Nullable(Type.String()),
  indicator: Nullable(Type.String()),
  page: Type.Integer(),
  pageLabel: Nullable(Type.String()),
  target: Nullable(RegisterValue),
  result: Nullable(RegisterValue),
  state: Nullable(RegisterState),
  effect: Nullable(RegisterValue),
  /** True where it may be no initiative, or of another name. */
  nameUnsure: Type.Boolean(),
  /** True where something in it is in doubt and no person has set it. */
  unsure: Type.Boolean(),
  /** The fields that a person set to something, or to nothing; not `changed`: said to be right as it was read. */
  corrected: Type.Array(Type.Object({ field: Type.String(), correctionId: Id, changed: Type.Boolean() })),
  /** As printed, for corrections. */
  place: InitiativePlace,
});
export type RegisterCell = Type.Static<typeof RegisterCell>;

/** An initiative over the years; number, name and department are those of its newest year. */
export const RegisterRow = Type.Object({
  number: Type.String(),
  name: Type.String(),
  department: Nullable(Type.String()),
  group: Nullable(Type.String()),
  /** Title of the newest paper of the series that tells of it. */
  paper: Type.String(),
  /** One a year of the register, null where no paper of that year tells of it. */
  cells: Type.Array(Nullable(RegisterCell)),
});
export type RegisterRow = Type.Static<typeof RegisterRow>;

export const CorrectedField = Type.Enum([...correctedFields]);
export type CorrectedField = Type.Static<typeof CorrectedField>;

/**
 * What whoever may edit says of the register. values: what the paper says (an empty text: it says nothing); same, different: two
 * initiatives are one, or are not; hidden: these are no initiatives.
 */
export const RegisterCorrectionInput = Type.Union([
  Type.Object({
    kind: Type.Literal('values'),
    place: InitiativePlace,
    values: Type.Array(
      Type.Object({
        field: CorrectedField,
        text: Type.String({ maxLength: 200 }),
        /** Of a state; without it the words decide. */
        stateKind: Type.Optional(StateKind),
      }),
      { minItems: 1, maxItems: 6 },
    ),
  }),
  Type.Object({ kind: Type.Literal('same'), place: InitiativePlace, other: InitiativePlace }),
  Type.Object({
    kind: Type.Literal('different'),
    place: InitiativePlace,
    others: Type.Array(InitiativePlace, { minItems: 1, maxItems: 50 }),
  }),
  Type.Object({ kind: Type.Literal('hidden'), places: Type.Array(InitiativePlace, { minItems: 1, maxItems: 50 }) }),
]);
export type RegisterCorrectionInput = Type.Static<typeof RegisterCorrectionInput>;

/** A correction in force. `fits` is false where the paper shown now holds no such initiative any more. */
export const RegisterCorrection = Type.Object({
  id: Id,
  kind: Type.Union([Type.Literal('value'), Type.Literal('same'), Type.Literal('different'), Type.Literal('hidden')]),
  madeBy: Type.String(),
  madeAt: Moment,
  fiscalYear: Type.Integer(),
  documentTitle: Type.String(),
  number: Type.String(),
  name: Type.String(),
  field: Nullable(CorrectedField),
  text: Nullable(Type.String()),
  /** The other initiative of same and different. */
  other: Nullable(Type.Object({ number: Type.String(), name: Type.String(), fiscalYear: Type.Integer() })),
  fits: Type.Boolean(),
});
export type RegisterCorrection = Type.Static<typeof RegisterCorrection>;

/** The initiatives of a committee. */
export const Register = Type.Object({
  committee: Type.Object({ id: Id, name: Type.String() }),
  /** Fiscal years, newest first; the cells of each row in the same order. */
  years: Type.Array(Type.Integer()),
  rows: Type.Array(RegisterRow),
  /** Papers that are still being read, and titles of those that could not be. */
  waiting: Type.Integer(),
  failed: Type.Array(Type.String()),
  /** This viewer may correct it. */
  editable: Type.Boolean(),
  /** Those in force, newest first; none for who may not edit. */
  corrections: Type.Array(RegisterCorrection),
});
export type Register = Type.Static<typeof Register>;

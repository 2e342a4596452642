import { type TSchema, Type } from 'typebox';

export const Id = Type.Integer({ minimum: 1, maximum: 2147483647 });
export const IsoDate = Type.String({ format: 'date', description: 'YYYY-MM-DD' });
export const IsoTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM, Japan' });
/** By the calendar year that it begins in. */
export const FiscalYear = Type.Integer({ minimum: 1900, maximum: 2200 });
export const Moment = Type.String({ description: 'ISO 8601 with offset' });

/** What a person types: the server trims it and takes out what nobody sees before it looks at it (server/http/validate.ts). */
const line = { 'x-typed': 'line' as const };
const lines = { 'x-typed': 'lines' as const };
const noControls = '^[^\\u0000-\\u001f\\u007f-\\u009f]*$';
const noControlsButBreaks = '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f]*$';

/** Text of one line, never empty. */
export const Line = (maxLength: number) => Type.String({ ...line, minLength: 1, maxLength, pattern: noControls });
export const OptionalLine = (maxLength: number, description?: string) =>
  Type.String({ ...line, maxLength, pattern: noControls, ...(description && { description }) });
/** Text of any number of lines. */
export const Lines = (maxLength: number) => Type.String({ ...lines, maxLength, pattern: noControlsButBreaks });
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const IdParams = Type.Object({ id: Id });
export const Done = Type.Object({ done: Type.Literal(true) });

export const Email = Type.String({ ...line, maxLength: 254, pattern: '^\\s*[^\\s@]+@[^\\s@]+\\s*$' });
export const OptionalEmail = Type.String({ ...line, maxLength: 254, pattern: '^\\s*(?:[^\\s@]+@[^\\s@]+\\s*)?$' });
export const Password = Type.String({ minLength: 1, maxLength: 200 });
/** Length is all that is asked of it here; what is guessed first is refused besides. */
export const NewPassword = Type.String({ minLength: 12, maxLength: 200 });

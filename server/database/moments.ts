import type { ColumnType } from 'kysely';

/** A time that may be absent. */
export type OptionalMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** A time that the database sets where none is given. */
export type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>;

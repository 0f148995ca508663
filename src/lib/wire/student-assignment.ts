/** The data of an assignment as a student's browser receives it; moments are milliseconds since 1970. */
import * as v from 'valibot';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { parse } from '#lib/domain/parse.ts';
import { rubricSchema, type Rubric, type BilingualText } from '#lib/domain/rubric.ts';
import { syncApi } from './sync.ts';
import { idSchema } from '#lib/domain/identity.ts';

/** Addresses of the pinned version's parts, in one language. */
interface PinnedParts {
	page: string;
	start: string;
	around: string;
}

export type StudentSubject =
	| { kind: 'project' }
	| { kind: 'challenge'; id: string; hash: string; parts: Record<Language, PinnedParts> }
	/** A pinned version of a format that this Braise no longer opens. */
	| { kind: 'challenge'; id: string; hash: string; parts: null };

export interface StudentAssignment {
	id: string;
	title: BilingualText;
	note: string;
	className: string;
	opensAt: number | null;
	dueAt: number | null;
	closedAt: number | null;
	debateSince: number | null;
	rubric: Rubric;
	/** Null until the assignment opens: its subject must stay unknown before. */
	subject: StudentSubject | null;
	member: { id: string; pseudonym: string };
	/** The work bound to the assignment, once begun. */
	work: string | null;
}

const wordsSchema = v.object({ fr: v.string(), en: v.string() });
const momentSchema = v.nullable(v.number());
/** Addresses of this site only: the fetched content becomes the challenge. */
const partAddressSchema = v.pipe(v.string(), v.regex(/^\/challenges\/[\w-]+\/[\w-]+\/[\w.-]+$/));
const partsSchema = v.object({ page: partAddressSchema, start: partAddressSchema, around: partAddressSchema });
const pinnedFields = { kind: v.literal('challenge'), id: v.string(), hash: v.string() };

const assignmentSchema: v.GenericSchema<unknown, StudentAssignment> = v.object({
	id: v.string(),
	title: wordsSchema,
	note: v.string(),
	className: v.string(),
	opensAt: momentSchema,
	dueAt: momentSchema,
	closedAt: momentSchema,
	debateSince: momentSchema,
	rubric: rubricSchema,
	subject: v.nullable(
		v.union([
			v.object({ kind: v.literal('project') }),
			v.object({ ...pinnedFields, parts: v.object({ fr: partsSchema, en: partsSchema }) }),
			v.object({ ...pinnedFields, parts: v.null() })
		])
	),
	member: v.object({ id: v.string(), pseudonym: v.string() }),
	work: v.nullable(v.string())
});

const bindingSchema = v.strictObject({
	format: syncApi.formatSchema,
	account: idSchema,
	work: idSchema,
	/** The bound work that this one replaces. */
	instead: v.optional(idSchema)
});

export const parseStudentAssignment = (input: unknown): StudentAssignment | undefined => parse(assignmentSchema, input);
/** Parses which work a browser binds to the assignment. */
export const parseBinding = (input: unknown) => parse(bindingSchema, input);

/** Any reason: the browser does the same for all. */
const refusedSchema = v.object({ format: syncApi.formatSchema, kind: v.literal('refused') });
const assignmentAnswerSchema = v.variant('kind', [
	v.object({ format: syncApi.formatSchema, kind: v.literal('assignment'), told: assignmentSchema }),
	refusedSchema
]);
const boundSchema = v.variant('kind', [
	/** The work that belongs to the assignment: this one, or one that another machine bound first. */
	v.object({ format: syncApi.formatSchema, kind: v.literal('bound'), work: v.string() }),
	refusedSchema
]);
/** Each returns `undefined` for any other input, such as a proxy's page or an unknown format. */
export const parseAssignmentAnswer = (input: unknown) => parse(assignmentAnswerSchema, input);
export const parseBindingAnswer = (input: unknown) => parse(boundSchema, input);

export const assignmentDates = ({
	opensAt,
	dueAt,
	closedAt
}: Pick<StudentAssignment, 'opensAt' | 'dueAt' | 'closedAt'>) => ({
	opensAt: dateOf(opensAt),
	dueAt: dateOf(dueAt),
	closedAt: dateOf(closedAt)
});

const dateOf = (milliseconds: number | null): Date | null => (milliseconds === null ? null : new Date(milliseconds));

export const inEachLanguage = <T>(make: (language: Language) => T): Record<Language, T> =>
	Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;

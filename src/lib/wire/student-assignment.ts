/** An assignment's data as a student's browser receives them; moments are milliseconds since 1970. */
import * as v from 'valibot';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { bilingualTextSchema, rubricSchema } from '#lib/domain/rubric.ts';
import { syncApi } from './sync.ts';

const nullableMomentSchema = v.nullable(v.number());
/** Matches addresses of this site only, because the fetched content becomes the challenge. */
const partAddressSchema = v.pipe(v.string(), v.regex(/^\/challenges\/[\w-]+\/[\w-]+\/[\w.-]+$/));
const challengePartAddressesSchema = v.object({
	page: partAddressSchema,
	start: partAddressSchema,
	around: partAddressSchema
});
const pinnedChallengeFields = { kind: v.literal('challenge'), id: v.string(), hash: v.string() };

const assignmentSubjectSchema = v.union([
	v.object({ kind: v.literal('project') }),
	v.object({
		...pinnedChallengeFields,
		parts: v.object({ fr: challengePartAddressesSchema, en: challengePartAddressesSchema })
	}),
	/** A challenge whose pinned version has a format that this Braise no longer opens. */
	v.object({ ...pinnedChallengeFields, parts: v.null() })
]);
export type StudentAssignmentSubject = v.InferOutput<typeof assignmentSubjectSchema>;

const assignmentSchema = v.object({
	id: v.string(),
	title: bilingualTextSchema,
	note: v.string(),
	className: v.string(),
	opensAt: nullableMomentSchema,
	dueAt: nullableMomentSchema,
	closedAt: nullableMomentSchema,
	debateSince: nullableMomentSchema,
	rubric: rubricSchema,
	/** Subject of the assignment; null until it opens, because students must not know it before. */
	subject: v.nullable(assignmentSubjectSchema),
	member: v.object({ id: v.string(), pseudonym: v.string() }),
	/** Id of the work bound to the assignment; null before the student began. */
	work: v.nullable(v.string())
});
export type StudentAssignment = v.InferOutput<typeof assignmentSchema>;

export const parseStudentAssignment = (input: unknown): StudentAssignment | undefined =>
	parseWithSchema(assignmentSchema, input);

/** A refusal for any reason, even one that this page does not know yet. */
const refusedAnswerSchema = v.object({ format: syncApi.formatSchema, kind: v.literal('refused'), reason: v.string() });
const assignmentAnswerSchema = v.variant('kind', [
	v.object({ format: syncApi.formatSchema, kind: v.literal('assignment'), told: assignmentSchema }),
	refusedAnswerSchema
]);
export const parseAssignmentAnswer = (input: unknown) => parseWithSchema(assignmentAnswerSchema, input);

export const toAssignmentDates = ({
	opensAt,
	dueAt,
	closedAt
}: Pick<StudentAssignment, 'opensAt' | 'dueAt' | 'closedAt'>) => ({
	opensAt: dateOfMilliseconds(opensAt),
	dueAt: dateOfMilliseconds(dueAt),
	closedAt: dateOfMilliseconds(closedAt)
});

const dateOfMilliseconds = (milliseconds: number | null): Date | null =>
	milliseconds === null ? null : new Date(milliseconds);

export const makeForEachLanguage = <T>(make: (language: Language) => T): Record<Language, T> =>
	Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;

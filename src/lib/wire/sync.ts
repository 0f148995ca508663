import * as v from 'valibot';
import { COMMON_REFUSAL_STATUSES, defineApi } from './api.ts';
import { LONGEST_PATH, MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import { removeStoreFile } from '#lib/domain/project-store.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { LANGUAGES } from '#lib/domain/language.ts';
import { parseWithSchema, isStorable } from '#lib/domain/parse.ts';
import { projectDescriptionSchema } from '#lib/domain/project.ts';
import {
	decisionSchema,
	decisionsSchema,
	pinnedChallengeSchema,
	versionSchema,
	workSchema,
	WORK_KINDS,
	type Decision,
	type Version
} from '#lib/domain/work.ts';

/**
 * The API for saved work. Increase its format when an older side could misread a newer message. Texts of its refusals are in messages under
 * `sync_`.
 */
export const syncApi = defineApi(1, {
	...COMMON_REFUSAL_STATUSES,
	/** A pair was formed or ended since the page opened. */
	'other-pair': 409,
	'assignment-removed': 410,
	/** The assignment is given to others of the student's class, and not, or no longer, to this student. */
	'not-assigned': 410,
	parents: 422,
	'too-many-works': 403,
	'account-full': 403,
	/** The server has no room left for any account. */
	'server-full': 507,
	/** More requests than ordinary saving makes; the browser retries after `seconds`. */
	'too-often': 429
});
export type SyncRefusal = keyof typeof syncApi.statuses;

/** Upper limit of bytes of all files of a version together, in UTF-8. */
export const MOST_VERSION_BYTES = 1_000_000;
const MOST_AUTHORS = 2;
/** Upper limit of versions in one request; a browser with more versions sends several requests. */
export const MOST_VERSIONS_PER_REQUEST = 20;
export const LARGEST_SYNC_REQUEST_BYTES = 3_000_000;
const LONGEST_DECISION_TEXT = 20_000;
const LONGEST_STEPS_TEXT = 300_000;

/** Matches file paths as the editor makes them: no part is empty or begins with a dot, and there is no backslash. */
const FILE_PATH_PATTERN = /^(?!\.)[^/\\:*?"<>|\p{C}]+(?:\/(?!\.)[^/\\:*?"<>|\p{C}]+)*$/u;

const momentSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const sentFilesSchema = v.pipe(
	v.custom<Record<string, unknown>>((files) => !Array.isArray(files)),
	v.record(v.pipe(v.string(), v.maxLength(LONGEST_PATH), v.regex(FILE_PATH_PATTERN)), v.string()),
	v.check((files) => Object.keys(removeStoreFile(files)).length <= MOST_VERSION_FILES, 'too many files'),
	v.check((files) => countFileBytes(files) <= MOST_VERSION_BYTES, 'too large')
);

const isDecisionShortEnough = (decision: Decision): boolean => JSON.stringify(decision).length <= LONGEST_DECISION_TEXT;

const sentVersionSchema = v.object({
	id: idSchema,
	work: idSchema,
	parent: v.nullable(idSchema),
	savedAt: momentSchema,
	files: sentFilesSchema,
	steps: v.pipe(
		v.unknown(),
		v.check((steps) => (JSON.stringify(steps) ?? '').length <= LONGEST_STEPS_TEXT, 'too large')
	),
	decision: v.nullable(v.pipe(decisionSchema, v.check(isDecisionShortEnough, 'too large'))),
	others: v.exactOptional(
		v.pipe(
			decisionsSchema,
			v.check((others) => Object.keys(others).length < MOST_AUTHORS, 'too many'),
			v.check((others) => Object.values(others).every(isDecisionShortEnough), 'too large')
		)
	),
	project: v.nullable(projectDescriptionSchema)
});

/** A work with the versions of it that the server lacks. */
const sentWorkSchema = v.pipe(
	v.object({
		format: syncApi.formatSchema,
		/** Account that the browser believes is signed in, so that a work never reaches a person who signed in since. */
		account: idSchema,
		/** Id of the pair that the browser believes is at this machine. */
		pair: v.exactOptional(idSchema),
		/** The work. `authors` is what the browser believes; the server accepts only the signed-in account and the other student of its pair. */
		work: v.pipe(
			v.object({
				id: idSchema,
				kind: v.picklist(WORK_KINDS),
				challenge: v.nullable(pinnedChallengeSchema),
				language: v.picklist(LANGUAGES),
				createdAt: momentSchema,
				authors: v.exactOptional(v.pipe(v.array(idSchema), v.maxLength(MOST_AUTHORS)))
			}),
			v.check(({ challenge }) => JSON.stringify(challenge).length < 500, 'too large')
		),
		head: idSchema,
		/** Id of the server's head when the browser last heard of it; null when the server never had the work. */
		expected: v.nullable(idSchema),
		/** Versions, each after its parent unless the server has the parent already. */
		versions: v.pipe(v.array(sentVersionSchema), v.maxLength(MOST_VERSIONS_PER_REQUEST))
	}),
	v.check(({ work, versions }) => versions.every((version) => version.work === work.id), 'of another work'),
	v.check(({ versions }) => areParentsBeforeChildren(versions), 'out of order')
);
export type SentWork = v.InferOutput<typeof sentWorkSchema>;

/** Tells whether no version has itself or a later version as its parent, so that stored versions form no cycle. */
function areParentsBeforeChildren(versions: Version[]): boolean {
	const ids = versions.map(({ id }) => id);
	if (new Set(ids).size < ids.length) return false;
	return versions.every(({ parent }, at) => parent === null || !ids.includes(parent) || ids.indexOf(parent) < at);
}

/** Returns the ids of parents that are not among these versions, so that the server must have them already. */
export function findParentsNotSent(versions: Version[]): string[] {
	const ids = new Set(versions.map(({ id }) => id));
	return [...new Set(versions.flatMap(({ parent }) => (parent === null || ids.has(parent) ? [] : parent)))];
}

function countFileBytes(files: Record<string, string>): number {
	const encoder = new TextEncoder();
	return Object.entries(files).reduce(
		(sum, [path, text]) => sum + encoder.encode(path).length + encoder.encode(text).length,
		0
	);
}

const { formatSchema: format, refusedSchema } = syncApi;
/** Account ids of a work's authors; absent in answers from servers that do not know pairs yet. */
const authorsSchema = v.optional(v.array(idSchema), []);
const syncAnswerSchema = v.variant('kind', [
	/** The versions were stored. `authors`: accounts of the work's authors from now on. */
	v.object({
		format,
		kind: v.literal('stored'),
		head: idSchema,
		authors: authorsSchema,
		/** Percentage of the account's quota in use. */
		taken: v.optional(v.number())
	}),
	/**
	 * The server has another head and keeps both versions. `versions` lead from `head` back to the expected version, newest first.
	 */
	v.object({ format, kind: v.literal('conflict'), head: idSchema, versions: v.array(versionSchema) }),
	refusedSchema
]);
const readWorkAnswerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('work'), work: workSchema, versions: v.array(versionSchema) }),
	refusedSchema
]);
const serverWorkSummarySchema = v.object({
	id: idSchema,
	head: idSchema,
	kind: v.picklist(WORK_KINDS),
	/** When the version was saved, in milliseconds since 1970 by the clock of the machine that saved it. */
	savedAt: v.number(),
	authors: authorsSchema,
	/** Id of the pair's work from which this person's own copy was made; null for other works. */
	copyOf: v.optional(v.nullable(idSchema), null)
});
export type ServerWorkSummary = v.InferOutput<typeof serverWorkSummarySchema>;
const listWorksAnswerSchema = v.variant('kind', [
	v.object({
		format,
		kind: v.literal('works'),
		works: v.array(serverWorkSummarySchema),
		/** Pseudonyms of other authors, by account id. */
		names: v.optional(v.record(v.string(), v.string()), {})
	}),
	refusedSchema
]);
const deleteWorkAnswerSchema = v.variant('kind', [v.object({ format, kind: v.literal('removed') }), refusedSchema]);

export type SyncAnswer = v.InferOutput<typeof syncAnswerSchema>;
export type ReadWorkAnswer = v.InferOutput<typeof readWorkAnswerSchema>;
export type ListWorksAnswer = v.InferOutput<typeof listWorksAnswerSchema>;
export type DeleteWorkAnswer = v.InferOutput<typeof deleteWorkAnswerSchema>;

export const parseSyncAnswer = (input: unknown) => parseWithSchema(syncAnswerSchema, input);
export const parseReadWorkAnswer = (input: unknown) => parseWithSchema(readWorkAnswerSchema, input);
export const parseListWorksAnswer = (input: unknown) => parseWithSchema(listWorksAnswerSchema, input);
export const parseDeleteWorkAnswer = (input: unknown) => parseWithSchema(deleteWorkAnswerSchema, input);

type ParsedSentWork = { kind: 'sent'; sentWork: SentWork } | { kind: 'refused'; reason: 'malformed' | 'too-large' };

export function parseSentWork(input: unknown): ParsedSentWork {
	// Check the depth of nesting first, because validating against a schema recurses as deep as the input.
	if (!isStorable(input)) return { kind: 'refused', reason: 'malformed' };
	const result = v.safeParse(sentWorkSchema, input);
	if (result.success) return { kind: 'sent', sentWork: result.output };
	const isTooLarge = result.issues.some(
		({ message, type }) => type === 'max_length' || /^too (many|large)/.test(message)
	);
	return { kind: 'refused', reason: isTooLarge ? 'too-large' : 'malformed' };
}

const sentWorkBindingSchema = v.strictObject({
	format: syncApi.formatSchema,
	account: idSchema,
	work: idSchema,
	/** Id of the work that was bound before and that this one replaces. */
	instead: v.optional(idSchema)
});
const workBindingAnswerSchema = v.variant('kind', [
	/** The work that now belongs to the assignment: the sent one, or one that another machine bound first. */
	v.object({ format: syncApi.formatSchema, kind: v.literal('bound'), work: v.string() }),
	/** A refusal for any reason, because the browser only needs to know whether signing in again helps. */
	v.object({ format: syncApi.formatSchema, kind: v.literal('refused'), reason: v.string() })
]);

export const parseSentWorkBinding = (input: unknown) => parseWithSchema(sentWorkBindingSchema, input);
export const parseWorkBindingAnswer = (input: unknown) => parseWithSchema(workBindingAnswerSchema, input);

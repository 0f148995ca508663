/** What a browser and the server say to each other about saved work. Nothing here reads or writes: see lib/storage/sync and lib/server/work. */
import * as v from 'valibot';
import { LANGUAGES } from './challenge.ts';
import { projectFaceSchema } from './project.ts';
import { storable } from './storable.ts';
import { decisionSchema, decisionsSchema, pinnedChallengeSchema, versionSchema, workSchema } from './work-parse.ts';
import type { Decision, Version, Work } from './work.ts';

/** Raised when an older side could misread a newer one. */
export const SYNC_FORMAT = 1;

export const MOST_FILES = 60;
/** Of all files of a version together, in UTF-8. */
export const MOST_BYTES = 1_000_000;
/** A work is one person's, or a pair's. */
const MOST_AUTHORS = 2;
/** Of one request: whoever has more sends again. */
export const MOST_VERSIONS = 20;
/** Of the body of a request. */
export const LARGEST_REQUEST = 3_000_000;
export const LONGEST_PATH = 120;
const LARGEST_DECISION = 20_000;
const LARGEST_STEPS = 300_000;

const ID = /^[A-Za-z0-9_-]{1,64}$/;
/** Names of files and folders as an editor here makes them: no empty part, none that begins with a dot, no backslash. */
const PATH = /^(?!\.)[^/\\:*?"<>|\p{C}]+(?:\/(?!\.)[^/\\:*?"<>|\p{C}]+)*$/u;

export const idSchema = v.pipe(v.string(), v.regex(ID));
const momentSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const sentFilesSchema = v.pipe(
	v.custom<Record<string, unknown>>((files) => !Array.isArray(files)),
	v.record(v.pipe(v.string(), v.maxLength(LONGEST_PATH), v.regex(PATH)), v.string()),
	v.check((files) => Object.keys(files).length <= MOST_FILES, 'too many files'),
	v.check((files) => bytesOf(files) <= MOST_BYTES, 'too large')
);

const isSmall = (decision: Decision): boolean => JSON.stringify(decision).length <= LARGEST_DECISION;

const sentVersionSchema = v.object({
	id: idSchema,
	work: idSchema,
	parent: v.nullable(idSchema),
	savedAt: momentSchema,
	files: sentFilesSchema,
	steps: v.pipe(
		v.unknown(),
		v.check((steps) => (JSON.stringify(steps) ?? '').length <= LARGEST_STEPS, 'too large')
	),
	decision: v.nullable(v.pipe(decisionSchema, v.check(isSmall, 'too large'))),
	others: v.exactOptional(
		v.pipe(
			decisionsSchema,
			v.check((others) => Object.keys(others).length < MOST_AUTHORS, 'too many'),
			v.check((others) => Object.values(others).every(isSmall), 'too large')
		)
	),
	project: v.nullable(projectFaceSchema)
});

/** A work with the versions of it that the server lacks. */
export interface Sent {
	format: typeof SYNC_FORMAT;
	/** Who the browser takes itself to be: a work never reaches the account of whoever signed in meanwhile. */
	account: string;
	/** The pair that the browser takes to sit at it. */
	pair?: string;
	/** `authors`: whose the browser takes it to be. The server makes nobody an author but who is signed in and the other of their pair. */
	work: Pick<Work, 'id' | 'kind' | 'challenge' | 'language' | 'createdAt'> & Partial<Pick<Work, 'authors'>>;
	/** What is to open from now on. */
	head: string;
	/** What opened on the server when the browser last heard of it; null when it never did. */
	expected: string | null;
	/** A parent stands before its children, or is on the server. */
	versions: Version[];
}

export const sentSchema: v.GenericSchema<unknown, Sent> = v.pipe(
	v.object({
		format: v.literal(SYNC_FORMAT),
		account: idSchema,
		pair: v.exactOptional(idSchema),
		work: v.pipe(
			v.object({
				id: idSchema,
				kind: v.picklist(['challenge', 'project']),
				challenge: v.nullable(pinnedChallengeSchema),
				language: v.picklist(LANGUAGES),
				createdAt: momentSchema,
				authors: v.exactOptional(v.pipe(v.array(idSchema), v.maxLength(MOST_AUTHORS)))
			}),
			v.check(({ challenge }) => JSON.stringify(challenge).length < 500, 'too large')
		),
		head: idSchema,
		expected: v.nullable(idSchema),
		versions: v.pipe(v.array(sentVersionSchema), v.maxLength(MOST_VERSIONS))
	}),
	v.check(({ work, versions }) => versions.every((version) => version.work === work.id), 'of another work'),
	v.check(({ versions }) => inOrder(versions), 'out of order')
);

/** Nothing names itself, or something later, as its parent: what is stored has no circles. */
function inOrder(versions: Version[]): boolean {
	const ids = versions.map(({ id }) => id);
	if (new Set(ids).size < ids.length) return false;
	return versions.every(({ parent }, at) => parent === null || !ids.includes(parent) || ids.indexOf(parent) < at);
}

/** Parents that have to be on the server already. */
export function parentsOutside(versions: Version[]): string[] {
	const ids = new Set(versions.map(({ id }) => id));
	return [...new Set(versions.flatMap(({ parent }) => (parent === null || ids.has(parent) ? [] : parent)))];
}

export function bytesOf(files: Record<string, string>): number {
	const encoder = new TextEncoder();
	return Object.entries(files).reduce(
		(sum, [path, text]) => sum + encoder.encode(path).length + encoder.encode(text).length,
		0
	);
}

/** Why a request changed nothing. Each has its status and its words: see `STATUS`, and messages under `sync_`. */
export const REFUSALS = [
	'signed-out',
	'other-person',
	/** Somebody has joined, or the pair has ended. */
	'other-pair',
	'forbidden',
	'other-site',
	'not-json',
	'malformed',
	'too-large',
	'absent',
	/** Its teacher removed it. */
	'assignment-removed',
	'parents',
	'too-many-works',
	'account-full',
	/** There is no room left for anyone. */
	'server-full',
	/** More than anyone saves. Tried again after `seconds`. */
	'too-often'
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const STATUS: Record<Refusal, number> = {
	'signed-out': 401,
	'other-person': 409,
	'other-pair': 409,
	forbidden: 403,
	'other-site': 403,
	'not-json': 415,
	malformed: 400,
	'too-large': 413,
	absent: 404,
	'assignment-removed': 410,
	parents: 422,
	'too-many-works': 403,
	'account-full': 403,
	'server-full': 507,
	'too-often': 429
};

/** A work without its versions, for lists. */
export interface ServerSummary {
	id: string;
	head: string;
	kind: Work['kind'];
	/** Milliseconds since 1970, by the clock of the machine that saved. */
	savedAt: number;
	authors: string[];
	/** The work of a pair from which this one was separated, for this person to go on alone. */
	copyOf: string | null;
}

const format = v.literal(SYNC_FORMAT);
/** A server from before there were pairs names nobody. */
const authorsSchema = v.optional(v.array(idSchema), []);
const refusedSchema = v.object({
	format,
	kind: v.literal('refused'),
	reason: v.picklist(REFUSALS),
	/** Of `too-often`. */
	seconds: v.optional(v.number())
});
const answerSchema = v.variant('kind', [
	/** `authors`: whose it is from now on. */
	v.object({
		format,
		kind: v.literal('stored'),
		head: idSchema,
		authors: authorsSchema,
		/** Of a hundred, what of the account's room is taken. */
		taken: v.optional(v.number())
	}),
	/** Something else opens. What was sent is kept beside it; `versions` lead from `head` back towards what was expected, newest first. */
	v.object({ format, kind: v.literal('conflict'), head: idSchema, versions: v.array(versionSchema) }),
	refusedSchema
]);
const readSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('work'), work: workSchema, versions: v.array(versionSchema) }),
	refusedSchema
]);
const listSchema = v.variant('kind', [
	v.object({
		format,
		kind: v.literal('works'),
		works: v.array(
			v.object({
				id: idSchema,
				head: idSchema,
				kind: v.picklist(['challenge', 'project']),
				savedAt: v.number(),
				authors: authorsSchema,
				copyOf: v.optional(v.nullable(idSchema), null)
			})
		),
		/** By account: the pseudonyms of others who make some of them. */
		names: v.optional(v.record(v.string(), v.string()), {})
	}),
	refusedSchema
]);
const removedSchema = v.variant('kind', [v.object({ format, kind: v.literal('removed') }), refusedSchema]);

export type Answer = v.InferOutput<typeof answerSchema>;
export type Read = v.InferOutput<typeof readSchema>;
export type Listed = v.InferOutput<typeof listSchema>;
export type Deleted = v.InferOutput<typeof removedSchema>;

/** `undefined` when it is none of ours: a proxy's page, another format. */
export const parseAnswer = (input: unknown) => parse(answerSchema, input);
export const parseRead = (input: unknown) => parse(readSchema, input);
export const parseListed = (input: unknown) => parse(listSchema, input);
export const parseDeleted = (input: unknown) => parse(removedSchema, input);

function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
	const result = v.safeParse(schema, input);
	return result.success ? result.output : undefined;
}

export type SentParsed = { kind: 'sent'; sent: Sent } | { kind: 'refused'; reason: 'malformed' | 'too-large' };

export function parseSent(input: unknown): SentParsed {
	// First, because whatever looks closer at a value goes as deep as it is nested.
	if (!storable(input)) return { kind: 'refused', reason: 'malformed' };
	const result = v.safeParse(sentSchema, input);
	if (result.success) return { kind: 'sent', sent: result.output };
	const large = result.issues.some(({ message, type }) => type === 'max_length' || /^too (many|large)/.test(message));
	return { kind: 'refused', reason: large ? 'too-large' : 'malformed' };
}

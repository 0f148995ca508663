/** What a teacher answers to what was handed in: a comment on the whole, comments on lines, a level for each criterion. Nothing here reads or writes. */
import * as v from 'valibot';
import { MOST_CRITERIA } from './rubric.ts';
import { storable } from './storable.ts';
import { actsFrom, SUBMISSION_STATES, type SubmissionState } from './submission.ts';
import { idSchema, LONGEST_PATH } from './sync.ts';

export const REVIEW_FORMAT = 1;
export const LONGEST_COMMENT = 10_000;
export const LONGEST_LINE_COMMENT = 2000;
export const MOST_LINE_COMMENTS = 200;
/** Of the body of a request. */
export const LARGEST_REVIEW = 600_000;

export interface LineComment {
	/** Made by the client. */
	id: string;
	file: string;
	/** From 1. */
	line: number;
	text: string;
}

export interface ReviewText {
	comment: string;
	/** Level by criterion. */
	rubric: Record<string, string>;
	lines: LineComment[];
}

export const EMPTY_REVIEW: ReviewText = { comment: '', rubric: {}, lines: [] };

const textSchema: v.GenericSchema<unknown, ReviewText> = v.strictObject({
	comment: v.pipe(v.string(), v.maxLength(LONGEST_COMMENT)),
	rubric: v.pipe(
		v.record(idSchema, idSchema),
		v.check((rubric) => Object.keys(rubric).length <= MOST_CRITERIA, 'too many criteria')
	),
	lines: v.pipe(
		v.array(
			v.strictObject({
				id: idSchema,
				file: v.pipe(v.string(), v.maxLength(LONGEST_PATH)),
				line: v.pipe(v.number(), v.integer(), v.minValue(1)),
				text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_LINE_COMMENT))
			})
		),
		v.maxLength(MOST_LINE_COMMENTS),
		v.check((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'twice the same')
	)
});

/** As it was kept, by the server or by a browser. */
export const parseReviewText = (input: unknown): ReviewText | undefined => parsed(textSchema, input);

/** In one order: two that say the same are the same text. */
export function sameReview(one: ReviewText, other: ReviewText): boolean {
	return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

export const isEmptyReview = (review: ReviewText): boolean => sameReview(review, EMPTY_REVIEW);

export function inOrder({ comment, rubric, lines }: ReviewText): ReviewText {
	return {
		comment,
		rubric: Object.fromEntries(Object.entries(rubric).sort(([a], [b]) => compare(a, b))),
		lines: [...lines]
			.sort((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.id, b.id))
			.map(({ id, file, line, text }) => ({ id, file, line, text }))
	};
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** That there are such lines. `files` is what was handed in. */
export function fits({ lines }: ReviewText, files: Record<string, string>): boolean {
	return lines.every(({ file, line }) => {
		const text = Object.hasOwn(files, file) ? files[file] : undefined;
		return text !== undefined && line <= text.split('\n').length;
	});
}

/** What may be done with a review beside writing it. To write is to begin: what nobody had begun is in review from then on. */
export const REVIEW_MOVES = ['let-go', 'return', 'accept', 'reopen'] as const;
export type ReviewMove = (typeof REVIEW_MOVES)[number];

/** Those that a state allows. `newest`: nothing was handed in since. */
export function movesFrom(state: SubmissionState, newest: boolean): ReviewMove[] {
	const acts: readonly string[] = actsFrom(state, 'teacher');
	return REVIEW_MOVES.filter((move) => acts.includes(move) && (newest || move !== 'reopen'));
}

/** What a browser sends: the whole text, what it was written on, and what is to be done with it. */
export interface SentReview {
	format: typeof REVIEW_FORMAT;
	/** Who the browser takes itself to be. */
	account: string;
	/** Of the text that it was written on; 0: there was none. */
	revision: number;
	text: ReviewText;
	/** Null: it is written, and no more. */
	move: ReviewMove | null;
}

const sentSchema: v.GenericSchema<unknown, SentReview> = v.strictObject({
	format: v.literal(REVIEW_FORMAT),
	account: idSchema,
	revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
	text: textSchema,
	move: v.nullable(v.picklist(REVIEW_MOVES))
});

export function parseSentReview(input: unknown): SentReview | undefined {
	return storable(input) ? parsed(sentSchema, input) : undefined;
}

/** As it is kept, with who wrote last. */
export interface StoredReview {
	revision: number;
	text: ReviewText;
	/** Null: their account is gone. */
	reviewer: { id: string; name: string } | null;
	/** Milliseconds since 1970, by the server's clock. */
	updatedAt: number;
	/** When its authors last got it; null: never. */
	sentAt: number | null;
}

export const REVIEW_REFUSALS = [
	'signed-out',
	'other-person',
	'forbidden',
	'other-site',
	'not-json',
	'malformed',
	'too-large',
	/** There is none: it was taken back, or is none of this class. */
	'absent',
	/** Another has answered it meanwhile, or something newer was handed in. */
	'answered'
] as const;
export type ReviewRefusal = (typeof REVIEW_REFUSALS)[number];

export const REVIEW_STATUS: Record<ReviewRefusal, number> = {
	'signed-out': 401,
	'other-person': 409,
	forbidden: 403,
	'other-site': 403,
	'not-json': 415,
	malformed: 400,
	'too-large': 413,
	absent: 404,
	answered: 409
};

const format = v.literal(REVIEW_FORMAT);
const state = v.picklist(SUBMISSION_STATES);
const storedSchema: v.GenericSchema<unknown, StoredReview> = v.object({
	revision: v.number(),
	text: textSchema,
	reviewer: v.nullable(v.object({ id: v.string(), name: v.string() })),
	updatedAt: v.number(),
	sentAt: v.nullable(v.number())
});
const answerSchema = v.variant('kind', [
	v.object({ format, kind: v.literal('saved'), revision: v.number(), state }),
	/** Somebody wrote since. Nothing was changed: both texts are there. */
	v.object({ format, kind: v.literal('changed'), review: storedSchema, state }),
	v.object({ format, kind: v.literal('refused'), reason: v.picklist(REVIEW_REFUSALS) })
]);
export type ReviewAnswer = v.InferOutput<typeof answerSchema>;

/** `undefined` when it is none of ours: a proxy's page, another format. */
export const parseReviewAnswer = (input: unknown): ReviewAnswer | undefined => parsed(answerSchema, input);

function parsed<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
	const result = v.safeParse(schema, input);
	return result.success ? result.output : undefined;
}

import * as v from 'valibot';
import { parseWithSchema } from './parse.ts';
import { MOST_RUBRIC_CRITERIA } from './rubric.ts';
import { submissionActsFrom, type SubmissionState } from './submission.ts';
import { LONGEST_PATH } from './file-size.ts';
import { idSchema } from './identity.ts';

export const LONGEST_REVIEW_COMMENT = 10_000;
export const LONGEST_LINE_COMMENT = 2000;
const MOST_LINE_COMMENTS = 200;

const lineCommentSchema = v.strictObject({
	/** Id of the comment, made in the browser. */
	id: idSchema,
	file: v.pipe(v.string(), v.maxLength(LONGEST_PATH)),
	/** Number of the commented line, counted from 1. */
	line: v.pipe(v.number(), v.integer(), v.minValue(1)),
	text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_LINE_COMMENT))
});
export type LineComment = v.InferOutput<typeof lineCommentSchema>;

export const reviewTextSchema = v.strictObject({
	comment: v.pipe(v.string(), v.maxLength(LONGEST_REVIEW_COMMENT)),
	rubric: v.pipe(
		v.record(idSchema, idSchema),
		v.check((rubric) => Object.keys(rubric).length <= MOST_RUBRIC_CRITERIA, 'too many criteria')
	),
	lines: v.pipe(
		v.array(lineCommentSchema),
		v.maxLength(MOST_LINE_COMMENTS),
		v.check((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'twice the same')
	)
});
export type ReviewText = v.InferOutput<typeof reviewTextSchema>;

export const EMPTY_REVIEW: ReviewText = { comment: '', rubric: {}, lines: [] };

export const parseReviewText = (input: unknown): ReviewText | undefined => parseWithSchema(reviewTextSchema, input);

export function isSameReview(one: ReviewText, other: ReviewText): boolean {
	return JSON.stringify(sortReviewParts(one)) === JSON.stringify(sortReviewParts(other));
}

export function sortReviewParts({ comment, rubric, lines }: ReviewText): ReviewText {
	return {
		comment,
		rubric: Object.fromEntries(Object.entries(rubric).sort(([a], [b]) => compareTexts(a, b))),
		lines: [...lines]
			.sort((a, b) => compareTexts(a.file, b.file) || a.line - b.line || compareTexts(a.id, b.id))
			.map(({ id, file, line, text }) => ({ id, file, line, text }))
	};
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function hasValidCommentLines({ lines }: ReviewText, files: Record<string, string>): boolean {
	return lines.every(({ file, line }) => {
		const text = Object.hasOwn(files, file) ? files[file] : undefined;
		return text !== undefined && line <= text.split('\n').length;
	});
}

/** What a teacher can do with a submission besides writing a review; writing the first text already begins a review. */
export const REVIEW_MOVES = ['let-go', 'return', 'accept', 'reopen'] as const;
export type ReviewMove = (typeof REVIEW_MOVES)[number];

/** Returns the moves that a state allows. `isNewest`: no newer submission of the work exists. */
export function reviewMovesFrom(state: SubmissionState, isNewest: boolean): ReviewMove[] {
	const teacherActs: readonly string[] = submissionActsFrom(state, 'teacher');
	return REVIEW_MOVES.filter((move) => teacherActs.includes(move) && (isNewest || move !== 'reopen'));
}

export interface StoredReview {
	revision: number;
	text: ReviewText;
	/** The reviewing teacher; null once their account is deleted. */
	reviewer: { id: string; name: string } | null;
	/** When the review was last saved, in milliseconds since 1970 by the server's clock. */
	updatedAt: number;
	/** When the authors last received the review; null when they never did. */
	sentAt: number | null;
}

/**
 * A part of a review that both teachers changed differently, with the other teacher's side: the comment, a criterion's level or a
 * line comment.
 */
export type ReviewClash =
	| { kind: 'comment'; theirs: string }
	| { kind: 'criterion'; criterion: string; theirs: string | null }
	/** Both sides of a line comment; null for the side that removed it. */
	| { kind: 'line'; id: string; mine: LineComment | null; theirs: LineComment | null };

interface MergedReview {
	/** The merged review, with this teacher's own text for each clash. */
	text: ReviewText;
	clashes: ReviewClash[];
}

export function mergeReviews(base: ReviewText, mine: ReviewText, theirs: ReviewText): MergedReview {
	const clashes: ReviewClash[] = [];
	const comment = mergeReviewValue(base.comment, mine.comment, theirs.comment, () =>
		clashes.push({ kind: 'comment', theirs: theirs.comment })
	);
	const rubric: ReviewText['rubric'] = {};
	for (const criterion of keysOfAllSides(base.rubric, mine.rubric, theirs.rubric)) {
		const [was, here, there] = [base, mine, theirs].map(
			(one) => one.rubric[criterion] ?? null
		) as BaseAndBothSides<string>;
		const level = mergeReviewValue(was, here, there, () =>
			clashes.push({ kind: 'criterion', criterion, theirs: there })
		);
		if (level !== null) rubric[criterion] = level;
	}
	const [ofBase, ofMine, ofTheirs] = [base, mine, theirs].map(lineCommentsById) as [
		LineCommentsById,
		LineCommentsById,
		LineCommentsById
	];
	const lines = keysOfAllSides(ofBase, ofMine, ofTheirs).flatMap((id) => {
		const [was, here, there] = [ofBase, ofMine, ofTheirs].map(
			(all) => all[id] ?? null
		) as BaseAndBothSides<LineComment>;
		return (
			mergeReviewValue(was, here, there, () => clashes.push({ kind: 'line', id, mine: here, theirs: there })) ?? []
		);
	});
	return { text: sortReviewParts({ comment, rubric, lines }), clashes };
}

type BaseAndBothSides<T> = [T | null, T | null, T | null];
type LineCommentsById = Record<string, LineComment>;

const lineCommentsById = ({ lines }: ReviewText): LineCommentsById =>
	Object.fromEntries(lines.map((line) => [line.id, line]));

const keysOfAllSides = (...all: Record<string, unknown>[]): string[] => [
	...new Set(all.flatMap((one) => Object.keys(one)))
];

function mergeReviewValue<T>(base: T, mine: T, theirs: T, noteClash: () => void): T {
	const [was, here, there] = [base, mine, theirs].map((value) => JSON.stringify(value));
	if (here === there || there === was) return mine;
	if (here === was) return theirs;
	noteClash();
	return mine;
}

/** A teacher's decision on clashes. `both` puts one text below the other; of two levels, the other teacher's is taken. */
export type ReviewClashChoice = 'mine' | 'theirs' | 'both';

/**
 * Applies a decision on clashes. This teacher's side is read from `text`, because they may have typed on since the clash arose.
 */
export function resolveReviewClashes(
	text: ReviewText,
	clashes: readonly ReviewClash[],
	choice: ReviewClashChoice
): ReviewText {
	if (choice === 'mine') return text;
	let settledText = text;
	for (const clash of clashes) {
		if (clash.kind === 'comment') {
			const bothComments = [clash.theirs, settledText.comment].filter((one) => one.trim() !== '').join('\n\n');
			settledText = { ...settledText, comment: choice === 'both' ? bothComments : clash.theirs };
		} else if (clash.kind === 'criterion') {
			const { [clash.criterion]: _, ...otherLevels } = settledText.rubric;
			// Two levels cannot be joined, so the other teacher's level is taken, and this teacher sees it.
			settledText = {
				...settledText,
				rubric: clash.theirs === null ? otherLevels : { ...otherLevels, [clash.criterion]: clash.theirs }
			};
		} else settledText = { ...settledText, lines: resolveLineClash(settledText.lines, clash, choice) };
	}
	return sortReviewParts(settledText);
}

function resolveLineClash(
	lines: LineComment[],
	{ id, theirs }: Extract<ReviewClash, { kind: 'line' }>,
	choice: Exclude<ReviewClashChoice, 'mine'>
): LineComment[] {
	const otherLines = lines.filter((line) => line.id !== id);
	if (choice === 'theirs') return theirs === null ? otherLines : [...otherLines, theirs];
	const mine = lines.find((line) => line.id === id);
	const comment = theirs ?? mine;
	if (comment === undefined) return otherLines;
	const text = [theirs?.text, mine?.text].filter((one) => one !== undefined).join('\n');
	return [...otherLines, { ...comment, text }];
}

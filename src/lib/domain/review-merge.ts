/** Merges two teachers' versions of a review; parts that both changed are left to a person. */
import { sortReviewParts, type LineComment, type ReviewText } from './review.ts';

/**
 * A part of a review that both teachers changed differently, with the other teacher's side: the comment, a criterion's level or a
 * line comment.
 */
export type ReviewClash =
	| { kind: 'comment'; theirs: string }
	| { kind: 'criterion'; criterion: string; theirs: string | null }
	/** Both sides of a line comment; null for the side that removed it. */
	| { kind: 'line'; id: string; mine: LineComment | null; theirs: LineComment | null };

export interface MergedReview {
	/** The merged review, with this teacher's own text for each clash. */
	text: ReviewText;
	clashes: ReviewClash[];
}

/** Merges two versions of a review. `base` is the version from which both began. */
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

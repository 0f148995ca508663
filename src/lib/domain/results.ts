/** How far a class is, and what was answered: what goes out of Braise. Moments are milliseconds since 1970. */
import * as v from 'valibot';
import type { Progress } from './assignment.ts';
import type { ChallengeText, Language } from './challenge.ts';
import { parseReviewText, type ReviewText } from './review.ts';
import type { Rubric, Words } from './rubric.ts';
import type { Tally } from './verdict.ts';
import { filesSchema } from './work-parse.ts';

export interface ClassMember {
	id: string;
	pseudonym: string;
	/** By which the teacher's browser finds the name. */
	key: string;
}

export interface Result {
	/** The membership. */
	member: string;
	progress: Progress;
	/** Of the steps of a challenge; 0 of 0 for a project. */
	steps: { done: number; of: number };
	/** Of what was handed in last; null: nothing was. */
	handedIn: { turn: number; at: number; tally: Tally | null } | null;
	/** What was sent last, as its authors read it. */
	answer: (ReviewText & { sentAt: number }) | null;
}

export interface AssignmentResults {
	id: string;
	title: Words;
	dueAt: number | null;
	rubric: Rubric;
	/** One for each whom it is for. */
	results: Result[];
	/** The words of what is decided; null for a project, and for a version that cannot be opened any more. */
	decision: DecisionWords | null;
	/** Works of which something was handed in. */
	works: number;
}

export interface DecisionWords {
	/** Of each option, by id. */
	titles: Record<Language, Record<string, string>>;
	/** Of each value that students set themselves, by id. */
	values: Record<Language, ChallengeText['values']>;
}

/** What a class handed in, in parts of so many works. */
export const WORKS_AT_ONCE = 10;

export interface HandedInWork {
	id: string;
	/** Pseudonyms. */
	authors: string[];
	turn: number;
	files: Record<string, string>;
	/** By pseudonym. */
	decisions: { author: string; option: string | null; values: Record<string, number>; position: string }[];
	/** What was sent; null: nothing. */
	answer: ReviewText | null;
}

const reviewSchema: v.GenericSchema<unknown, ReviewText> = v.custom<ReviewText>(
	(input) => parseReviewText(input) !== undefined
);
const partSchema: v.GenericSchema<unknown, HandedInWork[]> = v.array(
	v.object({
		id: v.string(),
		authors: v.array(v.string()),
		turn: v.number(),
		files: filesSchema,
		decisions: v.array(
			v.object({
				author: v.string(),
				option: v.nullable(v.string()),
				values: v.record(v.string(), v.number()),
				position: v.string()
			})
		),
		answer: v.nullable(reviewSchema)
	})
);

/** Undefined when it is none of ours. */
export function parseWorks(input: unknown): HandedInWork[] | undefined {
	const result = v.safeParse(partSchema, input);
	return result.success ? result.output : undefined;
}

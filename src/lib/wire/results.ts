/** A class's progress and reviews, as exported from Braise; moments are milliseconds since 1970. */
import * as v from 'valibot';
import type { StudentAssignmentState } from '#lib/domain/assignment.ts';
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { parse } from '#lib/domain/parse.ts';
import { parseReviewText, type ReviewText } from '#lib/domain/review.ts';
import type { Rubric, BilingualText } from '#lib/domain/rubric.ts';
import type { VerdictTally } from '#lib/domain/verdict.ts';
import { filesSchema } from '#lib/domain/work-parse.ts';

export interface ClassMember {
	id: string;
	pseudonym: string;
	/** Key under which the teacher's browser finds the real name. */
	key: string;
}

export interface AssignmentResult {
	member: string;
	state: StudentAssignmentState;
	/** Steps of a challenge; 0 of 0 for a project. */
	steps: { done: number; of: number };
	/** The newest submission; null when there is none. */
	handedIn: { turn: number; at: number; tally: VerdictTally | null } | null;
	/** The newest review that was sent, as its authors read it. */
	answer: (ReviewText & { sentAt: number }) | null;
}

export interface AssignmentResults {
	id: string;
	title: BilingualText;
	dueAt: number | null;
	rubric: Rubric;
	results: AssignmentResult[];
	/** Texts of the decision; null for a project, and for a version that can no longer be opened. */
	decision: DecisionWords | null;
	/** Number of works with a submission. */
	works: number;
}

export interface DecisionWords {
	/** Of each option, by id. */
	titles: Record<Language, Record<string, string>>;
	/** Of each value that students set themselves, by id. */
	values: Record<Language, ChallengeText['values']>;
}

/** Submitted works are exported in parts of this size. */
export const WORKS_AT_ONCE = 10;

export interface HandedInWork {
	id: string;
	authors: string[];
	turn: number;
	files: Record<string, string>;
	/** By pseudonym. */
	decisions: { author: string; option: string | null; values: Record<string, number>; position: string }[];
	/** The review that was sent; null when there is none. */
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

export function parseWorks(input: unknown): HandedInWork[] | undefined {
	return parse(partSchema, input);
}

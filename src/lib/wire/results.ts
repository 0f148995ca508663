/** A class's progress and reviews as exported; moments are milliseconds since 1970. */
import * as v from 'valibot';
import type { StudentAssignmentState } from '#lib/domain/assignment.ts';
import type { CaughtMutantCount, VerdictCheckCounts } from '#lib/domain/verdict.ts';
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { reviewTextSchema, type ReviewText } from '#lib/domain/review.ts';
import type { Rubric, BilingualText } from '#lib/domain/rubric.ts';
import { workFilesSchema } from '#lib/domain/work.ts';

export interface ClassMember {
	id: string;
	pseudonym: string;
	/** Key under which the teacher's browser finds the real name. */
	key: string;
}

export interface ExportedReview extends ReviewText {
	turn: number;
}

export interface StudentAssignmentResult {
	member: string;
	state: StudentAssignmentState;
	/** Numbers of finished steps and of all steps; both 0 for a project. */
	steps: { done: number; of: number };
	/** The newest submission: its turn, when it was handed in, its checks and the wrong programs caught; null when there is none. */
	handedIn: { turn: number; at: number; tally: VerdictCheckCounts | null; caught: CaughtMutantCount | null } | null;
	/** The reviews that were sent, as their authors read them, in the order of the turns. */
	reviews: ExportedReview[];
}

export interface AssignmentResults {
	id: string;
	title: BilingualText;
	dueAt: number | null;
	rubric: Rubric;
	results: StudentAssignmentResult[];
	/** Titles and labels of the decision; null for a project, and for a version that can no longer be opened. */
	decision: DecisionLabels | null;
	works: number;
}

export interface DecisionLabels {
	titles: Record<Language, Record<string, string>>;
	values: Record<Language, ChallengeText['values']>;
}

export const WORKS_PER_EXPORT_PART = 10;

const handedInWorksSchema = v.array(
	v.object({
		id: v.string(),
		authors: v.array(v.string()),
		turn: v.number(),
		files: workFilesSchema,
		/** Decisions of the authors; `author` is a pseudonym. */
		decisions: v.array(
			v.object({
				author: v.string(),
				option: v.nullable(v.string()),
				values: v.record(v.string(), v.number()),
				position: v.string()
			})
		),
		reviews: v.array(v.object({ ...reviewTextSchema.entries, turn: v.number() }))
	})
);
export type HandedInWork = v.InferOutput<typeof handedInWorksSchema>[number];

export const parseHandedInWorks = (input: unknown): HandedInWork[] | undefined =>
	parseWithSchema(handedInWorksSchema, input);

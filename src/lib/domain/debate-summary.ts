import * as v from 'valibot';
import type { Step, StepKind } from './challenge.ts';
import { FEWEST_SHOWN_POSITIONS, type MemberDebateChoice } from './debate.ts';
import { parseWithSchema, parseStorable } from './parse.ts';

/** Smallest number of students or classes that a contributor is told: members of a smaller group could be guessed. */
export const SMALLEST_SUMMARY_COUNT = FEWEST_SHOWN_POSITIONS;
export const LONGEST_SUMMARY_TEXT = 1200;
/** Fewest characters of a position that counts as copied: a shorter position may be anyone's words. */
const SHORTEST_COPIED_POSITION = 20;

/** A number of students or classes; null when it is below SMALLEST_SUMMARY_COUNT, also when it is zero. */
export type CountUnlessSmall = number | null;
export const hideSmallCount = (count: number): CountUnlessSmall => (count < SMALLEST_SUMMARY_COUNT ? null : count);

const summaryFiguresSchema = v.object({
	/** Number of students who chose each option last, in the order of the options. */
	choices: v.array(v.object({ option: v.string(), count: v.nullable(v.number()) })),
	/** Steps at which enough students stopped for their number to be told. */
	stuck: v.array(v.object({ step: v.string(), count: v.number() }))
});
export type SummaryFigures = v.InferOutput<typeof summaryFiguresSchema>;
export const parseSummaryFigures = (input: unknown): SummaryFigures | undefined =>
	parseWithSchema(summaryFiguresSchema, input);

export interface DebateSummaryInWords {
	question: string;
	choices: { title: string; count: CountUnlessSmall }[];
	stuck: { title: string; count: number }[];
	words: string;
}

export interface ContributorAnswer {
	willDo: boolean;
	text: string;
	/** Name of the contributor, as far as the contributor allows it at this moment; empty otherwise. */
	name: string;
}

/** A contributor's answer as the contributor and the class's teachers see it; `answeredAt` distinguishes it from later answers. */
export interface ContributorAnswerWithStatus extends Omit<ContributorAnswer, 'name'> {
	answeredAt: Date;
	isPassed: boolean;
}

interface SentDebateSummary extends DebateSummaryInWords {
	sentAt: Date;
	answer: ContributorAnswerWithStatus | null;
}

export interface TeacherDebateSummary {
	/** Name of the contributor, as far as the contributor allows it; empty otherwise. */
	contributor: string;
	/**
	 * The summary that would be sent now, without the teacher's text; null while too few students have chosen, and once a summary
	 * was sent.
	 */
	draft: DebateSummaryInWords | null;
	sent: SentDebateSummary | null;
}

/** What became of a problem in classes; the contributor learns neither their names nor their schools. */
export interface ProblemOutcomeInClasses {
	/** Number of classes in which somebody began the challenge. */
	classes: CountUnlessSmall;
	summaries: (SentDebateSummary & { id: string })[];
}

export interface DebateSummaryInput {
	choices: readonly MemberDebateChoice[];
	options: readonly string[];
	/** Works on the challenge. `students`: number of authors. `done`: ids of the completed steps. */
	works: readonly { students: number; done: readonly string[] }[];
	steps: readonly Pick<Step, 'id' | 'kind'>[];
}

/** Returns the figures of a summary; undefined when so few students chose that the figures would reveal single ones. */
export function computeSummaryFigures({
	choices,
	options,
	works,
	steps
}: DebateSummaryInput): SummaryFigures | undefined {
	const lastOptionByMember = new Map<string, string | null>();
	for (const moment of ['before', 'after'] as const)
		for (const { member, decision } of choices.filter((choice) => choice.moment === moment))
			lastOptionByMember.set(member, decision.option);
	if (lastOptionByMember.size < SMALLEST_SUMMARY_COUNT) return undefined;
	const chosenOptions = [...lastOptionByMember.values()];
	return {
		choices: options.map((option) => ({
			option,
			count: hideSmallCount(chosenOptions.filter((one) => one === option).length)
		})),
		stuck: steps.flatMap(({ id: step }) => {
			const stoppedWorks = works.filter(({ done }) => findStoppedStep(done, steps) === step);
			const count = hideSmallCount(stoppedWorks.reduce((sum, { students }) => sum + students, 0));
			return count === null ? [] : [{ step, count }];
		})
	};
}

const STEP_KINDS_WITH_TASK: readonly StepKind[] = ['predict', 'tune', 'arrange', 'build'];

/** Returns the step after the last completed one, because “I know this” skips steps; undefined when none is left. */
function findStoppedStep(done: readonly string[], steps: DebateSummaryInput['steps']): string | undefined {
	const ids = steps.filter(({ kind }) => STEP_KINDS_WITH_TASK.includes(kind)).map(({ id }) => id);
	return ids[ids.findLastIndex((id) => done.includes(id)) + 1];
}

const summaryTextSchema = v.pipe(
	v.string(),
	v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
	v.minLength(1),
	v.maxLength(LONGEST_SUMMARY_TEXT)
);
/** Returns the text of a summary or an answer as it is stored; undefined for an empty or too long text. */
export const parseSummaryText = (text: string): string | undefined => parseStorable(summaryTextSchema, text);

/**
 * Returns a pseudonym that a text holds with exactly its capitals, because in small letters an animal or a colour is an ordinary
 * word.
 */
export function findPseudonymIn(text: string, pseudonyms: readonly string[]): string | undefined {
	// Of the characters allowed in pseudonyms, only the full stop has a meaning in regular expressions.
	return pseudonyms.find((name) =>
		new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll('.', '[.]')}(?![\\p{L}\\p{N}])`, 'u').test(text)
	);
}

/** Tells whether a text contains a student's whole position, even with other spaces between its words. */
export function containsWholePosition(text: string, positions: readonly string[]): boolean {
	const [read, ...written] = [text, ...positions].map((one) => one.normalize('NFC').replace(/\s+/g, ' ').trim());
	return written.some((position) => position.length >= SHORTEST_COPIED_POSITION && read?.includes(position) === true);
}

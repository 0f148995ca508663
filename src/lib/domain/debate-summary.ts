/** What a class tells the teller of a problem about its debate, without a figure or word of one student. */
import * as v from 'valibot';
import type { Step, StepKind } from './challenge.ts';
import { FEWEST_SHOWN_POSITIONS, type MemberDebateChoice } from './debate.ts';
import { parse } from './parse.ts';
import { parseStorable } from './storable.ts';

/** Fewer students, or classes, are never counted to a teller: a smaller group could be guessed. */
export const FEWEST_IN_SUMMARY = FEWEST_SHOWN_POSITIONS;
/** Characters: of a teacher's sentences, and of an answer. */
export const LONGEST_SUMMARY_TEXT = 1200;
/** Shorter words of a position stand in anyone's sentences. */
const SHORTEST_COPY = 20;

/** A number of students or classes; null when it is below FEWEST_IN_SUMMARY, also when it is zero. */
export type SummaryCount = number | null;
export const hideSmallCount = (count: number): SummaryCount => (count < FEWEST_IN_SUMMARY ? null : count);

const figuresSchema = v.object({
	/** By option, in order: what each student chose last. */
	choices: v.array(v.object({ option: v.string(), count: v.nullable(v.number()) })),
	/** The steps at which enough students stopped to be counted. */
	stuck: v.array(v.object({ step: v.string(), count: v.number() }))
});
export type SummaryFigures = v.InferOutput<typeof figuresSchema>;
export const parseSummaryFigures = (input: unknown): SummaryFigures | undefined => parse(figuresSchema, input);

/** A summary with its figures in the words of the challenge, as a teller reads it. */
export interface SummaryInWords {
	question: string;
	choices: { title: string; count: SummaryCount }[];
	stuck: { title: string; count: number }[];
	words: string;
}

/** What a teller answers a class, as the class reads it. */
export interface TellerAnswer {
	willDo: boolean;
	text: string;
	/** The name that the teller allows at this moment; empty for none. */
	name: string;
}

/** An answer as its teller and the class's teachers follow it; `answeredAt` tells one from the next. */
export interface FollowedAnswer extends Omit<TellerAnswer, 'name'> {
	answeredAt: Date;
	/** Whether a teacher let the answer pass to the class. */
	isPassed: boolean;
}

interface SentSummary extends SummaryInWords {
	sentAt: Date;
	answer: FollowedAnswer | null;
}

/** A debate's summary on the page of its teachers. */
export interface TeacherDebateSummary {
	/** The name that the teller allows; empty for none. */
	teller: string;
	/** The summary that would be sent now, without the teacher's text; null while too few students chose, and once one was sent. */
	draft: SummaryInWords | null;
	sent: SentSummary | null;
}

/** What became of a problem in classes, of which the teller knows neither name nor school. */
export interface ClassesOfProblem {
	/** In how many classes somebody began the challenge. */
	classes: SummaryCount;
	/** Summaries that were sent, the newest first. */
	summaries: (SentSummary & { id: string })[];
}

export interface DebatedLesson {
	choices: readonly MemberDebateChoice[];
	options: readonly string[];
	/** Works on the challenge: how many students made each, and which steps they completed. */
	works: readonly { students: number; done: readonly string[] }[];
	steps: readonly Pick<Step, 'id' | 'kind'>[];
}

/** Returns undefined where so few chose that the figures would tell of single students. */
export function summaryFiguresOf({ choices, options, works, steps }: DebatedLesson): SummaryFigures | undefined {
	const lastOptionByMember = new Map<string, string | null>();
	for (const moment of ['before', 'after'] as const)
		for (const { member, decision } of choices.filter((choice) => choice.moment === moment))
			lastOptionByMember.set(member, decision.option);
	if (lastOptionByMember.size < FEWEST_IN_SUMMARY) return undefined;
	const chosenOptions = [...lastOptionByMember.values()];
	return {
		choices: options.map((option) => ({
			option,
			count: hideSmallCount(chosenOptions.filter((one) => one === option).length)
		})),
		stuck: steps.flatMap(({ id: step }) => {
			const stoppedWorks = works.filter(({ done }) => stepNotPassed(done, steps) === step);
			const count = hideSmallCount(stoppedWorks.reduce((sum, { students }) => sum + students, 0));
			return count === null ? [] : [{ step, count }];
		})
	};
}

const WORK_STEP_KINDS: readonly StepKind[] = ['predict', 'tune', 'arrange', 'build'];

/** Returns the step of work after the last one that was completed, since “I know this” jumps over some; undefined after the last. */
function stepNotPassed(done: readonly string[], steps: DebatedLesson['steps']): string | undefined {
	const ids = steps.filter(({ kind }) => WORK_STEP_KINDS.includes(kind)).map(({ id }) => id);
	return ids[ids.findLastIndex((id) => done.includes(id)) + 1];
}

const textSchema = v.pipe(
	v.string(),
	v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
	v.minLength(1),
	v.maxLength(LONGEST_SUMMARY_TEXT)
);
/** Returns a teacher's sentences, or an answer, as they are stored; undefined for none and for too long ones. */
export const parseSummaryText = (text: string): string | undefined => parseStorable(textSchema, text);

/** Returns the pseudonym that stands in a text as the class writes it, in its capitals: an animal or a colour is a word too. */
export function findPseudonymIn(text: string, pseudonyms: readonly string[]): string | undefined {
	// Of what a pseudonym may hold, only the full stop means something else in a pattern.
	return pseudonyms.find((name) =>
		new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll('.', '[.]')}(?![\\p{L}\\p{N}])`, 'u').test(text)
	);
}

/** Tells whether a text holds a whole position, however it is spaced. */
export function hasPosition(text: string, positions: readonly string[]): boolean {
	const [read, ...written] = [text, ...positions].map((one) => one.normalize('NFC').replace(/\s+/g, ' ').trim());
	return written.some((position) => position.length >= SHORTEST_COPY && read?.includes(position) === true);
}

import * as v from 'valibot';
import { CHOICE_MOMENTS, LONGEST_POSITION } from '#lib/domain/debate.ts';
import type { ContributorAnswer } from '#lib/domain/debate-summary.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema, parseStorable } from '#lib/domain/parse.ts';
import { decisionSchema } from '#lib/domain/work.ts';
import { syncApi } from './sync.ts';

export const DEBATE_FORMAT = 1;

const sentChoiceSchema = v.strictObject({
	format: v.literal(DEBATE_FORMAT),
	account: idSchema,
	/** Account whose choice it is: the signed-in student, or the other student of their pair, since each chooses alone. */
	by: idSchema,
	/** Moment for which the choice is meant (before or after the talk), so that a late choice is not stored for the other moment. */
	moment: v.picklist(CHOICE_MOMENTS),
	/** The decision; an empty position means that the student keeps the position private. */
	decision: v.pipe(
		decisionSchema,
		v.check(({ position }) => position.length <= LONGEST_POSITION, 'too long'),
		v.check(({ values = {} }) => Object.keys(values).length <= 20, 'too many')
	)
});
export type SentDebateChoice = v.InferOutput<typeof sentChoiceSchema>;

export type OwnDebateChoice = Pick<SentDebateChoice, 'by' | 'moment' | 'decision'>;

const ownChoicesSchema = v.array(
	v.object({ by: idSchema, moment: v.picklist(CHOICE_MOMENTS), decision: decisionSchema })
);

/** Reads a person's own choices, as the server or this browser stored them; none when they are malformed. */
export const parseOwnDebateChoices = (input: unknown): OwnDebateChoice[] =>
	parseWithSchema(ownChoicesSchema, input) ?? [];

export const parseSentDebateChoice = (input: unknown): SentDebateChoice | undefined =>
	parseStorable(sentChoiceSchema, input);

const ownChoicesAnswerSchema = v.object({
	format: syncApi.formatSchema,
	kind: v.literal('choices'),
	choices: v.unknown()
});
const sentChoiceAnswerSchema = v.object({
	format: syncApi.formatSchema,
	/** `late`: the debate no longer takes choices of that moment. */
	kind: v.picklist(['kept', 'late', 'refused']),
	reason: v.optional(v.string())
});

export function parseOwnChoicesAnswer(input: unknown): OwnDebateChoice[] | undefined {
	const answer = parseWithSchema(ownChoicesAnswerSchema, input);
	return answer && parseOwnDebateChoices(answer.choices);
}

export const parseSentChoiceAnswer = (input: unknown) => parseWithSchema(sentChoiceAnswerSchema, input);

const contributorAnswerSchema: v.GenericSchema<unknown, ContributorAnswer> = v.object({
	willDo: v.boolean(),
	text: v.string(),
	name: v.string()
});
const contributorAnswerMessageSchema = v.object({
	format: syncApi.formatSchema,
	kind: v.literal('answer'),
	/** The contributor's answer; null while no teacher has let one pass to the class. */
	answer: v.nullable(contributorAnswerSchema)
});

/** Parses the contributor's answer to the class, or null for none; `undefined` for any other input, such as a refusal. */
export const parseContributorAnswer = (input: unknown): ContributorAnswer | null | undefined =>
	parseWithSchema(contributorAnswerMessageSchema, input)?.answer;

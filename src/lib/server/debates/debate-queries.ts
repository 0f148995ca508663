/** Reads a debate for a class and its teacher, without saying who chose what. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import {
	OWN_OPTION_ID,
	FEWEST_SHOWN_POSITIONS,
	optionFlowsOf,
	CHOICE_MOMENTS,
	debatePhaseOf,
	countChoices,
	type MemberDebateChoice,
	type TeacherDebate
} from '#lib/domain/debate.ts';
import { decisionSchema } from '#lib/domain/work.ts';
import { findPinnedChallengeOutline, type PinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { createHash } from 'node:crypto';

export function shuffledPlaceOf(assignmentId: string, memberId: string): string {
	return createHash('sha256').update(`${assignmentId}\n${memberId}`).digest('base64url').slice(0, 16);
}

const StoredDebateChoice = v.object({
	member: v.string(),
	moment: v.picklist(CHOICE_MOMENTS),
	decision: decisionSchema,
	shown: v.boolean()
});
type StoredDebateChoice = v.InferOutput<typeof StoredDebateChoice>;
/** Milliseconds; the two database engines return large numbers as different types. */
const millisecondsSchema = v.nullable(v.pipe(v.union([v.number(), v.string()]), v.transform(Number)));
const debateRowSchema = v.object({
	hash: v.nullable(v.string()),
	since: millisecondsSchema,
	closed: v.boolean(),
	answered: millisecondsSchema,
	choices: v.nullable(v.array(StoredDebateChoice))
});

/** Returns the debate in one query, or undefined when the assignment is missing or has no decision. */
export async function readDebate(database: Database, assignmentId: string): Promise<TeacherDebate | undefined> {
	const result = await database.execute(sql`
		select challenge_hash as hash, (extract(epoch from debate_since) * 1000)::bigint as since,
			debate_closed_at is not null as closed, (
			select (extract(epoch from passed_at) * 1000)::bigint from debate_summary where assignment_id = assignment.id
		) as answered, (
			select json_agg(json_build_object(
				'member', membership_id, 'moment', moment, 'decision', decision, 'shown', shown))
			from debate_choice where assignment_id = assignment.id
		) as choices
		from assignment where id = ${assignmentId}
	`);
	const [row] = rowsOf(result);
	if (row === undefined) return undefined;
	const { hash, since, closed, answered, choices } = v.parse(debateRowSchema, row);
	const pinnedOutline = await findPinnedChallengeOutline(database, hash);
	if (!pinnedOutline) return undefined;
	return teacherDebateOf(assignmentId, { since, closed, answered }, optionIdsOf(pinnedOutline), choices ?? []);
}

export function optionIdsOf({ decision }: PinnedChallengeOutline): string[] {
	return decision.another.length > 0 ? [...decision.options, OWN_OPTION_ID] : decision.options;
}

function teacherDebateOf(
	assignmentId: string,
	{ since, closed, answered }: Pick<v.InferOutput<typeof debateRowSchema>, 'since' | 'closed' | 'answered'>,
	options: string[],
	choices: StoredDebateChoice[]
): TeacherDebate {
	const phase = debatePhaseOf({ isOpen: since !== null, isClosed: closed });
	const memberChoices: MemberDebateChoice[] = choices;
	const positions = choices
		.filter(({ moment, decision }) => moment === 'before' && decision.position !== '')
		.map(({ member, decision, shown }) => ({
			place: shuffledPlaceOf(assignmentId, member),
			option: decision.option ?? '',
			text: decision.position,
			shown
		}))
		.sort((a, b) => (a.place < b.place ? -1 : 1));
	const shownPositions = positions.filter((position) => position.shown).map(({ option, text }) => ({ option, text }));
	const countAtMoment = (moment: MemberDebateChoice['moment']) =>
		choices.filter((choice) => choice.moment === moment).length;
	return {
		phase,
		since,
		chosen: { before: countAtMoment('before'), after: countAtMoment('after') },
		before: countChoices(memberChoices, 'before', options),
		after: countChoices(memberChoices, 'after', options),
		flows: optionFlowsOf(memberChoices, options),
		// Too few positions would reveal their authors. When a student takes a position back and too few are left, none is shown.
		shown: shownPositions.length < FEWEST_SHOWN_POSITIONS ? [] : shownPositions,
		answerSince: answered,
		// Show no list while positions arrive one by one, because the newest would reveal who has just written it.
		positions: phase === 'choosing' || phase === 'none' ? [] : positions,
		given: positions.length
	};
}

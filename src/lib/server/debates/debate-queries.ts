/** A debate as a class and as its teacher see it. Who chose what is in neither. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import {
	ANOTHER,
	FEWEST_POSITIONS,
	flowsOf,
	MOMENTS,
	debatePhaseOf,
	tally,
	type Choice,
	type LedDebate
} from '../../domain/debate.ts';
import { decisionSchema } from '../../domain/work-parse.ts';
import { pinnedOf, type Pinned } from '../content/pinned.ts';
import type { Database } from '../db/database.ts';
import { rowsOf } from '../db/rows.ts';
import { placeOf } from './shuffle.ts';

const Made = v.object({
	member: v.string(),
	moment: v.picklist(MOMENTS),
	decision: decisionSchema,
	shown: v.boolean()
});
type Made = v.InferOutput<typeof Made>;
const Read = v.object({
	hash: v.nullable(v.string()),
	/** Milliseconds; the two engines give large numbers in different types. */
	since: v.nullable(v.pipe(v.union([v.number(), v.string()]), v.transform(Number))),
	closed: v.boolean(),
	choices: v.nullable(v.array(Made))
});

/** Undefined: there is no such assignment, or nothing to decide in it. One query. */
export async function debateOf(database: Database, assignment: string): Promise<LedDebate | undefined> {
	const result = await database.execute(sql`
		select challenge_hash as hash, (extract(epoch from debate_since) * 1000)::bigint as since,
			debate_closed_at is not null as closed, (
			select json_agg(json_build_object(
				'member', membership_id, 'moment', moment, 'decision', decision, 'shown', shown))
			from debate_choice where assignment_id = assignment.id
		) as choices
		from assignment where id = ${assignment}
	`);
	const [row] = rowsOf(result);
	if (row === undefined) return undefined;
	const { hash, since, closed, choices } = v.parse(Read, row);
	const pinned = await pinnedOf(database, hash);
	if (!pinned) return undefined;
	return ledOf(assignment, { since, closed }, optionsOf(pinned), choices ?? []);
}

/** What a student may choose between. */
export function optionsOf({ decision }: Pinned): string[] {
	return decision.another.length > 0 ? [...decision.options, ANOTHER] : decision.options;
}

function ledOf(
	assignment: string,
	{ since, closed }: Pick<v.InferOutput<typeof Read>, 'since' | 'closed'>,
	options: string[],
	choices: Made[]
): LedDebate {
	const phase = debatePhaseOf({ isOpen: since !== null, isClosed: closed });
	const plain: Choice[] = choices;
	const positions = choices
		.filter(({ moment, decision }) => moment === 'before' && decision.position !== '')
		.map(({ member, decision, shown }) => ({
			place: placeOf(assignment, member),
			option: decision.option ?? '',
			text: decision.position,
			shown
		}))
		.sort((a, b) => (a.place < b.place ? -1 : 1));
	const shown = positions.filter((position) => position.shown).map(({ option, text }) => ({ option, text }));
	const count = (moment: Choice['moment']) => choices.filter((choice) => choice.moment === moment).length;
	return {
		phase,
		since,
		chosen: { before: count('before'), after: count('after') },
		before: tally(plain, 'before', options),
		after: tally(plain, 'after', options),
		flows: flowsOf(plain, options),
		// One that was taken back leaves fewer: then none.
		shown: shown.length < FEWEST_POSITIONS ? [] : shown,
		// While they come in one by one, the newest would be that of whoever just looked up.
		positions: phase === 'choosing' || phase === 'none' ? [] : positions,
		given: positions.length
	};
}

import type { RosterMistake, RefusedRoster } from '#lib/domain/roster.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NamedClassListObstacle } from './named-list.svelte.ts';

export interface RosterExplanation {
	summary: string;
	lines: string[];
}

export function explainRosterRefusal(refused: RefusedRoster): RosterExplanation {
	if (refused.kind === 'refused') return { summary: ROSTER_REFUSAL_SUMMARIES[refused.reason](), lines: [] };
	return { summary: m.roster_mistakes(), lines: refused.mistakes.map(describeRosterMistake) };
}

const ROSTER_REFUSAL_SUMMARIES = {
	empty: m.roster_empty,
	'too-many': m.roster_too_many,
	'too-long': m.roster_too_long
};

export const ROSTER_REASON_TEXTS: Record<RosterMistake['reason'], () => string> = {
	empty: m.roster_line_empty,
	long: m.roster_line_long,
	characters: m.roster_line_characters,
	twice: m.roster_line_twice,
	columns: m.roster_line_columns,
	half: m.roster_line_half,
	name: m.roster_line_name,
	'name-long': m.roster_line_name_long
};

export const explainClassListObstacle = (obstacle: NamedClassListObstacle): string =>
	obstacle.kind === 'class' ? m.list_class_missing() : m.list_pseudonyms_to_mend({ count: obstacle.count });

const describeRosterMistake = ({ line, text, reason }: RosterMistake): string =>
	m.roster_line({ line, text, reason: ROSTER_REASON_TEXTS[reason]() });

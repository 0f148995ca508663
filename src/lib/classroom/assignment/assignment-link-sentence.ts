import type { Assignment } from '#lib/domain/assignment.ts';
import type { Language } from '#lib/domain/language.ts';
import { formatJoinCode } from '#lib/domain/school-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { fullDateText } from './dates.ts';

interface AssignmentLink {
	assignment: Pick<Assignment, 'id' | 'title' | 'opensAt' | 'dueAt'>;
	/** Origin (scheme and host) at which students open Braise. */
	origin: string;
	joinCode: string;
}

/** Without a language, so that each student gets their own; with the join code, so that nobody has to type it. */
const buildAssignmentLink = (assignment: Pick<Assignment, 'id'>, origin: string, joinCode: string): string =>
	`${origin}/assignments/${assignment.id}?code=${joinCode}`;

export function assignmentLinkSentence({ assignment, origin, joinCode }: AssignmentLink, language: Language): string {
	const { title, opensAt, dueAt } = assignment;
	const as = { locale: language };
	const lines = [
		dueAt
			? m.link_sentence_due({ title: title[language], when: fullDateText(dueAt, language) }, as)
			: m.link_sentence({ title: title[language] }, as),
		...(opensAt ? [m.link_sentence_opens({ when: fullDateText(opensAt, language) }, as)] : []),
		buildAssignmentLink(assignment, origin, joinCode),
		m.link_sentence_code({ code: formatJoinCode(joinCode) }, as)
	];
	return lines.join('\n');
}

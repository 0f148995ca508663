/** Reads the forms in which a teller answers about a shown version. */
import { parseJson } from '#lib/domain/parse.ts';
import { parseFactReason } from '#lib/domain/showing.ts';
import { readFormText } from '#lib/server/http/form.ts';
import type { FactMark } from './teller-answers.ts';

/** Upper limit of characters of a proposal's JSON; the largest valid proposal is shorter. */
const LONGEST_PROPOSAL_CHARACTERS = 30_000;

export function readProposalForm(form: FormData): { hash: string; content: unknown } {
	const content = form.get('content');
	const hash = readFormText(form, 'hash');
	const isReadable = typeof content === 'string' && content.length <= LONGEST_PROPOSAL_CHARACTERS;
	return { hash, content: isReadable ? parseJson(content) : undefined };
}

/**
 * Reads a teller's answers about facts; undefined when a reason cannot be read. A fact can be marked wrong without a reason,
 * because the mark matters most, and the maker can ask why.
 */
export function readFactMarksForm(form: FormData): { hash: string; answers: Map<string, FactMark> | undefined } {
	const hash = readFormText(form, 'hash');
	const answers = new Map<string, FactMark>();
	for (const name of form.keys()) {
		const [, fact] = /^fact-([0-9a-f]{16})$/.exec(name) ?? [];
		const choice = readFormText(form, name);
		if (fact === undefined || (choice !== 'true' && choice !== 'wrong')) continue;
		const text = choice === 'wrong' ? readFormText(form, `reason-${fact}`) : '';
		const reason = text.trim() === '' ? '' : parseFactReason(text);
		if (reason === undefined) return { hash, answers: undefined };
		answers.set(fact, { isTrue: choice === 'true', reason });
	}
	return { hash, answers };
}

/** Reads the forms with which a teller answers to a shown version. */
import { parseReason } from '#lib/domain/showing.ts';
import { formText } from '#lib/server/http/form.ts';

/** Characters; a full proposal has fewer. */
const LONGEST_CONTENT = 30_000;

export function proposalIn(form: FormData): { hash: string; content: unknown } {
	const content = form.get('content');
	const hash = formText(form, 'hash');
	if (typeof content !== 'string' || content.length > LONGEST_CONTENT) return { hash, content: undefined };
	try {
		return { hash, content: JSON.parse(content) as unknown };
	} catch {
		return { hash, content: undefined };
	}
}

/** A fact that is called wrong without a reason is left as it was. */
export function factsIn(form: FormData): { hash: string; answers: Map<string, { reason: string | undefined }> } {
	const answers = new Map<string, { reason: string | undefined }>();
	for (const name of form.keys()) {
		const [, fact] = /^fact-([0-9a-f]{16})$/.exec(name) ?? [];
		if (fact === undefined) continue;
		const choice = formText(form, name);
		const reason = choice === 'wrong' ? parseReason(formText(form, `reason-${fact}`)) : undefined;
		if (choice === 'true' || reason !== undefined) answers.set(fact, { reason });
	}
	return { hash: formText(form, 'hash'), answers };
}

import type { ProblemStateKind } from '#lib/domain/problem-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDay } from '#lib/ui/when.ts';

interface WhoseTurnSources {
	state: ProblemStateKind;
	answerDueAt: Date | null;
	contact: string;
	messages: { side: 'teller' | 'house' }[];
	demo: { shown: { hash: string } | null; approval: { hash: string } | null };
	classes: { summaries: { answer: object | null }[] } | null;
}

/** Returns the confirmation of a contributor's message, called an answer only if a teacher or curator wrote before. */
export const writeMessageConfirmation = (messages: WhoseTurnSources['messages']): string =>
	messages.some(({ side }) => side === 'house') ? m.follow_answered() : m.follow_written();

/** Returns the sentence below the page's heading. `makerName`: name of the teacher who claimed the problem. */
export function explainWhoseTurn(
	{ state, answerDueAt, contact, messages, demo, classes }: WhoseTurnSources,
	makerName: string
): string {
	const lastSide = messages.at(-1)?.side;
	if (classes?.summaries.some(({ answer }) => answer === null)) return m.follow_classes_turn();
	if (answerDueAt) {
		const dueText = m.follow_due({ date: formatDay(answerDueAt, getLocale()) });
		// Once a version is shown, the contributor may have sent remarks about it after the last message.
		return lastSide === 'teller' && !demo.shown ? `${writeMessageConfirmation(messages)} ${dueText}` : dueText;
	}
	if (demo.shown && demo.approval?.hash !== demo.shown.hash) return m.demo_turn();
	if (lastSide === 'house') return m.follow_your_turn();
	if (state !== 'claimed' || demo.shown) return m.follow_nobody();
	return contact === '' ? m.follow_making_unreached({ name: makerName }) : m.follow_making({ name: makerName });
}

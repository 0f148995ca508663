/** A student's browser that hands in, and looks until the verdict is there. */
import { setTimeout as pause } from 'node:timers/promises';
import { HAND_IN_FORMAT, parseHandInAnswer, type SentHandIn } from '../../../src/lib/domain/hand-in.ts';
import { parseOwnSubmissions } from '../../../src/lib/domain/own-submission.ts';
import type { SignedIn } from '../signed-in.ts';
import { versionOf, workOf } from './works.ts';

/**
 * Milliseconds, which a verdict's time may be too long by. A browser is told by its stream and looks once; a whole class that looks 25 times
 * a second measures the looking.
 */
const LOOK = 200;
const PATIENCE = 60_000;

export class Author {
	readonly #address: string;
	readonly #student: SignedIn;

	constructor(base: string, assignment: string, student: SignedIn) {
		this.#address = `${base}/api/assignments/${assignment}/submissions`;
		this.#student = student;
	}

	/** Milliseconds until its verdict was read; null: it never came, or not once. */
	async handIn(): Promise<number | null> {
		const { account, cookie } = this.#student;
		const sent: SentHandIn = {
			format: HAND_IN_FORMAT,
			account,
			id: crypto.randomUUID(),
			work: workOf(account),
			version: versionOf(account),
			replaces: null,
			prediction: '100',
			report: []
		};
		const began = performance.now();
		const response = await fetch(this.#address, {
			method: 'POST',
			headers: { 'content-type': 'application/json', cookie },
			body: JSON.stringify(sent)
		});
		const answer = parseHandInAnswer(await response.json().catch(() => undefined));
		if (answer?.kind !== 'handed-in') return null;
		while (performance.now() - began < PATIENCE) {
			const listed = await fetch(this.#address, { headers: { cookie } });
			const told = parseOwnSubmissions(await listed.json().catch(() => undefined));
			if (told?.kind === 'submissions' && told.submissions.length !== 1) return null;
			if (told?.kind === 'submissions' && told.submissions[0]?.verdict) return performance.now() - began;
			await pause(LOOK);
		}
		return null;
	}
}

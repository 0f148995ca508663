/**
 * Hands in what waits, and takes back. Each has an id of its own, made when its author asked: a lost network delays it, a lost answer has
 * it sent again, and the server does it once. The work goes first.
 */
import { parseHandInAnswer, passesByItself, type HandInRefusal } from '../../domain/hand-in.ts';
import { readAssignment } from '../assignments.ts';
import { answerWaiting, waitingHandIns, type WaitingHandIn } from '../hand-ins.ts';

const SHORTEST_WAIT = 2000;
const LONGEST_WAIT = 60_000;
/** Longer than a slow line needs. */
const PATIENCE = 20_000;

export interface HandInSenderOptions {
	account: string;
	/** Sends what the server lacks of a work. Resolves when that was tried. */
	flush: (work: string) => Promise<void>;
	/** The server has answered: what waits of this assignment is done, or refused. */
	onanswer: (waiting: WaitingHandIn) => void;
	fetching?: typeof fetch;
	random?: () => number;
}

export interface HandInSender {
	/** Tries at once. Resolves when that was tried. */
	send(): Promise<void>;
	stop(): void;
}

export function createHandInSender({ account, flush, onanswer, ...options }: HandInSenderOptions): HandInSender {
	const fetching = options.fetching ?? ((...request) => fetch(...request));
	const random = options.random ?? Math.random;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failures = 0;
	let stopped = false;
	let running: Promise<void> | null = null;
	let asked = false;

	async function rounds(): Promise<void> {
		do {
			asked = false;
			await round();
		} while (asked && !stopped);
	}

	async function round(): Promise<void> {
		clearTimeout(timer);
		let left = false;
		for (const waiting of await waitingHandIns(account)) {
			if (stopped) return;
			if (waiting.refused !== null) continue;
			const isReady = waiting.act === 'take-back' || (await ready(waiting));
			const answered = isReady ? await ask(waiting) : 'later';
			if (stopped) return;
			if (answered === 'later') {
				left = true;
				continue;
			}
			await answerWaiting(account, waiting, answered);
			onanswer(waiting);
		}
		failures = left ? failures + 1 : 0;
		if (!left) return;
		const wait = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** (failures - 1));
		timer = setTimeout(() => void send(), wait * (0.5 + random() / 2));
	}

	/** The work is there, and the server has heard that it belongs to the assignment: it would refuse another for good. */
	async function ready({ assignment, sent }: WaitingHandIn): Promise<boolean> {
		await flush(sent.work);
		const kept = await readAssignment(account, assignment);
		return kept?.bound !== false || kept.work !== sent.work;
	}

	/** Null: it is done. `later`: nothing that could be believed was answered, or what may do better later. */
	async function ask({ assignment, act, sent }: WaitingHandIn): Promise<HandInRefusal | null | 'later'> {
		const address = `/api/assignments/${encodeURIComponent(assignment)}/submissions`;
		const request: [string, RequestInit] =
			act === 'hand-in'
				? [address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }]
				: [
						`${address}/${encodeURIComponent(sent.id)}?${new URLSearchParams({ account }).toString()}`,
						{ method: 'DELETE' }
					];
		const response = await fetching(request[0], {
			...request[1],
			redirect: 'manual',
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE)
		}).catch(() => undefined);
		const answer = parseHandInAnswer(await response?.json().catch(() => undefined));
		if (answer === undefined) return 'later';
		if (answer.kind !== 'refused') return null;
		return passesByItself(answer.reason) || isAboutThePerson(answer.reason) ? 'later' : answer.reason;
	}

	function send(): Promise<void> {
		asked = true;
		return (running ??= rounds().finally(() => (running = null)));
	}

	return {
		send,
		stop() {
			stopped = true;
			clearTimeout(timer);
		}
	};
}

/** They sign in again, and it goes on. */
const isAboutThePerson = (reason: HandInRefusal): boolean => reason === 'signed-out' || reason === 'other-person';

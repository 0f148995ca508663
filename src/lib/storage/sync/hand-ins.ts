/** Sends waiting hand-ins and take-backs until the server answers; the work itself is sent first. */
import { parseHandInAnswer, passesByItself, type HandInRefusal } from '#lib/domain/hand-in.ts';
import { readAssignment } from '../assignments.ts';
import { answerWaiting, waitingHandIns, type WaitingHandIn } from '../hand-ins.ts';

const SHORTEST_WAIT = 2000;
const LONGEST_WAIT = 60_000;
/** Milliseconds to wait for an answer, even on a slow connection. */
const PATIENCE = 20_000;

export interface HandInSenderOptions {
	account: string;
	/** Sends the unsent versions of a work. Resolves after the attempt. */
	flush: (work: string) => Promise<void>;
	/** Called when the server has answered: the hand-in is done or refused. */
	onanswer: (waiting: WaitingHandIn) => void;
	fetching?: typeof fetch;
	random?: () => number;
}

export interface HandInSender {
	/** Tries at once. Resolves after the attempt. */
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

	/** Resolves to whether the work was sent and bound to the assignment; the server would refuse an unbound one for good. */
	async function ready({ assignment, sent }: WaitingHandIn): Promise<boolean> {
		await flush(sent.work);
		const kept = await readAssignment(account, assignment);
		return kept?.bound !== false || kept.work !== sent.work;
	}

	/** Resolves to null when done, or `later` for an unusable answer or a refusal that may pass. */
	async function ask({ assignment, act, sent }: WaitingHandIn): Promise<HandInRefusal | null | 'later'> {
		const submissions = `/api/assignments/${encodeURIComponent(assignment)}/submissions`;
		const address = act === 'hand-in' ? submissions : `${submissions}/${encodeURIComponent(sent.id)}`;
		const request: RequestInit =
			act === 'hand-in'
				? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }
				: { method: 'DELETE' };
		const response = await fetching(`${address}?${new URLSearchParams({ account }).toString()}`, {
			...request,
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

/** These refusals pass once the person signs in again. */
const isAboutThePerson = (reason: HandInRefusal): boolean => reason === 'signed-out' || reason === 'other-person';

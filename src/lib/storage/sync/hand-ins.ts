import { parseHandInAnswer, isTemporaryHandInRefusal, type HandInRefusal } from '#lib/wire/hand-in.ts';
import { readAssignment } from '../assignments.ts';
import { recordHandInAnswer, readWaitingHandIns, type WaitingHandIn } from '../hand-ins.ts';
import { isRefusalAboutPerson } from './refusals.ts';
import { sendWorkBinding } from './work-binding.ts';

const SHORTEST_RETRY_WAIT_MS = 2000;
const LONGEST_RETRY_WAIT_MS = 60_000;
const SERVER_ANSWER_LIMIT_MS = 20_000;

export interface HandInSenderOptions {
	account: string;
	/** Sends the unsent versions of a work. Resolves after the attempt, whether it succeeded or not. */
	sendWork: (workId: string) => Promise<void>;
	/** Resolves to whether a version still waits to be sent; false for a work that is no longer here. */
	isVersionUnsent?: (workId: string, versionId: string) => Promise<boolean>;
	/**
	 * Called when the server has done or refused the request. `ownSubmissions`: the student's submissions in the answer to a
	 * hand-in, for `parseOwnSubmissions`.
	 */
	onanswer: (waiting: WaitingHandIn, ownSubmissions: unknown) => void;
	fetchFunction?: typeof fetch;
	random?: () => number;
}

interface FinalHandInAnswer {
	/** The server's refusal; null when the request is done. */
	refusal: HandInRefusal | null;
	ownSubmissions?: unknown;
}

export interface HandInSender {
	send(): Promise<void>;
	stop(): void;
}

export function createHandInSender({ account, sendWork, onanswer, ...options }: HandInSenderOptions): HandInSender {
	const fetchFunction = options.fetchFunction ?? ((...request) => fetch(...request));
	const random = options.random ?? Math.random;
	const isVersionUnsent = options.isVersionUnsent ?? (() => Promise.resolve(false));
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failedAttemptCount = 0;
	let isStopped = false;
	let runningAttempt: Promise<void> | null = null;
	let isAskedAgain = false;

	async function sendUntilDone(): Promise<void> {
		do {
			isAskedAgain = false;
			await sendOnce();
		} while (isAskedAgain && !isStopped);
	}

	async function sendOnce(): Promise<void> {
		clearTimeout(timer);
		let hasUnanswered = false;
		for (const waitingHandIn of await readWaitingHandIns(account)) {
			if (isStopped) return;
			if (waitingHandIn.refused !== null) continue;
			const isReady = waitingHandIn.act === 'take-back' || (await prepareWork(waitingHandIn));
			const answer = isReady ? await askServer(waitingHandIn) : 'later';
			if (isStopped) return;
			if (answer === 'later') {
				hasUnanswered = true;
				continue;
			}
			await recordHandInAnswer(account, waitingHandIn, answer.refusal);
			onanswer(waitingHandIn, answer.ownSubmissions);
		}
		failedAttemptCount = hasUnanswered ? failedAttemptCount + 1 : 0;
		if (!hasUnanswered) return;
		const waitMilliseconds = Math.min(LONGEST_RETRY_WAIT_MS, SHORTEST_RETRY_WAIT_MS * 2 ** (failedAttemptCount - 1));
		timer = setTimeout(() => void send(), waitMilliseconds * (0.5 + random() / 2));
	}

	/**
	 * Sends the work, and its binding if the assignment's page could not. Resolves to whether the hand-in may follow: the server
	 * would refuse an unbound work for good. After a refused binding the hand-in follows too, because its answer says why.
	 */
	async function prepareWork({ assignment, sent }: WaitingHandIn): Promise<boolean> {
		await sendWork(sent.work);
		// Wait while another tab sends the work or the sender pauses, because the server refuses an unknown version for good.
		if (await isVersionUnsent(sent.work, sent.version)) return false;
		const storedAssignment = await readAssignment(account, assignment);
		if (storedAssignment?.bound !== false || storedAssignment.work !== sent.work) return true;
		const binding = { assignmentId: assignment, account, workId: sent.work, instead: storedAssignment.instead };
		return (await sendWorkBinding(binding, AbortSignal.timeout(SERVER_ANSWER_LIMIT_MS), fetchFunction)) !== 'later';
	}

	/** Sends one request. Resolves to `later` for an unusable answer or a temporary refusal. */
	async function askServer({ assignment, act, sent }: WaitingHandIn): Promise<FinalHandInAnswer | 'later'> {
		const submissionsAddress = `/api/assignments/${encodeURIComponent(assignment)}/submissions`;
		const address = act === 'hand-in' ? submissionsAddress : `${submissionsAddress}/${encodeURIComponent(sent.id)}`;
		const request: RequestInit =
			act === 'hand-in'
				? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }
				: { method: 'DELETE' };
		const response = await fetchFunction(`${address}?${new URLSearchParams({ account }).toString()}`, {
			...request,
			redirect: 'manual',
			cache: 'no-store',
			signal: AbortSignal.timeout(SERVER_ANSWER_LIMIT_MS)
		}).catch(() => undefined);
		const answer = parseHandInAnswer(await response?.json().catch(() => undefined));
		if (answer === undefined) return 'later';
		if (answer.kind === 'taken-back') return { refusal: null };
		if (answer.kind === 'handed-in') return { refusal: null, ownSubmissions: answer.ownSubmissions };
		const isLastWord = !isTemporaryHandInRefusal(answer.reason) && !isRefusalAboutPerson(answer.reason);
		return isLastWord ? { refusal: answer.reason } : 'later';
	}

	function send(): Promise<void> {
		isAskedAgain = true;
		return (runningAttempt ??= sendUntilDone().finally(() => (runningAttempt = null)));
	}

	return {
		send,
		stop() {
			isStopped = true;
			clearTimeout(timer);
		}
	};
}

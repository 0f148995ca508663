/** Sends unsent works while a page is open, with increasing pauses after failures. */
import { newId } from '#lib/domain/identity.ts';
import type { SentWork } from '#lib/domain/sync.ts';
import type { Change } from '../channel.ts';
import type { Storage } from '../storage.ts';
import { blocksEveryWork, troubleReason } from './refusals.ts';
import { rememberSentOnClosing } from './sent-on-closing.ts';
import type { Server } from './server.ts';
import type { Trouble, TroubleReason } from './trouble.ts';

/** Milliseconds between sends of one work; step changes and leaving the page send at once. */
const GAP = 30_000;
/** Delay after the first edit in a while, so a single change soon reaches the server. */
const FIRST = 4000;
/** Longer than a send takes. After a sending tab closes, the others wait this long. */
const LEASE = 15_000;
const SHORTEST_WAIT = 2000;
const LONGEST_WAIT = 120_000;
/** Delay before a removal is sent, in which it can be undone. */
const REGRET = 30_000;
/** Delay after an edit until a request is prepared for when the page closes. */
const READY = 300;
/** Limits how often one send repeats when the server keeps asking again. */
const MOST_ROUNDS = 4;

export interface SenderOptions {
	account: string;
	storage: Storage;
	server: Server;
	/** Monotonic milliseconds from any origin. */
	now?: () => number;
	random?: () => number;
	ontrouble: (trouble: Trouble | null) => void;
	/** Percentage of the account's quota in use. */
	onroom?: (taken: number) => void;
	/** Versions of a work that the server needs besides the head. */
	wanted?: (work: string) => Promise<string[]>;
}

export interface Sender {
	/** Sends one work or all. Resolves after the attempt. */
	flush(work?: string): Promise<void>;
	/** Called when the page is left: sends prepared requests without waiting for answers. */
	leave(): void;
	/** Called when the network is back or someone has signed in again. */
	retry(): Promise<void>;
	stop(): void;
}

export function createSender({ account, storage, server, ontrouble, ...options }: SenderOptions): Sender {
	// Monotonic, because the system clock may be corrected during a lesson.
	const now = options.now ?? (() => performance.now());
	const random = options.random ?? Math.random;
	const wanted = options.wanted ?? (() => Promise.resolve([]));
	const onroom = options.onroom ?? (() => undefined);
	const { outbox } = storage;
	const holder = holderOfTab();
	const due = new Map<string, number>();
	const lastSent = new Map<string, number>();
	const ready = new Map<string, SentWork>();
	const readying = new Map<string, ReturnType<typeof setTimeout>>();
	let failures = 0;
	/** After a failure, nothing is sent before this time. */
	let pausedUntil = 0;
	let running: Promise<void> | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stopped = false;
	let trouble: Trouble | null = null;

	function say(next: Trouble | null): void {
		if (trouble?.reason === next?.reason && trouble?.work === next?.work) return;
		trouble = next;
		ontrouble(next);
		storage.tell({ kind: 'trouble', trouble: next });
	}

	function plan(work: string, at: number): void {
		due.set(work, Math.min(due.get(work) ?? Infinity, at));
		wake();
	}

	function wake(): void {
		clearTimeout(timer);
		if (stopped || due.size === 0) return;
		const at = Math.max(pausedUntil, Math.min(...due.values()));
		timer = setTimeout(() => void work(), Math.max(0, at - now()));
	}

	function work(): Promise<void> {
		return (running ??= sendDue().finally(() => {
			running = null;
			wake();
		}));
	}

	async function sendDue(): Promise<void> {
		for (const [id, at] of [...due]) {
			if (stopped || at > now() || now() < pausedUntil) continue;
			if (!(await outbox.lease(holder, LEASE))) {
				// Another tab is sending. Its lease expires if it closes.
				pausedUntil = now() + LEASE / 3;
				return;
			}
			due.delete(id);
			const goOn = await send(id);
			await outbox.lease(holder, 0);
			if (!goOn) return;
		}
	}

	/** Resolves to false when nothing more should be tried for now. */
	async function send(id: string): Promise<boolean> {
		for (let round = 1; round <= MOST_ROUNDS; round++) {
			const sent = await outbox.compose(account, id, true, await wanted(id));
			if (sent === null || 'kind' in sent) break;
			const answer = await server.put(sent);
			if (stopped) return false;
			if (answer.kind === 'unanswered') return fail(id, answer.reason);
			if (answer.kind === 'refused' && answer.reason === 'too-often') return later(id, answer.seconds);
			if (answer.kind === 'stored') onroom(answer.taken ?? 0);
			lastSent.set(id, now());
			const outcome = await outbox.answered(sent, answer);
			ready.delete(id);
			if (outcome.kind === 'failed') break;
			if (outcome.kind === 'refused') {
				if (blocksEveryWork(outcome.reason)) return fail(id, troubleReason(outcome.reason));
				say({ reason: troubleReason(outcome.reason), work: id });
				return true;
			}
			failures = 0;
			if (trouble?.work === null || trouble?.work === id) say(null);
			announce(storage, id, outcome);
			if (outcome.kind !== 'again') {
				// Continue while more versions wait besides the head.
				const more = await outbox.compose(account, id, false, await wanted(id));
				if (more === null || 'kind' in more) break;
			}
		}
		return true;
	}

	function fail(id: string, reason: TroubleReason): false {
		failures++;
		const longest = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** (failures - 1));
		pausedUntil = now() + longest * (0.5 + random() / 2);
		due.set(id, now());
		say({ reason, work: null });
		return false;
	}

	/** The server is busy and asks for a delay, which is not a trouble to report. */
	function later(id: string, seconds = LONGEST_WAIT / 1000): false {
		pausedUntil = now() + seconds * 1000 * (1 + random() / 2);
		due.set(id, now());
		return false;
	}

	async function prepare(id: string): Promise<void> {
		const sent = await outbox.compose(account, id, false);
		if (sent === null || 'kind' in sent) ready.delete(id);
		else ready.set(id, sent);
	}

	function heard(change: Change): void {
		if (change.kind === 'trouble') return ontrouble((trouble = change.trouble));
		if (change.kind === 'removed') return void setTimeout(() => void sendRemovals(), REGRET);
		if (change.kind === 'sent') {
			lastSent.set(change.work, now());
			ready.delete(change.work);
			return;
		}
		if (change.kind !== 'saved') return;
		clearTimeout(readying.get(change.work));
		readying.set(
			change.work,
			setTimeout(() => void prepare(change.work), READY)
		);
		const last = lastSent.get(change.work) ?? -Infinity;
		plan(change.work, change.sealed ? now() : Math.max(now() + FIRST, last + GAP));
	}

	async function sendRemovals(): Promise<void> {
		const removals = await outbox.removals();
		if (!Array.isArray(removals)) return;
		for (const id of removals) {
			if (stopped) return;
			const answer = await server.remove(account, id);
			const gone = answer.kind === 'removed' || (answer.kind === 'refused' && answer.reason === 'absent');
			if (gone) await outbox.forget(id);
		}
	}

	async function flush(id?: string): Promise<void> {
		await running;
		const waiting = id === undefined ? await outbox.waiting(account) : [id];
		if (Array.isArray(waiting)) for (const one of waiting) due.set(one, 0);
		await work();
	}

	async function retry(): Promise<void> {
		// An attempt that began without the network may still fail, and would pause again.
		await running;
		pausedUntil = 0;
		await flush();
	}

	const unsubscribe = storage.subscribe(heard);
	void flush().then(sendRemovals);

	return {
		flush,
		retry,
		leave() {
			for (const [id, sent] of ready) {
				if (!server.putLast(sent)) continue;
				ready.delete(id);
				rememberSentOnClosing(sent.head);
			}
		},
		stop() {
			stopped = true;
			clearTimeout(timer);
			for (const one of readying.values()) clearTimeout(one);
			unsubscribe();
		}
	};
}

/** Identifies the tab across reloads, so it keeps its lease. */
function holderOfTab(): string {
	try {
		const kept = sessionStorage.getItem('braise.sender') ?? newId();
		sessionStorage.setItem('braise.sender', kept);
		return kept;
	} catch {
		return newId();
	}
}

type Announced = { kind: 'sent' | 'newer' | 'parted'; version: string } | { kind: 'again' | 'refused' | 'failed' };

export function announce(storage: Storage, work: string, outcome: Announced): void {
	if (outcome.kind === 'sent') storage.tell({ kind: 'sent', work, version: outcome.version });
	if (outcome.kind === 'parted') storage.tell({ kind: 'parted', work, version: outcome.version });
	if (outcome.kind !== 'newer') return;
	storage.tell({ kind: 'saved', work, version: outcome.version, main: true });
	storage.tell({ kind: 'sent', work, version: outcome.version });
}

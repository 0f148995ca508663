import type { SentWork } from '#lib/wire/sync.ts';
import type { Outbox } from './outbox.ts';
import { rememberVersionSentOnClosing } from './sent-on-closing.ts';
import type { WorkServerClient } from './server.ts';

const PREPARE_DELAY_MS = 300;

export class PreparedRequests {
	readonly #account: string;
	readonly #outbox: Outbox;
	readonly #requests = new Map<string, SentWork>();
	readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

	constructor(account: string, outbox: Outbox) {
		this.#account = account;
		this.#outbox = outbox;
	}

	prepareAfterEdits(workId: string): void {
		clearTimeout(this.#timers.get(workId));
		this.#timers.set(
			workId,
			setTimeout(() => void this.#prepare(workId), PREPARE_DELAY_MS)
		);
	}

	/** Drops the work's prepared request, because the server has the work. */
	dropRequest(workId: string): void {
		this.#requests.delete(workId);
	}

	send(server: WorkServerClient): void {
		for (const [work, request] of this.#requests) {
			if (!server.putOnClosing(request)) continue;
			this.#requests.delete(work);
			rememberVersionSentOnClosing(request.head);
		}
	}

	stop(): void {
		for (const timer of this.#timers.values()) clearTimeout(timer);
	}

	async #prepare(workId: string): Promise<void> {
		const request = await this.#outbox.composeRequest(this.#account, workId, false);
		if (request === null || 'kind' in request) this.#requests.delete(workId);
		else this.#requests.set(workId, request);
	}
}

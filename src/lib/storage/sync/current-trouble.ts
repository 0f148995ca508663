import type { SyncTrouble, SyncTroubleReason } from './trouble.ts';
import type { WorkStorage } from '../storage.ts';

type AnnouncedSyncResult =
	| { kind: 'sent' | 'newer' | 'parted'; version: string }
	| { kind: 'again' | 'refused' | 'failed' };

export function announceSyncResult(storage: WorkStorage, workId: string, outcome: AnnouncedSyncResult): void {
	if (outcome.kind === 'sent') storage.announce({ kind: 'sent', work: workId, version: outcome.version });
	if (outcome.kind === 'parted') storage.announce({ kind: 'parted', work: workId, version: outcome.version });
	if (outcome.kind !== 'newer') return;
	storage.announce({ kind: 'saved', work: workId, version: outcome.version, main: true });
	storage.announce({ kind: 'sent', work: workId, version: outcome.version });
}

export class CurrentSyncTrouble {
	#trouble: SyncTrouble | null = null;
	readonly #worksWithoutRoom = new Set<string>();
	readonly #onchange: (trouble: SyncTrouble | null) => void;

	constructor(onchange: (trouble: SyncTrouble | null) => void) {
		this.#onchange = onchange;
	}

	begin(reason: SyncTroubleReason, work: string | null): void {
		this.#change({ reason, work });
	}

	/** A full account is shown as a trouble of every work, because works are refused one after the other. */
	beginRefusal(reason: SyncTroubleReason, work: string): void {
		if (reason === 'account-full') this.#worksWithoutRoom.add(work);
		this.begin(reason, reason === 'account-full' ? null : work);
	}

	/** Ends the troubles that cannot persist once the server has stored a version of a work. */
	endByStoredVersion(work: string): void {
		this.#worksWithoutRoom.delete(work);
		this.endCommonTrouble();
		this.endTroubleOf(work);
	}

	/** Ends a trouble of every work, except that of a full account for which a work is still refused. */
	endCommonTrouble(): void {
		const isStillFull = this.#trouble?.reason === 'account-full' && this.#worksWithoutRoom.size > 0;
		if (this.#trouble?.work === null && !isStillFull) this.#change(null);
	}

	endTroubleOf(work: string): void {
		if (this.#trouble?.work === work) this.#change(null);
	}

	forgetWork(work: string): void {
		const hadNoRoom = this.#worksWithoutRoom.delete(work);
		this.endTroubleOf(work);
		if (this.#worksWithoutRoom.size === 0) {
			if (hadNoRoom && this.#trouble?.reason === 'account-full') this.#change(null);
		} else if (this.#trouble === null) {
			// The other tab ended the trouble of a full account, because it does not know which works were refused in this tab.
			this.begin('account-full', null);
		}
	}

	takeOverTrouble(trouble: SyncTrouble | null): void {
		this.#trouble = trouble;
	}

	#change(trouble: SyncTrouble | null): void {
		if (this.#trouble?.reason === trouble?.reason && this.#trouble?.work === trouble?.work) return;
		this.#trouble = trouble;
		this.#onchange(trouble);
	}
}

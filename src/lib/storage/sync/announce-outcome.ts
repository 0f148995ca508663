/** Tells all pages of this browser the result of a send or a fetch. */
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

import * as v from 'valibot';

const SYNC_TROUBLE_REASONS = [
	'offline',
	'unreachable',
	/** The answer was not in Braise's format, as with the login page of a network or a proxy's error. */
	'not-ours',
	'server',
	'signed-out',
	/** Another person has signed in with this browser. */
	'other-person',
	/** A pair was formed or ended since the page opened. */
	'other-pair',
	/** Only this work is refused as too large, and repeating will not help. */
	'too-large',
	'account-full',
	/** The server takes no work from anyone for now, because it is full. */
	'server-full',
	'refused'
] as const;

export const syncTroubleSchema = v.object({
	reason: v.picklist(SYNC_TROUBLE_REASONS),
	/** Id of the work concerned; null for all works. */
	work: v.nullable(v.string())
});
export type SyncTrouble = v.InferOutput<typeof syncTroubleSchema>;
export type SyncTroubleReason = SyncTrouble['reason'];

import type { SyncRefusal } from '#lib/wire/sync.ts';
import type { SyncTroubleReason } from './trouble.ts';

/** Tells whether a refusal concerns the person or the server, and so blocks every work. */
export function blocksEveryWork(refusal: SyncRefusal): boolean {
	return ['signed-out', 'other-person', 'other-pair', 'forbidden', 'other-site', 'server-full'].includes(refusal);
}

/**
 * Tells whether the server refuses a version for good. Other refusals pass once there is room or another person signs in;
 * `absent` passes when this person becomes an author again, or when the last author removes the work.
 */
export const isPermanentRefusal = (refusal: SyncRefusal): boolean =>
	['too-large', 'malformed', 'parents'].includes(refusal);

export const isRefusalAboutPerson = (refusal: string): boolean =>
	refusal === 'signed-out' || refusal === 'other-person';

export function troubleReasonOf(refusal: SyncRefusal): SyncTroubleReason {
	switch (refusal) {
		case 'signed-out':
		case 'other-person':
		case 'other-pair':
		case 'too-large':
		case 'account-full':
		case 'server-full':
			return refusal;
		case 'too-many-works':
			return 'account-full';
		default:
			return 'refused';
	}
}

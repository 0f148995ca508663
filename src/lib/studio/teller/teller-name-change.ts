/** Tells whether a folder names the teller of its problem as the teller allows. */
import type { TellerApproval } from './teller-answers.ts';

/** The name that a teller allows the version with this hash; empty for none. */
export type AllowedTellerName = Pick<TellerApproval, 'hash' | 'name'>;

/** What to do about the name. `to-remove`: the folder has a name that no approval of this version allows. */
export type TellerNameChange = 'as-wished' | 'to-write' | 'to-remove';

/**
 * Tells whether an approval has lapsed: it holds only for the version with its hash. `draftHash` is the folder's present one, empty while
 * unknown.
 */
export const isApprovalLapsed = ({ hash }: Pick<TellerApproval, 'hash'>, draftHash: string): boolean =>
	draftHash !== '' && draftHash !== hash;

/** Finds what to do about the name. `partnerName`: the partner's name in challenge.yaml; empty for none. */
export function findTellerNameChange(
	partnerName: string,
	approval: AllowedTellerName | null,
	draftHash: string
): TellerNameChange {
	// No name is allowed when the approval was withdrawn, has lapsed or was never given.
	const allowedName = approval === null || isApprovalLapsed(approval, draftHash) ? '' : approval.name;
	if (partnerName === allowedName) return 'as-wished';
	return allowedName === '' ? 'to-remove' : 'to-write';
}

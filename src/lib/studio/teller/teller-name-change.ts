/** Compares the name of a problem's teller in a folder with the name that the teller allows. */
import type { TellerApproval } from './teller-answers.ts';

/** The name that a teller allows in the version with this hash; empty when no name is allowed. */
export type AllowedTellerName = Pick<TellerApproval, 'hash' | 'name'>;

/** What to do about the teller's name in a folder. `to-remove`: the teller has not allowed the name in this version. */
export type TellerNameChange = 'as-wished' | 'to-write' | 'to-remove';

/**
 * Returns whether an approval has lapsed, because the folder has changed since. `draftHash`: the present folder's hash, empty
 * while unknown.
 */
export const isApprovalLapsed = ({ hash }: Pick<TellerApproval, 'hash'>, draftHash: string): boolean =>
	draftHash !== '' && draftHash !== hash;

/** Returns what to do about the teller's name. `partnerName`: the partner's name in challenge.yaml, or ''. */
export function findTellerNameChange(
	partnerName: string,
	approval: AllowedTellerName | null,
	draftHash: string
): TellerNameChange {
	// No name is allowed when the approval has lapsed, was withdrawn or was never given.
	const allowedName = approval === null || isApprovalLapsed(approval, draftHash) ? '' : approval.name;
	if (partnerName === allowedName) return 'as-wished';
	return allowedName === '' ? 'to-remove' : 'to-write';
}

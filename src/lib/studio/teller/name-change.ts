/** Tells whether a draft names the teller of its problem as they allow it. */
import type { TellerApproval } from './teller-answers.ts';

/** `to-remove`: a name stands there that no approval of this version allows. */
export type NameChange = 'as-wished' | 'to-write' | 'to-remove';

/** An approval holds for the version with its hash; `draftHash` is empty while it is not known. */
export const isLapsed = ({ hash }: Pick<TellerApproval, 'hash'>, draftHash: string): boolean =>
	draftHash !== '' && draftHash !== hash;

/** `named`: who stands on the challenge's card as its partner; empty for nobody. */
export function findNameChange(
	named: string,
	approval: Pick<TellerApproval, 'hash' | 'name'> | null,
	draftHash: string
): NameChange {
	// Withdrawn, lapsed or never given: nobody may be named.
	const allowed = approval === null || isLapsed(approval, draftHash) ? '' : approval.name;
	if (named === allowed) return 'as-wished';
	return allowed === '' ? 'to-remove' : 'to-write';
}

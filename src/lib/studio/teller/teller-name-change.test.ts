/** Tests when a teller's name must be written into a challenge's folder, or removed because their approval ended. */
import { expect, test } from 'vitest';
import { findTellerNameChange } from './teller-name-change.ts';

const [THIS_HASH, OTHER_HASH] = ['a'.repeat(64), 'b'.repeat(64)];
const approvalWithName = (name: string) => ({ hash: THIS_HASH, name });

test.each([
	['withdrawn, with the name still there', 'Four du port', null, THIS_HASH, 'to-remove'],
	['withdrawn, without a name', '', null, THIS_HASH, 'as-wished'],
	['lapsed, with the name still there', 'Four du port', approvalWithName('Four du port'), OTHER_HASH, 'to-remove'],
	['lapsed, with the name not written yet', '', approvalWithName('Four du port'), OTHER_HASH, 'as-wished'],
	['given for nobody', 'Four du port', approvalWithName(''), THIS_HASH, 'to-remove'],
	['given with a name', '', approvalWithName('Four du port'), THIS_HASH, 'to-write'],
	['given with another name', 'Annick', approvalWithName('Four du port'), THIS_HASH, 'to-write'],
	['given and written', 'Four du port', approvalWithName('Four du port'), THIS_HASH, 'as-wished'],
	['given, and the draft not read yet', 'Four du port', approvalWithName('Four du port'), '', 'as-wished']
] as const)('an approval that is %s', (_, named, approval, draftHash, change) => {
	expect(findTellerNameChange(named, approval, draftHash)).toBe(change);
});

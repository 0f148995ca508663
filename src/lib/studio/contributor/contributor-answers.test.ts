import { expect, test } from 'vitest';
import { findContributorNameChange } from './contributor-answers.ts';

const [THIS_HASH, OTHER_HASH] = ['a'.repeat(64), 'b'.repeat(64)];
const approvalWithName = (name: string) => ({ hash: THIS_HASH, name });

test.each([
	['withdrawn, the name still in the folder must be removed', 'Four du port', null, THIS_HASH, 'to-remove'],
	['withdrawn and the folder has no name, nothing changes', '', null, THIS_HASH, 'as-wished'],
	[
		'lapsed, the name still in the folder must be removed',
		'Four du port',
		approvalWithName('Four du port'),
		OTHER_HASH,
		'to-remove'
	],
	[
		'lapsed before the name was written, nothing changes',
		'',
		approvalWithName('Four du port'),
		OTHER_HASH,
		'as-wished'
	],
	[
		'given without a name, the name in the folder must be removed',
		'Four du port',
		approvalWithName(''),
		THIS_HASH,
		'to-remove'
	],
	['given with a name, that name must be written', '', approvalWithName('Four du port'), THIS_HASH, 'to-write'],
	[
		'given with another name, the new name must be written',
		'Annick',
		approvalWithName('Four du port'),
		THIS_HASH,
		'to-write'
	],
	[
		'given and its name is in the folder, nothing changes',
		'Four du port',
		approvalWithName('Four du port'),
		THIS_HASH,
		'as-wished'
	],
	[
		'given but the draft is not read yet, nothing changes',
		'Four du port',
		approvalWithName('Four du port'),
		'',
		'as-wished'
	]
] as const)('when the teller’s approval is %s', (_, named, approval, draftHash, change) => {
	expect(findContributorNameChange(named, approval, draftHash)).toBe(change);
});

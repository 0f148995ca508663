import { expect, test } from 'vitest';
import { findNameChange } from './name-change.ts';

const [THIS, OTHER] = ['a'.repeat(64), 'b'.repeat(64)];
const wish = (name: string) => ({ hash: THIS, name });

test.each([
	['withdrawn, with the name still there', 'Four du port', null, THIS, 'to-remove'],
	['withdrawn, without a name', '', null, THIS, 'as-wished'],
	['lapsed, with the name still there', 'Four du port', wish('Four du port'), OTHER, 'to-remove'],
	['lapsed, with the name not written yet', '', wish('Four du port'), OTHER, 'as-wished'],
	['given for nobody', 'Four du port', wish(''), THIS, 'to-remove'],
	['given with a name', '', wish('Four du port'), THIS, 'to-write'],
	['given with another name', 'Annick', wish('Four du port'), THIS, 'to-write'],
	['given and written', 'Four du port', wish('Four du port'), THIS, 'as-wished'],
	['given, and the draft not read yet', 'Four du port', wish('Four du port'), '', 'as-wished']
] as const)('an approval that is %s', (_, named, approval, draftHash, change) => {
	expect(findNameChange(named, approval, draftHash)).toBe(change);
});

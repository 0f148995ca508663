import { expect, test } from 'vitest';
import { realNames } from './real-names.svelte.ts';

test('a student’s real name is moved to their new pseudonym and removed from the old pseudonym', async () => {
	await realNames.addNames('class', [
		{ text: 'Papillon Sauvage', key: 'papillonsauvage', name: 'Maëlys Le Goff' },
		{ text: 'Loutre', key: 'loutre', name: 'Sacha Martin' }
	]);
	await realNames.moveNameToNewKey('class', 'papillonsauvage', 'papillondoux');
	await realNames.moveNameToNewKey('class', 'nobody', 'somebody');
	const storedRealNameOf = (key: string) => realNames.realNameOf('class', key);
	expect(['papillonsauvage', 'papillondoux', 'loutre', 'somebody'].map(storedRealNameOf)).toEqual([
		undefined,
		'Maëlys Le Goff',
		'Sacha Martin',
		undefined
	]);
});

import { expect, test } from 'vitest';
import { allRightSentence, missingFunctionSentence } from './right-sheet-sentences.ts';

test('the praise names the functions that are right here, in both languages', () => {
	expect(allRightSentence(['kneadAt'], 'fr')).toBe('Ici, tout ce que renvoie kneadAt est juste.');
	expect(allRightSentence(['status', 'minutesOut'], 'fr')).toBe(
		'Ici, tout ce que renvoient status et minutesOut est juste.'
	);
	expect(allRightSentence(['kneadAt'], 'en')).toBe('Everything that kneadAt returns here is right.');
	expect(allRightSentence(['status', 'minutesOut'], 'en')).toBe(
		'Everything that status and minutesOut return here is right.'
	);
});

test('a sentence names the missing function, in both languages', () => {
	expect(missingFunctionSentence('sum', 'fr')).toBe('Le programme n’a pas encore la fonction sum.');
	expect(missingFunctionSentence('sum', 'en')).toBe('The program does not have the function sum yet.');
});

import { expect, test } from 'vitest';
import { toPlainCheckSentence } from './plain-rule.ts';

const WORDS_BY_NAME = new Map([
	['alarme', 'alarme du frigo'],
	['minutesOut', 'minutes out']
]);

test.each([
	["De 2 à 8, alarme renvoie 'ok'", 'fr', 'De 2 à 8, alarme donne «\u00a0ok\u00a0»'],
	['minutesOut(9.5, "pluie", true) renvoie 2.5', 'fr', 'minutes out (9,5\u00a0; pluie\u00a0; oui) donne 2,5'],
	['minutesOut([5, 9]) returns false', 'en', 'minutes out (5 ; 9) gives no'],
	['L’alarme de l’armoire', 'fr', 'L’alarme de l’armoire'],
	['alarme(9.5)', 'fr', 'alarme du frigo (9,5)'],
	['minutesOutside stays', 'en', 'minutesOutside stays']
] as const)('the check’s title “%s” is written without code in %s', (sentence, language, said) => {
	expect(toPlainCheckSentence(sentence, WORDS_BY_NAME, language)).toBe(said);
});

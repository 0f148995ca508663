import { expect, test } from 'vitest';
import { createSeededRandom } from '../../run/seeded-random.ts';
import { compareByLocale } from './missing-built-ins.ts';

const TESTED_CHARACTERS = [..."aàâbcçdeéèêfgiîjlmnoôœpstuùzAÉBCZ 019-'._"];

test.each(['fr', 'en'])('random words are ordered as by Intl.Collator in %s', (language) => {
	const { compare } = new Intl.Collator(language);
	const random = createSeededRandom(7);
	const createRandomWord = () =>
		Array.from(
			{ length: 1 + Math.floor(random() * 4) },
			() => TESTED_CHARACTERS[Math.floor(random() * TESTED_CHARACTERS.length)]
		).join('');
	for (let pair = 0; pair < 4000; pair += 1) {
		const [one, other] = [createRandomWord(), createRandomWord()];
		expect([one, other, compareByLocale(one, other)]).toEqual([one, other, compare(one, other)]);
	}
});

test('first names are sorted as by Intl.Collator in French', () => {
	const names = ['Zoé', 'émile', 'Emma', 'Élise', 'eva', 'Œdipe', 'Odile', 'anaïs', 'Anais'];
	expect([...names].sort(compareByLocale)).toEqual([...names].sort(new Intl.Collator('fr').compare));
});

/** Tests whether French or English is chosen from a browser's Accept-Language header, with French as the fallback. */
import { expect, test } from 'vitest';
import { findPreferredLanguage } from './language.ts';

test.each([
	[null, 'fr'],
	['', 'fr'],
	['en', 'en'],
	['en-GB,en;q=0.9', 'en'],
	['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
	['de, en;q=0.7, fr;q=0.3', 'en'],
	['en;q=0.2, fr;q=0.9', 'fr'],
	['en;q=0', 'fr'],
	['de', 'fr'],
	['*', 'fr'],
	['eno', 'fr'],
	['en;q=nonsense', 'fr']
] as const)('Accept-Language %s selects %s', (header, language) => {
	expect(findPreferredLanguage(header)).toBe(language);
});

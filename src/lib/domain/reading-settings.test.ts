import { describe, expect, test } from 'vitest';
import { parseReadingSettings, readingKey, USUAL_READING } from './reading-settings.ts';

describe('stored reading settings', () => {
	test('are read as they were written', () => {
		const chosen = { textSize: 'largest', lineSpacing: 'wide', letterSpacing: 'widest', hasRuler: true } as const;
		expect(parseReadingSettings(JSON.stringify(chosen))).toEqual(chosen);
	});
	test.each([null, '', 'null', '[]', '{', '"large"', '{"textSize":"huge","hasRuler":"yes"}'])(
		'are as usual where %s is stored',
		(text) => expect(parseReadingSettings(text)).toEqual(USUAL_READING)
	);
	test('keep what is known beside what is not', () => {
		expect(parseReadingSettings('{"textSize":"large","lineSpacing":3}')).toEqual({
			...USUAL_READING,
			textSize: 'large'
		});
	});
});

test('each account has a place of its own', () => {
	expect(new Set([readingKey(null), readingKey('a'), readingKey('b')]).size).toBe(3);
});

import { describe, expect, test } from 'vitest';
import { parseReadingSettings, readingSettingsStorageKey, DEFAULT_READING_SETTINGS } from './reading-settings.ts';

describe('stored reading settings', () => {
	test('are read as they were written', () => {
		const settings = { textSize: 'largest', lineSpacing: 'wide', letterSpacing: 'widest', hasRuler: true } as const;
		expect(parseReadingSettings(JSON.stringify(settings))).toEqual(settings);
	});
	test.each([null, '', 'null', '[]', '{', '"large"', '{"textSize":"huge","hasRuler":"yes"}'])(
		'are replaced by the defaults when %s is stored',
		(text) => expect(parseReadingSettings(text)).toEqual(DEFAULT_READING_SETTINGS)
	);
	test('keep valid values, and get defaults for missing or invalid values', () => {
		expect(parseReadingSettings('{"textSize":"large","lineSpacing":3}')).toEqual({
			...DEFAULT_READING_SETTINGS,
			textSize: 'large'
		});
	});
});

test('each account and a visitor store their reading settings under different keys', () => {
	expect(
		new Set([readingSettingsStorageKey(null), readingSettingsStorageKey('a'), readingSettingsStorageKey('b')]).size
	).toBe(3);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { parseReadingSettings, readingSettingsStorageKey } from '#lib/domain/reading-settings.ts';
import {
	changeReadingSettings,
	loadReadingSettings,
	readingSettings,
	chosenTextScale
} from './reading-settings.svelte.ts';

const storedTextByKey = new Map<string, string>();
const dataset: Record<string, string> = {};

beforeEach(() => {
	storedTextByKey.clear();
	stubLocalStorage(storedTextByKey);
	vi.stubGlobal('document', { documentElement: { dataset } });
});
afterEach(() => vi.unstubAllGlobals());

const storedSettingsOf = (account: string | null) =>
	parseReadingSettings(storedTextByKey.get(readingSettingsStorageKey(account)) ?? null);

test('a person’s chosen text size shows at once, and does not apply to another account', () => {
	loadReadingSettings('one');
	changeReadingSettings({ textSize: 'largest' });
	expect(dataset['textSize']).toBe('largest');
	expect(chosenTextScale()).toBe(1.5);
	loadReadingSettings('other');
	expect(dataset['textSize']).toBe('normal');
	loadReadingSettings('one');
	expect(readingSettings().textSize).toBe('largest');
});

test('settings chosen before signing in move to an account that has none of its own', () => {
	loadReadingSettings(null);
	changeReadingSettings({ lineSpacing: 'widest' });
	loadReadingSettings('one');
	expect(storedSettingsOf('one').lineSpacing).toBe('widest');
	loadReadingSettings(null);
	expect(readingSettings().lineSpacing).toBe('normal');
	changeReadingSettings({ lineSpacing: 'wide' });
	loadReadingSettings('one');
	expect(readingSettings().lineSpacing).toBe('widest');
});

test('when the browser refuses storage, chosen settings last as long as the page', () => {
	const refuseStorage = () => {
		throw new DOMException('refused', 'SecurityError');
	};
	vi.stubGlobal('localStorage', { getItem: refuseStorage, setItem: refuseStorage, removeItem: refuseStorage });
	loadReadingSettings('one');
	changeReadingSettings({ hasRuler: true });
	expect(readingSettings().hasRuler).toBe(true);
});

/** Holds the reading settings of this page's person, kept in this browser and never sent. */
import { browserValueStore } from '#lib/browser-values.ts';
import {
	parseReadingSettings,
	readingSettingsStorageKey,
	SCALE_BY_TEXT_SIZE,
	DEFAULT_READING_SETTINGS,
	type ReadingSettings
} from '#lib/domain/reading-settings.ts';

const SETTINGS_IN_ATTRIBUTES = ['textSize', 'lineSpacing', 'letterSpacing'] as const;

let currentSettings = $state.raw(DEFAULT_READING_SETTINGS);
let settingsAccountId: string | null = null;

export function readingSettings(): ReadingSettings {
	return currentSettings;
}

export function chosenTextScale(): number {
	return SCALE_BY_TEXT_SIZE[currentSettings.textSize];
}

/** Applies the settings that this browser keeps for the account. Call this in the browser, each time another person comes to the page. */
export function loadReadingSettings(account: string | null): void {
	settingsAccountId = account;
	applyReadingSettings(parseReadingSettings(loadSettingsText(account)));
}

export function changeReadingSettings(change: Partial<ReadingSettings>): void {
	const newSettings = { ...currentSettings, ...change };
	applyReadingSettings(newSettings);
	browserValueStore.write(readingSettingsStorageKey(settingsAccountId), JSON.stringify(newSettings));
}

/** Reads an account's settings; an account without any takes over what was chosen before signing in. */
function loadSettingsText(account: string | null): string | null {
	const accountText = browserValueStore.read(readingSettingsStorageKey(account));
	const visitorText = account === null ? null : browserValueStore.read(readingSettingsStorageKey(null));
	if (accountText !== null || visitorText === null) return accountText;
	browserValueStore.write(readingSettingsStorageKey(account), visitorText);
	if (browserValueStore.read(readingSettingsStorageKey(account)) === visitorText)
		browserValueStore.remove(readingSettingsStorageKey(null));
	return visitorText;
}

/** Sets the attributes that src/app.html set before the page was drawn. Must not read reactive state, because effects call it. */
function applyReadingSettings(newSettings: ReadingSettings): void {
	currentSettings = newSettings;
	for (const name of SETTINGS_IN_ATTRIBUTES) document.documentElement.dataset[name] = newSettings[name];
}

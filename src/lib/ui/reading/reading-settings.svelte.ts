/** Holds the reading settings of this page's person, kept in this browser and never sent. */
import { browserValues } from '#lib/browser-values.ts';
import {
	parseReadingSettings,
	readingSettingsKey,
	TEXT_SCALES,
	DEFAULT_READING_SETTINGS,
	type ReadingSettings
} from '#lib/domain/reading-settings.ts';

const ATTRIBUTES = ['textSize', 'lineSpacing', 'letterSpacing'] as const;

let settings = $state.raw(DEFAULT_READING_SETTINGS);
let accountAtPage: string | null = null;

export function readingSettings(): ReadingSettings {
	return settings;
}

/** Returns the chosen text size as a multiple of the usual one. */
export function textScale(): number {
	return TEXT_SCALES[settings.textSize];
}

/** Applies the settings that this browser keeps for the account. Call this in the browser, each time another person comes to the page. */
export function loadReadingSettings(account: string | null): void {
	accountAtPage = account;
	apply(parseReadingSettings(loadText(account)));
}

export function changeReadingSettings(change: Partial<ReadingSettings>): void {
	const newSettings = { ...settings, ...change };
	apply(newSettings);
	browserValues.write(readingSettingsKey(accountAtPage), JSON.stringify(newSettings));
}

/** Reads an account's settings; an account without any takes over what was chosen before signing in. */
function loadText(account: string | null): string | null {
	const own = browserValues.read(readingSettingsKey(account));
	const before = account === null ? null : browserValues.read(readingSettingsKey(null));
	if (own !== null || before === null) return own;
	browserValues.write(readingSettingsKey(account), before);
	if (browserValues.read(readingSettingsKey(account)) === before) browserValues.remove(readingSettingsKey(null));
	return before;
}

/** Sets the attributes that src/app.html set before the page was drawn. Must not read reactive state, because effects call it. */
function apply(newSettings: ReadingSettings): void {
	settings = newSettings;
	for (const name of ATTRIBUTES) document.documentElement.dataset[name] = newSettings[name];
}

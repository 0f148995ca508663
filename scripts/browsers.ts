/** Where the browsers are that tests drive. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';

const CHROMIUM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];
const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Where a binary from an npm package is unpacked to: scripts/install-chromium.ts puts it there. */
export const UNPACKED = join('.cache', 'chromium', 'chromium');

export function chromiumPath(): string | undefined {
	const named = process.env['CHROMIUM_PATH'];
	if (named) return named;
	return [...CHROMIUM, playwrightsOwn(), join(process.cwd(), UNPACKED)].find(
		(path) => path !== undefined && existsSync(path)
	);
}

function playwrightsOwn(): string | undefined {
	try {
		return chromium.executablePath();
	} catch {
		return undefined;
	}
}

export function firefoxAvailable(): boolean {
	return FIREFOX.some((path) => existsSync(path));
}

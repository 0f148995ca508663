import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const CHROMIUM_PATHS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];
const FIREFOX_PATHS = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

export function findChromiumPath(): string | undefined {
	return process.env['CHROMIUM_PATH'] || [...CHROMIUM_PATHS, playwrightChromiumPath()].find(isRunnableProgram);
}

/** Returns `CHROMIUM_PATH`, else the headless shell, which takes a third less processor time than the browser. */
export function findHeadlessShellPath(): string | undefined {
	return process.env['CHROMIUM_PATH'] || findInstalledHeadlessShell();
}

export const findInstalledHeadlessShell = (): string | undefined =>
	['/usr/bin/chromium-headless-shell'].find(isRunnableProgram);

export function findFirefoxPath(): string | undefined {
	return FIREFOX_PATHS.find(isRunnableProgram);
}

/** Some systems have a stub that only says how to install the program, so its existence is not enough. */
function isRunnableProgram(path: string | undefined): path is string {
	return path !== undefined && existsSync(path) && spawnSync(path, ['--version']).status === 0;
}

function playwrightChromiumPath(): string | undefined {
	try {
		return chromium.executablePath();
	} catch {
		return undefined;
	}
}

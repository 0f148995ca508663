/** Finds the browsers that tests drive. */
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

/**
 * Returns `CHROMIUM_PATH` if it is set, else the path of the headless shell, which takes a third less processor time than the
 * whole browser; undefined when neither is there. playwright.config.ts lists the tests that need the whole browser.
 */
export function findHeadlessShellPath(): string | undefined {
	return process.env['CHROMIUM_PATH'] || findInstalledHeadlessShell();
}

export const findInstalledHeadlessShell = (): string | undefined =>
	['/usr/bin/chromium-headless-shell'].find(isRunnableProgram);

export function findFirefoxPath(): string | undefined {
	return FIREFOX_PATHS.find(isRunnableProgram);
}

/**
 * Returns whether the program can be run. Its mere existence is not enough, because some systems have a stub that only says how to
 * install it.
 */
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

import { existsSync } from 'node:fs';
import { findChromiumPath, findFirefoxPath, findHeadlessShellPath } from '../browsers.ts';
import { runProcess } from './run-process.ts';

/** An npm package that contains a Chromium, for machines that reach only a package registry. */
const CHROMIUM_NPM_PACKAGE = '@sparticuz/chromium';
const CHROMIUM_NPM_PACKAGE_VERSION = '153.0.0';

/** Installs the headless shell if that is possible. Otherwise tests use the whole browser. */
export async function ensureHeadlessShell(): Promise<void> {
	if (findHeadlessShellPath() === undefined && canInstallWithApt()) await installWithApt('chromium-headless-shell');
}

export async function ensureChromium(): Promise<string> {
	for (const installBrowser of [async () => undefined, installAptChromium, installPlaywrightChromium]) {
		await installBrowser();
		const path = findChromiumPath();
		if (path !== undefined) return path;
	}
	return installNpmChromium();
}

export async function ensureFirefox(isFirefoxWanted: boolean): Promise<string | undefined> {
	if (isFirefoxWanted && findFirefoxPath() === undefined && canInstallWithApt()) await installWithApt('firefox-esr');
	return findFirefoxPath();
}

function canInstallWithApt(): boolean {
	return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function installWithApt(name: string): Promise<void> {
	console.log(`Installing ${name}…`);
	await runProcess('apt-get', ['update', '-qq'], { isQuiet: true });
	await runProcess('apt-get', ['install', '-y', '-qq', name], {
		isQuiet: true,
		env: { DEBIAN_FRONTEND: 'noninteractive' }
	});
}

async function installAptChromium(): Promise<void> {
	if (canInstallWithApt()) await installWithApt('chromium');
}

async function installPlaywrightChromium(): Promise<void> {
	console.log('Downloading Chromium…');
	const dependencies = process.getuid?.() === 0 ? ['--with-deps'] : [];
	await runProcess(process.execPath, ['node_modules/playwright/cli.js', 'install', ...dependencies, 'chromium'], {
		isQuiet: true
	});
}

async function installNpmChromium(): Promise<string> {
	console.log('Installing a packaged Chromium…');
	await runProcess(
		'npm',
		['install', '--no-save', '--no-audit', '--no-fund', `${CHROMIUM_NPM_PACKAGE}@${CHROMIUM_NPM_PACKAGE_VERSION}`],
		{
			isQuiet: true
		}
	);
	const chromiumModule: unknown = await import(CHROMIUM_NPM_PACKAGE).catch(() => undefined);
	if (hasExecutablePathFunction(chromiumModule)) return chromiumModule.default.executablePath();
	throw new Error('There is no Chromium, and no way to get one. Install it and set CHROMIUM_PATH to its program.');
}

function hasExecutablePathFunction(value: unknown): value is { default: { executablePath(): Promise<string> } } {
	const defaultExport = typeof value === 'object' && value !== null && 'default' in value ? value.default : undefined;
	return (
		(typeof defaultExport === 'object' || typeof defaultExport === 'function') &&
		defaultExport !== null &&
		'executablePath' in defaultExport
	);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { findChromiumPath } from '../../scripts/browsers.ts';

const CHROMIUM_ARGUMENTS = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * Milliseconds that Chromium needs after its start to load panels of its own, such as the address bar's, which take more than a second of
 * processor time. A student's browser is open already, so no visit begins before.
 */
const BROWSER_START_MILLISECONDS = 2500;

export const pauseForBrowserStart = (): Promise<void> => pause(BROWSER_START_MILLISECONDS);

export function openBrowser(): Promise<Browser> {
	const executablePath = findChromiumPath();
	return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: CHROMIUM_ARGUMENTS });
}

/** Opens a browser with a profile on disk, as on a school machine. A cache in memory would leave out large files. */
export async function openBrowserWithProfile(): Promise<{ context: BrowserContext; close(): Promise<void> }> {
	const executablePath = findChromiumPath();
	const folder = await mkdtemp(join(tmpdir(), 'braise-bench-'));
	const context = await chromium.launchPersistentContext(folder, {
		...(executablePath === undefined ? {} : { executablePath }),
		args: CHROMIUM_ARGUMENTS,
		viewport: { width: 1366, height: 768 },
		locale: 'fr-FR'
	});
	await pauseForBrowserStart();
	return {
		context,
		async close() {
			await context.close();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

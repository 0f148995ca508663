/** A browser with a profile on disk, which can be killed between two keys, as by a power cut. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findChromiumPath, findInstalledHeadlessShell } from '../../scripts/browsers.ts';

const CHROMIUM_ARGUMENTS = [
	'--headless=new',
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-gpu',
	'--lang=fr-FR',
	'--remote-debugging-port=0'
];
const DEVTOOLS_PORT_FILE = 'DevToolsActivePort';

export interface KillableBrowser {
	context: BrowserContext;
	/** Sends SIGKILL to the browser and all its processes. */
	kill(): Promise<void>;
}

export async function openKillableBrowser(profile: string): Promise<KillableBrowser> {
	await rm(join(profile, DEVTOOLS_PORT_FILE), { force: true });
	// A killed browser leaves these locks, which name a process that no longer exists.
	for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
		await rm(join(profile, name), { force: true });
	// The headless shell is used, because ten whole browsers would hardly start; their storage is the same.
	const path = findInstalledHeadlessShell() ?? findChromiumPath() ?? chromium.executablePath();
	// The browser runs at low priority, because ten starting browsers would delay the server by minutes.
	const child = spawn('nice', ['-n', '19', path, ...CHROMIUM_ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
		stdio: 'ignore',
		// The browser has a process group of its own, so that no child process outlives the kill.
		detached: true
	});
	// Kills the browser when the test is interrupted.
	const killBrowserProcess = () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
	process.once('exit', killBrowserProcess);
	child.once('exit', () => process.off('exit', killBrowserProcess));
	const port = await waitForDevtoolsPort(profile, child);
	const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 0 });
	const [context] = browser.contexts();
	if (!context) throw new Error('The browser has no profile open.');
	return {
		context,
		async kill() {
			if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
			const exit = once(child, 'exit');
			process.kill(-child.pid, 'SIGKILL');
			await exit;
			await waitUntilProcessesGone(child.pid);
			await browser.close().catch(() => undefined);
		}
	};
}

/** Blocks Monaco, as the filter of a school might. The early editor then stays. */
export async function blockMonaco(context: BrowserContext, page: Page): Promise<void> {
	const file = await findMonacoFile();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setBlockedURLs', { urls: [`*/${file}`] });
}

const MONACO_MODULE_SOURCE_PATH = 'src/lib/editor/monaco/session.ts';

async function findMonacoFile(): Promise<string> {
	const text = await readFile('.svelte-kit/output/client/.vite/manifest.json', 'utf8');
	const { [MONACO_MODULE_SOURCE_PATH]: chunk } = JSON.parse(text) as Record<string, { file: string }>;
	if (!chunk) throw new Error(`The build does not know ${MONACO_MODULE_SOURCE_PATH}.`);
	return chunk.file;
}

const PORT_PATIENCE_MILLISECONDS = 180_000;

async function waitForDevtoolsPort(profile: string, child: ChildProcess): Promise<string> {
	const deadline = Date.now() + PORT_PATIENCE_MILLISECONDS;
	while (child.exitCode === null && Date.now() < deadline) {
		const text = await readFile(join(profile, DEVTOOLS_PORT_FILE), 'utf8').catch(() => '');
		const [port, path] = text.split('\n');
		if (port && path) return port;
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
	throw new Error('The browser did not start.');
}

/**
 * Waits until no process of a killed group is left. Otherwise a browser that opens meanwhile finds the profile's databases locked
 * and takes them for broken.
 */
async function waitUntilProcessesGone(processGroupId: number): Promise<void> {
	for (;;) {
		const { stdout } = await promisify(execFile)('ps', ['-e', '-o', 'pgid=,stat=']);
		const processes = stdout.split('\n').map((line) => line.trim().split(/\s+/));
		if (!processes.some(([id, state]) => Number(id) === processGroupId && !state?.startsWith('Z'))) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../test.ts';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { Student } from '../e2e/student.ts';
import { startCommand, type RunningCommand } from './processes.ts';

/**
 * Serves from a data folder of its own until `act` has ended. `--force` rebuilds all dependencies, as the first start after an
 * installation does.
 */
async function withDevelopmentServer(
	isForced: boolean,
	act: (address: string, server: RunningCommand) => Promise<void>
) {
	const folder = await mkdtemp(join(tmpdir(), 'braise-dev-'));
	const port = await findFreePort(22_300);
	const moreArguments = isForced ? ['--force'] : [];
	const environment = { DATA_FOLDER: join(folder, 'data'), DATABASE_URL: '', PORT: '' };
	const server = startCommand(
		'npm',
		['run', 'dev', '--', '--port', String(port), '--strictPort', ...moreArguments],
		environment
	);
	try {
		await server.waitUntilPrinted(`127.0.0.1:${port}`);
		await act(`http://127.0.0.1:${port}`, server);
	} finally {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

test(
	'the development server serves the compiler and its engine, and stops when npm is terminated',
	{ tag: '@more' },
	async () => {
		await withDevelopmentServer(false, async (address, server) => {
			const fetchStatus = async (path: string) => (await fetch(address + path)).status;
			expect(await fetchStatus('/sandbox/compile/worker.ts?worker_file&type=module')).toBe(200);
			expect(await fetchStatus('/@compile-engine/esbuild.wasm')).toBe(200);
			await server.terminate();
			await expect(fetch(address), 'npm passed the signal on').rejects.toThrow();
		});
	}
);

test('the workbench runs an edited program on the development server', { tag: '@soak' }, async ({ page }) => {
	const problems: string[] = [];
	let loadCount = 0;
	page.on('load', () => (loadCount += 1));
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('response', (response) => {
		if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
	});
	await withDevelopmentServer(true, async (address, server) => {
		const student = new Student(page, 'mouse');
		await page.goto(`${address}/fr/challenges/nutri-score`);
		// Until the scene is described, the page's scripts are still loading, and no button works.
		await expect(page.locator('.description')).toContainText('Valcendre');
		await student.goToNextStep();
		await student.answer('4');
		await student.goToNextStep();
		await expect(student.locateStep('points')).toBeVisible();
		await student.runProgram();
		await expect(page.locator('.checks li.fail').first()).toBeVisible();
		await student.retypeLastLine('count = 1;', 'count = count + 1;');
		await student.runProgram();
		await student.waitUntilAllPassed();
		expect(problems).toEqual([]);
		// Vite found no new dependency during the visit, so it did not reload the page.
		expect(loadCount).toBe(1);
		// The first curator's link leads to this server and not to a default address.
		expect(server.readOutput()).toContain(`http://localhost:${new URL(address).port}/welcome/`);
	});
});

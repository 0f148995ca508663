/** Starts `npm run dev`, opens a challenge, edits its code and sees its checks pass. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../test.ts';
import { freePort } from '../../scripts/test/free-port.ts';
import { Student } from '../e2e/student.ts';
import { start } from './processes.ts';

test('runs a program that is edited, on the development server', async ({ page }) => {
	const problems: string[] = [];
	let loads = 0;
	page.on('load', () => (loads += 1));
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('response', (response) => {
		if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
	});
	const folder = await mkdtemp(join(tmpdir(), 'braise-dev-'));
	const port = await freePort(22_300);
	const address = `http://127.0.0.1:${port}`;
	// `--force` makes every dependency new, as on the first day.
	const arguments_ = ['run', 'dev', '--', '--port', String(port), '--strictPort', '--force'];
	const server = start('npm', arguments_, { DATA_FOLDER: join(folder, 'data'), DATABASE_URL: '', PORT: '' });
	try {
		await server.prints(`127.0.0.1:${port}`);
		const student = new Student(page, 'mouse');
		await page.goto(`${address}/fr/challenges/nutri-score`);
		// Until the scene is described, the page's scripts are still loading and nothing responds.
		await expect(page.locator('.description')).toContainText('Valcendre');
		await student.next();
		await student.answer('4');
		await student.next();
		await expect(student.step('points')).toBeVisible();
		await student.run();
		await expect(page.locator('.checks li.fail').first()).toBeVisible();
		await student.typeInto('count = 1;', 'count = count + 1;');
		await student.run();
		await student.seesAllPassed();
		expect(problems).toEqual([]);
		// Vite found no dependency during the visit, so did not reload the page.
		expect(loads).toBe(1);
		// The first curator's link leads to this server, not to a default address.
		expect(server.output()).toContain(`http://localhost:${port}/welcome/`);
		await server.terminate();
		await expect(fetch(address), 'npm passed the signal on').rejects.toThrow();
	} finally {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	}
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../test.ts';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { runCommandToEnd, startCommand, type RunningCommand } from './processes.ts';

const TEMPLATE_FOLDER = 'scripts/challenge/template';
const CHALLENGE_COMMAND = ['run', 'challenge', '--'];

/** Copies the template into a folder whose name contains a space and an accent, and passes the copy to `act`. */
async function withTemplateCopy(act: (folder: string) => Promise<void>): Promise<void> {
	const root = await mkdtemp(join(tmpdir(), 'braise mes défis '));
	try {
		const folder = join(root, 'template');
		await cp(TEMPLATE_FOLDER, folder, { recursive: true });
		await act(folder);
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}

async function withPreview(folder: string, act: (address: string, preview: RunningCommand) => Promise<void>) {
	const port = await findFreePort(22_500);
	const previewCommand = startCommand('npm', [...CHALLENGE_COMMAND, 'preview', folder, '--port', String(port)]);
	try {
		const address = `http://localhost:${port}/fr/challenges/template`;
		await previewCommand.waitUntilPrinted(`${folder}: shown on ${address}`);
		await act(address, previewCommand);
	} finally {
		// Ends the preview gently, so that it removes its data, then kills what is left of its processes.
		await previewCommand.terminate();
		await previewCommand.stop();
	}
}

test(
	'the preview of a faulty folder outside the repository prints and shows its problem',
	{ tag: '@soak' },
	async () => {
		await withTemplateCopy((folder) =>
			withPreview(folder, async (address, preview) => {
				const text = join(folder, 'text.fr.md');
				await writeFile(text, (await readFile(text, 'utf8')).replace('## figures', '## <b>figures'));
				await preview.waitUntilPrinted('"## figures" is missing');
				const readPage = async () => (await fetch(address, { headers: { accept: 'text/html' } })).text();
				await expect.poll(readPage).toContain('text.fr.md:');
				expect(await readPage(), 'what an author wrote is text').not.toContain('<b>');
				await preview.terminate();
				await expect(fetch(address), 'npm passed the signal on').rejects.toThrow();
				expect(preview.readOutput()).toContain(`${folder}: no longer shown`);
			})
		);
	}
);

test('the preview page reloads when a file is saved', { tag: '@soak' }, async ({ page }) => {
	await withTemplateCopy((folder) =>
		withPreview(folder, async (address) => {
			await page.goto(address);
			await expect(page.getByRole('heading', { name: 'Deux bacs et demi' })).toBeVisible();
			const textPath = join(folder, 'text.fr.md');
			const textBefore = await readFile(textPath, 'utf8');
			await writeFile(textPath, textBefore.replace('## figures', '## figuers'));
			await expect(page.locator('li').first()).toContainText('text.fr.md:');
			await writeFile(textPath, textBefore.replace('Deux bacs et demi', 'Trop de bacs'));
			await expect(page.getByRole('heading', { name: 'Trop de bacs' })).toBeVisible();
		})
	);
});

test('previewing a missing folder fails and names the folder', async () => {
	const { code, output } = await runCommandToEnd('npm', [...CHALLENGE_COMMAND, 'preview', 'nowhere']);
	expect(code).toBe(2);
	expect(output).toContain('nowhere: there is no such folder');
});

test('taking a picture of a broken challenge fails and names its problem', { tag: '@soak' }, async () => {
	await withTemplateCopy(async (folder) => {
		await rm(join(folder, 'text.fr.md'));
		const { code, output } = await runCommandToEnd('npm', [...CHALLENGE_COMMAND, 'picture', folder]);
		expect(code).toBe(1);
		expect(output).toContain('text.fr.md:1: is missing');
	});
});

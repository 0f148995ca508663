import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { createWork, loadWork, insecureOrigin, saveWork, test } from './class-page.ts';

test('full storage is reported, keeps the last save, and takes saves again once there is room', async ({
	open,
	context
}) => {
	const page = await open('closed');
	const devtoolsSession = await context.newCDPSession(page);
	// Chromium checks the quota only now and then, so it is made small before the first save.
	await devtoolsSession.send('Storage.overrideQuotaForOrigin', { origin: insecureOrigin, quotaSize: 100_000 });
	await page.evaluate(() => storageTestPage.open());
	const { work, base } = await createWork(page);
	const saveBefore = await saveWork(page, { work, base, main: 'before' });
	if (saveBefore.kind !== 'saved') throw new Error(saveBefore.kind);
	// Chromium compresses its storage, so the data cannot be compressible.
	const longProgram = randomBytes(200_000).toString('base64');
	expect(await saveWork(page, { work, base: saveBefore.baseVersion, main: longProgram })).toMatchObject({
		kind: 'failed',
		reason: 'full'
	});
	expect((await loadWork(page, work)).main).toBe('before');
	await devtoolsSession.send('Storage.overrideQuotaForOrigin', { origin: insecureOrigin });
	await expect
		.poll(async () => (await saveWork(page, { work, base: saveBefore.baseVersion, main: longProgram })).kind)
		.toBe('saved');
	expect((await loadWork(page, work)).main).toBe(longProgram);
});

test('after a crash during a run, the edit is kept, and the next page learns of the crash', async ({
	open,
	context
}) => {
	const page = await open();
	const { work, base } = await createWork(page);
	const devtoolsSession = await context.newCDPSession(page);
	expect(await saveWork(page, { work, base, main: 'while (true) {}', running: true })).toMatchObject({ kind: 'saved' });
	const crashEvent = page.waitForEvent('crash');
	devtoolsSession.send('Page.crash').catch(() => undefined);
	await crashEvent;
	const nextPage = await open();
	const loadedWork = await loadWork(nextPage, work);
	expect(loadedWork).toMatchObject({ main: 'while (true) {}', crashed: true });
	await nextPage.evaluate((id) => storageTestPage.storage.clearRunningMark(id), work);
	expect((await loadWork(nextPage, work)).crashed).toBe(false);
	expect(await saveWork(nextPage, { work, base: loadedWork.base, main: 'fixed' })).toMatchObject({ kind: 'saved' });
});

import { expect, type Page } from '@playwright/test';

/** Resolves when the stage is ready. A busy machine may take longer than a stage waits for its shell, so the page is opened again. */
export async function openStage(page: Page, address: string): Promise<void> {
	await expect(async () => {
		await page.goto(address);
		await page.evaluate(() => window.bench.stage.ready);
	}).toPass();
}

/** Writing at a project, and where what was written is. */
import { expect, type Page } from '@playwright/test';
import { Student } from './student.ts';

export const where = (page: Page, place: 'here' | 'waiting' | 'server') => page.locator(`[data-where="${place}"]`);
export const title = (page: Page) => page.getByLabel('Nom du projet');

/** A project that is kept from its first change on. */
export async function begin(page: Page, name: string): Promise<string> {
	await page.goto('/fr/projects/new');
	await title(page).fill(name);
	await title(page).blur();
	await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname;
}

export async function write(page: Page, program: string): Promise<void> {
	await new Student(page, 'mouse').writeAll(program);
	await expect(page.locator('[data-where="waiting"], [data-saved="conflict"]')).toBeVisible();
	await hurry(page);
}

/** What was typed is sent at once when the network comes back, and not half a minute after what was sent last. */
export async function hurry(page: Page): Promise<void> {
	await page.evaluate(() => dispatchEvent(new Event('online')));
}

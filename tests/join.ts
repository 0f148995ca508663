/** Takes a pseudonym on the page where a student joins a class. */
import { expect, type Page } from '@playwright/test';

const LABELS = {
	fr: { field: 'Pseudonyme', take: 'Prendre ce pseudonyme' },
	en: { field: 'Pseudonym', take: 'Take this pseudonym' }
};

/** Writes over the proposed pseudonym and sends it; the three words are on the next page. */
export async function takePseudonym(page: Page, pseudonym: string, language: 'fr' | 'en' = 'fr'): Promise<void> {
	const { field, take } = LABELS[language];
	const proposed = page.getByRole('textbox', { name: field }).last();
	// The page's scripts, as they start, may undo the selection that the driver is about to write over.
	await expect(async () => {
		await proposed.fill(pseudonym);
		await expect(proposed).toHaveValue(pseudonym, { timeout: 1000 });
	}).toPass();
	await page.getByRole('button', { name: take }).click();
}

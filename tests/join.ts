import { expect, type Page } from '@playwright/test';

const JOIN_FORM_LABELS_BY_LANGUAGE = {
	fr: { form: 'C’est ma première fois', field: 'Pseudonyme', take: 'Prendre ce pseudonyme' },
	en: { form: 'It is my first time', field: 'Pseudonym', take: 'Take this pseudonym' }
};

/** Replaces the proposed pseudonym and sends it. The next page shows the three words. */
export async function takePseudonym(page: Page, pseudonym: string, language: 'fr' | 'en' = 'fr'): Promise<void> {
	const { form, field, take } = JOIN_FORM_LABELS_BY_LANGUAGE[language];
	const pseudonymField = page.getByRole('form', { name: form }).getByRole('textbox', { name: field });
	// Tried again, because the page's scripts may remove the driver's selection when they start.
	await expect(async () => {
		await pseudonymField.fill(pseudonym);
		await expect(pseudonymField).toHaveValue(pseudonym, { timeout: 1000 });
	}).toPass();
	await page.getByRole('button', { name: take }).click();
}

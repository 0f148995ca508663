import { test, type Page } from '../test.ts';

/** `prepareHomePage` is given the page before the file is opened in it. */
export async function openDownloadedProjectOffline(
	page: Page,
	prepareHomePage: (home: Page) => unknown
): Promise<Page> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Emporter' }).click()
	]);
	const path = test.info().outputPath('home.html');
	await download.saveAs(path);
	await page.context().setOffline(true);
	const home = await page.context().newPage();
	await prepareHomePage(home);
	await home.goto(`file://${path}`);
	return home;
}

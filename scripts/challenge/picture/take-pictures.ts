/** Takes a challenge's pictures for the catalogue: its scene before any work, in each language and theme. */
import { chromium, type Page } from 'playwright';
import { LANGUAGES } from '#lib/domain/language.ts';
import { CHALLENGE_PICTURE_SIZE, CHALLENGE_PICTURE_THEMES, challengePicturePath } from '#lib/domain/challenge.ts';
import { findChromiumPath } from '../../browsers.ts';
import { MAX_PICTURE_BYTES } from '../size-problems.ts';
import { PICTURE_TIMEOUT_MS, takeStagePicture, encodeWebpWithinBytes } from './stage-picture.ts';

/** Factor by which the picture is larger than the drawing, so that words in it can be read in the catalogue. */
const PICTURE_SCALE = 1.875;
/** Milliseconds from a scene's first drawing until the scene no longer changes much. */
const SCENE_SETTLING_MILLISECONDS = 1500;

interface TakenPicture {
	file: string;
	bytes: Buffer;
}

/** Opens the challenge at `address` in each language and theme. Throws where there is no browser. */
export async function takeChallengePictures(id: string, address: string): Promise<TakenPicture[]> {
	const executablePath = findChromiumPath();
	const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
	try {
		const pictures: TakenPicture[] = [];
		for (const language of LANGUAGES) {
			for (const theme of CHALLENGE_PICTURE_THEMES) {
				const png = await takeStagePicture(browser, {
					pageAddress: `${address}/${language}/challenges/${id}`,
					size: CHALLENGE_PICTURE_SIZE,
					scale: PICTURE_SCALE,
					theme,
					reducedMotion: 'reduce',
					waitUntilDrawn: waitUntilSceneSettled
				});
				pictures.push({
					file: challengePicturePath(id, language, theme),
					bytes: await encodeWebpWithinBytes(browser, png, MAX_PICTURE_BYTES)
				});
			}
		}
		return pictures;
	} finally {
		await browser.close();
	}
}

async function waitUntilSceneSettled(page: Page): Promise<void> {
	// A scene that has a description has been drawn.
	await page.locator('.description').first().waitFor({ state: 'attached', timeout: PICTURE_TIMEOUT_MS });
	await page.waitForTimeout(SCENE_SETTLING_MILLISECONDS);
}

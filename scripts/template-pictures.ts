import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { LANGUAGES } from '#lib/domain/language.ts';
import {
	MOST_TEMPLATE_PICTURE_BYTES,
	TEMPLATE_PICTURE_SIZE,
	PROJECT_TEMPLATES,
	templatePicturePath
} from '#lib/domain/ready-made.ts';
import { findChromiumPath } from './browsers.ts';
import { PICTURE_TIMEOUT_MS, takeStagePicture, encodeWebpWithinBytes } from './challenge/pictures.ts';
import { noChallengesPlugin } from './challenge/preview/plugin.ts';
import { serveWorkbench } from './challenge/preview/command.ts';

const STATIC_FOLDER = fileURLToPath(new URL('../static', import.meta.url));
/** Size of the picture relative to the drawing on a small screen. */
const PICTURE_SCALE = 0.64;
const PLAY_MILLISECONDS = 4000;

async function waitUntilPlayed(page: Page): Promise<void> {
	await page.locator('.stage .picture .cover').waitFor({ state: 'detached', timeout: PICTURE_TIMEOUT_MS });
	await page.waitForTimeout(PLAY_MILLISECONDS);
}

const wantedTemplates = process.argv.slice(2);
const workbenchServer = await serveWorkbench([noChallengesPlugin()]);
const executablePath = findChromiumPath();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
for (const template of PROJECT_TEMPLATES.filter(
	(each) => wantedTemplates.length === 0 || wantedTemplates.includes(each)
)) {
	for (const language of LANGUAGES) {
		const png = await takeStagePicture(browser, {
			pageAddress: `${workbenchServer.address}/${language}/projects/new?begin=${template}`,
			size: TEMPLATE_PICTURE_SIZE,
			scale: PICTURE_SCALE,
			theme: 'light',
			reducedMotion: 'no-preference',
			waitUntilDrawn: waitUntilPlayed
		});
		const picturePath = join(STATIC_FOLDER, templatePicturePath(template, language));
		mkdirSync(dirname(picturePath), { recursive: true });
		const webpBytes = await encodeWebpWithinBytes(browser, png, MOST_TEMPLATE_PICTURE_BYTES);
		writeFileSync(picturePath, webpBytes);
		process.stdout.write(`${picturePath}: ${(webpBytes.length / 1000).toFixed(1)} kB\n`);
	}
}
await browser.close();
await workbenchServer.close();
// The process would not end by itself, because the server's database and compilers keep it alive.
process.exit(0);

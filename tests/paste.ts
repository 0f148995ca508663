/** Pastes text from the clipboard by keys, as people do, because no keyboard does what `keyboard.insertText` does. */
import type { Page } from 'playwright';

export async function pasteText(page: Page, text: string): Promise<void> {
	await page.evaluate((copied) => {
		const putTextInClipboard = (event: ClipboardEvent) => {
			event.preventDefault();
			event.stopImmediatePropagation();
			event.clipboardData?.setData('text/plain', copied);
		};
		addEventListener('copy', putTextInClipboard, { capture: true, once: true });
	}, text);
	await page.keyboard.press('Control+c');
	await page.keyboard.press('Control+v');
}

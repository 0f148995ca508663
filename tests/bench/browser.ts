/** The real browser that is measured. */
import { chromium, type Browser } from 'playwright';
import { chromiumPath } from '../../scripts/browsers.ts';

const ARGUMENTS = [
	'--no-sandbox',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

export function openBrowser(): Promise<Browser> {
	const executablePath = chromiumPath();
	return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ARGUMENTS });
}

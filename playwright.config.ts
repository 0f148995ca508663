import { defineConfig } from '@playwright/test';
import { chromiumPath, firefoxAvailable } from './scripts/browsers.ts';
import { app, port } from './tests/servers.ts';

const executablePath = chromiumPath();
const chromium = {
	browserName: 'chromium' as const,
	launchOptions: {
		...(executablePath === undefined ? {} : { executablePath }),
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	}
};

export default defineConfig({
	testDir: 'tests',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	timeout: 60_000,
	reporter: process.env['BRAISE_TEST_REPORT']
		? [['line'], ['json', { outputFile: process.env['BRAISE_TEST_REPORT'] }]]
		: [['list']],
	use: { baseURL: app, locale: 'fr-FR', trace: 'retain-on-failure' },
	projects: [
		{ name: 'chromium', use: chromium },
		// Driven through WebDriver BiDi. What stands in its way is listed in docs/running.md.
		...(firefoxAvailable()
			? [{ name: 'firefox-esr', use: { browserName: 'firefox' as const, channel: 'moz-firefox' } }]
			: [])
	],
	webServer: {
		command: 'exec node --import tsx scripts/start.ts',
		url: `${app}/healthz`,
		env: { PORT: String(port), ORIGIN: '', SANDBOX_ORIGIN: '', HOST: '' },
		reuseExistingServer: false,
		timeout: 300_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 }
	}
});

/** Runs every attack in the frame. Only leaks in baseline.json may happen, none in Chromium on localhost. */
import { readFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import type { Host } from '../sandbox/host.ts';
import { startHost } from '../sandbox/host.ts';
import { openStage } from '../sandbox/open-stage.ts';
import { isSoak } from '../soak.ts';
import { expect, test } from '../sandbox/stage-test.ts';
import {
	explainBrowserLeak,
	attackLabel,
	LAN_HOST_NAME,
	selectAttacksFrom,
	openArena,
	type AttackArena,
	type AttackRunner
} from './arena.ts';
import type { Attack, AttackOrigin } from './attack.ts';
import { attackFromDocument, attackFromPage, attackFromWorker, findInnerFrame } from './attempt.ts';
import { startBareHost } from './bare-host.ts';
import { runnerBypassAttacks } from './ways-round.ts';

const baseline = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as Record<
	string,
	string[]
>;

/** `page` runs the attacks of `document` in the runner of page programs. Only the soak also runs them without that runner. */
const FROM: AttackOrigin[] = isSoak ? ['worker', 'document', 'page'] : ['worker', 'page'];

/**
 * Attacks that fail without any policy too, so that they prove nothing about the policy. A worker's runner removes the functions
 * for the first three. For those with another realm, the opaque origin is the likely reason. For the last two, the reason is
 * unknown.
 */
const HELD_OTHERWISE = [
	'import-scripts',
	'worker',
	'worker-fetch',
	'form-of-another-realm',
	'form-request-of-another-realm',
	'window-of-another-realm',
	'link-top',
	'refresh-written'
];

const appOrigins = (port: number) => [`http://localhost:${port}`];
const shellOf = ({ port }: Host) => `http://127.0.0.1:${port}`;

const onStage = (address: string): Record<AttackOrigin, AttackRunner> => {
	const open = async (page: Page) => {
		await openStage(page, address);
		return page;
	};
	return {
		worker: async (made, page) => attackFromWorker(await open(page), made),
		document: async (made, page) => attackFromDocument(await findInnerFrame(await open(page)), made),
		page: async (made, page) => attackFromPage(await open(page), made)
	};
};

async function inArena(
	{ project }: TestInfo,
	type: Parameters<typeof openArena>[0],
	act: (arena: AttackArena) => Promise<void>
) {
	const { launchOptions = {}, channel } = project.use;
	const arena = await openArena(type, { ...launchOptions, ...(channel === undefined ? {} : { channel }) });
	try {
		await act(arena);
	} finally {
		await arena.close();
	}
}

for (const place of ['localhost', 'lan'] as const) {
	test(
		`what gets out of the frame on ${place}`,
		{ tag: place === 'lan' ? ['@soak'] : [] },
		async ({ playwright, browserName, browser }, info) => {
			const host = place === 'localhost' ? 'localhost' : LAN_HOST_NAME;
			const app = await startHost({ appOrigins });
			const next = await startHost({ appOrigins: () => [`http://${LAN_HOST_NAME}:${app.port}`] });
			const shell = place === 'localhost' ? shellOf(app) : `http://${LAN_HOST_NAME}:${next.port}`;
			await inArena(info, playwright[browserName], async (arena) => {
				const stage = onStage(app.app(host, shell));
				const out: string[] = [];
				for (const from of FROM) out.push(...(await arena.findLeaks(from, from, stage[from])));
				const isClosed = browserName === 'chromium' && place === 'localhost';
				const knownLeaks = isClosed ? [] : (baseline[`${browserName}-${place}`] ?? []);
				info.annotations.push({ type: 'leaks', description: out.join(', ') || 'none' });
				const about = explainBrowserLeak(browserName, browser.version());
				expect
					.soft(
						out.filter((leak) => !knownLeaks.includes(leak)),
						`got out, and is not in baseline.json (${about})`
					)
					.toEqual([]);
				expect
					.soft(
						knownLeaks.filter((leak) => !out.includes(leak)),
						'closed meanwhile: take it out of baseline.json'
					)
					.toEqual([]);
			}).finally(() => Promise.all([app.close(), next.close()]));
		}
	);
}

test(
	'without any protection every attack is heard of, those round the runner of pages too',
	{ tag: '@soak' },
	async ({ playwright, browserName }, info) => {
		const bare = await startBareHost('all');
		const unheard = (from: AttackOrigin, out: string[]) =>
			selectAttacksFrom(from)
				.map((attack) => attackLabel(attack, from))
				.filter((name) => !out.includes(name));
		await inArena(info, playwright[browserName], async (arena) => {
			const deaf = baseline[`${browserName}-deaf`] ?? [];
			const inBareDocument: AttackRunner = async (made, page) => {
				await page.goto(`http://localhost:${bare.port}/bare`);
				return attackFromDocument(page.mainFrame(), made);
			};
			const deafIds = deaf.map((name) => name.replace(' (document)', ''));
			const control = await arena.findUnprotectedLeaks(
				'control',
				'document',
				inBareDocument,
				selectAttacksFrom('document'),
				deafIds
			);
			expect.soft(unheard('document', control), 'attacks that the control run could not make').toEqual(deaf);
			const stage = onStage(bare.app('localhost', shellOf(bare)));
			const expectLeaks = async (from: AttackOrigin, made: Attack[]) => {
				const out = await arena.findUnprotectedLeaks(`bare-${from}`, from, stage[from], made, HELD_OTHERWISE);
				const missing = made.filter((one) => !out.includes(attackLabel(one, from))).map(({ id }) => id);
				expect.soft(missing.filter((id) => !HELD_OTHERWISE.includes(id))).toEqual([]);
			};
			// The origin is opaque even without protection, so attacks that try to get in are left out.
			await expectLeaks(
				'worker',
				selectAttacksFrom('worker').filter(({ sign }) => sign !== 'entry')
			);
			// Firefox has not been measured yet.
			if (browserName === 'chromium') await expectLeaks('page', [...runnerBypassAttacks]);
		}).finally(() => bare.close());
	}
);

test(
	'without its headers the same frame lets the same attacks out',
	{ tag: '@soak' },
	async ({ playwright, browserName }, info) => {
		const bare = await startBareHost('headers');
		await inArena(info, playwright[browserName], async (arena) => {
			const leaving = selectAttacksFrom('document').filter(({ id }) =>
				['navigate-self', 'meta-refresh', 'iframe'].includes(id)
			);
			const stage = onStage(bare.app('localhost', shellOf(bare)));
			const out = await arena.findUnprotectedLeaks('weak', 'document', stage.document, leaving, ['iframe']);
			expect(out).toContain('navigate-self (document)');
			expect(out).toContain('meta-refresh (document)');
		}).finally(() => bare.close());
	}
);

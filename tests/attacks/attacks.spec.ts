import { readFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import type { SandboxTestHost } from '../sandbox/host.ts';
import { startSandboxHost } from '../sandbox/host.ts';
import { openStage } from '../sandbox/open-stage.ts';
import { isSoakRun } from '../soak.ts';
import { expect, test } from '../sandbox/stage-test.ts';
import {
	describeLeakingBrowser,
	attackLabel,
	LAN_HOST_NAME,
	selectAttacksFrom,
	openAttackArena,
	type AttackArena,
	type AttackRunner
} from './arena.ts';
import type { Attack, AttackOrigin } from './attack.ts';
import { attackFromDocument, attackFromPage, attackFromWorker, findInnerFrame } from './run-attack.ts';
import { startUnprotectedHost } from './bare-host.ts';
import { runnerBypassAttacks } from './runner-bypass-attacks.ts';

const knownLeaksByPlace = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as Record<
	string,
	string[]
>;

/**
 * `page` runs the attacks of `document` in the runner of page programs. Only the soak also runs these attacks without that
 * runner.
 */
const TESTED_ORIGINS: AttackOrigin[] = isSoakRun ? ['worker', 'document', 'page'] : ['worker', 'page'];

/**
 * Attacks that fail without any policy too, so that they prove nothing about the policy. A worker's runner removes the functions
 * for the first three. For those with another realm, the opaque origin is the likely reason. For the last two, the reason is
 * unknown.
 */
const ATTACKS_FAILING_WITHOUT_POLICY = [
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
const shellOriginOf = ({ port }: SandboxTestHost) => `http://127.0.0.1:${port}`;

const attackRunnersOnStage = (address: string): Record<AttackOrigin, AttackRunner> => {
	const openAttackStage = async (page: Page) => {
		await openStage(page, address);
		return page;
	};
	return {
		worker: async (made, page) => attackFromWorker(await openAttackStage(page), made),
		document: async (made, page) => attackFromDocument(await findInnerFrame(await openAttackStage(page)), made),
		page: async (made, page) => attackFromPage(await openAttackStage(page), made)
	};
};

async function withArena(
	{ project }: TestInfo,
	type: Parameters<typeof openAttackArena>[0],
	act: (arena: AttackArena) => Promise<void>
) {
	const { launchOptions = {}, channel } = project.use;
	const arena = await openAttackArena(type, { ...launchOptions, ...(channel === undefined ? {} : { channel }) });
	try {
		await act(arena);
	} finally {
		await arena.close();
	}
}

for (const place of ['localhost', 'lan'] as const) {
	test(
		`only leaks listed in baseline.json get out of the frame on ${place}`,
		{ tag: place === 'lan' ? ['@soak'] : [] },
		async ({ playwright, browserName, browser }, info) => {
			const host = place === 'localhost' ? 'localhost' : LAN_HOST_NAME;
			const appHost = await startSandboxHost({ appOrigins });
			const lanHost = await startSandboxHost({ appOrigins: () => [`http://${LAN_HOST_NAME}:${appHost.port}`] });
			const shell = place === 'localhost' ? shellOriginOf(appHost) : `http://${LAN_HOST_NAME}:${lanHost.port}`;
			await withArena(info, playwright[browserName], async (arena) => {
				const stage = attackRunnersOnStage(appHost.appAddress(host, shell));
				const leaks: string[] = [];
				for (const from of TESTED_ORIGINS) leaks.push(...(await arena.findLeaks(from, from, stage[from])));
				const isClosed = browserName === 'chromium' && place === 'localhost';
				const knownLeaks = isClosed ? [] : (knownLeaksByPlace[`${browserName}-${place}`] ?? []);
				info.annotations.push({ type: 'leaks', description: leaks.join(', ') || 'none' });
				const browserLeakNote = describeLeakingBrowser(browserName, browser.version());
				expect
					.soft(
						leaks.filter((leak) => !knownLeaks.includes(leak)),
						`got out, and is not in baseline.json (${browserLeakNote})`
					)
					.toEqual([]);
				expect
					.soft(
						knownLeaks.filter((leak) => !leaks.includes(leak)),
						'closed meanwhile: take it out of baseline.json'
					)
					.toEqual([]);
			}).finally(() => Promise.all([appHost.close(), lanHost.close()]));
		}
	);
}

test(
	'without any protection every attack gets out, also those that bypass the runner of pages',
	{ tag: '@soak' },
	async ({ playwright, browserName }, info) => {
		const bareHost = await startUnprotectedHost('all');
		const listAttacksWithoutLeak = (from: AttackOrigin, out: string[]) =>
			selectAttacksFrom(from)
				.map((attack) => attackLabel(attack, from))
				.filter((name) => !out.includes(name));
		await withArena(info, playwright[browserName], async (arena) => {
			const unheardLabels = knownLeaksByPlace[`${browserName}-deaf`] ?? [];
			const runInBareDocument: AttackRunner = async (made, page) => {
				await page.goto(`http://localhost:${bareHost.port}/bare`);
				return attackFromDocument(page.mainFrame(), made);
			};
			const unheardIds = unheardLabels.map((name) => name.replace(' (document)', ''));
			const controlLeaks = await arena.findUnprotectedLeaks(
				'control',
				'document',
				runInBareDocument,
				selectAttacksFrom('document'),
				unheardIds
			);
			expect
				.soft(listAttacksWithoutLeak('document', controlLeaks), 'attacks that the control run could not make')
				.toEqual(unheardLabels);
			const stage = attackRunnersOnStage(bareHost.appAddress('localhost', shellOriginOf(bareHost)));
			const expectLeaks = async (from: AttackOrigin, madeAttacks: Attack[]) => {
				const leaks = await arena.findUnprotectedLeaks(
					`bare-${from}`,
					from,
					stage[from],
					madeAttacks,
					ATTACKS_FAILING_WITHOUT_POLICY
				);
				const missing = madeAttacks.filter((one) => !leaks.includes(attackLabel(one, from))).map(({ id }) => id);
				expect.soft(missing.filter((id) => !ATTACKS_FAILING_WITHOUT_POLICY.includes(id))).toEqual([]);
			};
			// The origin is opaque even without protection, so attacks that try to get in are left out.
			await expectLeaks(
				'worker',
				selectAttacksFrom('worker').filter(({ sign }) => sign !== 'entry')
			);
			// Firefox has not been measured yet.
			if (browserName === 'chromium') await expectLeaks('page', [...runnerBypassAttacks]);
		}).finally(() => bareHost.close());
	}
);

test(
	'the frame without its headers lets attacks by navigation out',
	{ tag: '@soak' },
	async ({ playwright, browserName }, info) => {
		const bareHost = await startUnprotectedHost('headers');
		await withArena(info, playwright[browserName], async (arena) => {
			const leavingAttacks = selectAttacksFrom('document').filter(({ id }) =>
				['navigate-self', 'meta-refresh', 'iframe'].includes(id)
			);
			const stage = attackRunnersOnStage(bareHost.appAddress('localhost', shellOriginOf(bareHost)));
			const leaks = await arena.findUnprotectedLeaks('weak', 'document', stage.document, leavingAttacks, ['iframe']);
			expect(leaks).toContain('navigate-self (document)');
			expect(leaks).toContain('meta-refresh (document)');
		}).finally(() => bareHost.close());
	}
);

/**
 * The attack suite. A control run in an unprotected page shows that the listener hears each attack; then they are made from
 * inside the frame. In Chromium on localhost nothing may get out. Elsewhere what gets out is listed in baseline.json, and
 * the list may only become shorter.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserType, type Frame, type LaunchOptions, type Page } from '@playwright/test';
import { answer } from '../../sandbox/run/shell/answer.ts';
import { startHost } from '../sandbox/host.ts';
import { compileNative } from '../../sandbox/compile/native.ts';
import { expect, input, programOf, sketch, test } from '../sandbox/stage-test.ts';
import { attacks, type Attack, type Target } from './attack-list.ts';
import { startListener, type Listener } from './listener.ts';
import { withoutMediaFeatures } from '../firefox.ts';

const baseline = JSON.parse(readFileSync(new URL('./baseline.json', import.meta.url), 'utf8')) as Record<
	string,
	string[]
>;

/** A name as a teacher's laptop has on a local network: no secure context, and the shell on the next port. */
const LAN = 'classe.attack-lan.test';

/** What is not heard of by then was not sent: the control run's attacks are all heard of much sooner. */
const SILENCE = 1500;

/** `page`: from a page program, which can do what a document can. */
type From = 'worker' | 'document' | 'page';
const madeFrom = (from: From) => attacks.filter((attack) => attack.from.includes(from === 'page' ? 'document' : from));
const label = (attack: Attack, from: From) => `${attack.id} (${from})`;

class Arena {
	constructor(
		readonly context: BrowserContext,
		readonly listener: Listener,
		readonly names: () => Promise<string>
	) {}

	/** Which of these attacks got out. `act` makes one, and says whether it got in. */
	async leaks(
		run: string,
		from: From,
		act: (attack: Attack, target: Target) => Promise<boolean>,
		made = madeFrom(from)
	): Promise<string[]> {
		const entered = new Set<string>();
		for (const attack of made) {
			if (await act(attack, this.listener.target(run, attack.id))) entered.add(attack.id);
		}
		const isOut = async (): Promise<string[]> => {
			const names = await this.names();
			const heard = this.listener.heard(run);
			const out = (attack: Attack) => {
				if (attack.sign === 'entry') return entered.has(attack.id);
				if (attack.sign === 'name') return names.includes(this.listener.target(run, attack.id).name);
				return heard.has(attack.id);
			};
			return made.filter(out).map((attack) => label(attack, from));
		};
		const end = Date.now() + SILENCE;
		let out = await isOut();
		while (Date.now() < end && out.length < made.length) {
			await new Promise((resolve) => setTimeout(resolve, 100));
			out = await isOut();
		}
		return out;
	}
}

const text = (attack: Attack) =>
	`({ ${attack.run.toString().startsWith('run') ? '' : 'run: '}${attack.run.toString()} }).run`;

/** In a document: given to `evaluate`, which hands back what the attack says, or nothing when it is refused. */
const inDocument = async ([code, target]: readonly [string, Target]): Promise<boolean> => {
	try {
		const answer: unknown = new Function('target', `return ${code}(target)`)(target);
		const late = new Promise((resolve) => setTimeout(resolve, 400));
		return (await Promise.race([answer, late])) === true;
	} catch {
		return false;
	}
};

async function attackFromDocument(document: Frame, attack: Attack, target: Target): Promise<boolean> {
	// A document that is taken away while it answers did not get in: whether it got out, the listener knows.
	return document.evaluate(inDocument, [text(attack), target] as const).catch(() => false);
}

/** The frame in the shell's frame. There is nothing else to attack from: without it the run says nothing. */
async function innerFrame(page: Page): Promise<Frame> {
	await page.evaluate(() => window.bench.stage.ready);
	const inner = page.mainFrame().childFrames()[0]?.childFrames()[0];
	if (inner === undefined) throw new Error('The stage has no inner frame.');
	return inner;
}

async function attackFromWorker(page: Page, attack: Attack, target: Target): Promise<boolean> {
	const bundle = await programOf(`
		const target = ${JSON.stringify(target)};
		Promise.resolve().then(() => (${text(attack)} as any)(target)).then(
			(answer: unknown) => console.log(answer === true ? 'entered' : 'refused'),
			() => console.log('refused')
		);
	`);
	await page.evaluate(([b, o]) => window.bench.start(b, o), [bundle, sketch] as const);
	const late = page.evaluate(() => new Promise<undefined>((resolve) => setTimeout(resolve, 400)));
	const said = await Promise.race([page.evaluate(() => window.bench.until('console')), late]);
	return said?.entries[0]?.values[0]?.text === 'entered';
}

/** All at once in one page program: says which got in. One that leaves is given a page of its own. */
async function attackFromPage(page: Page, made: Attack[], targetOf: (attack: Attack) => Target): Promise<string[]> {
	const main = `
		const late = new Promise((resolve) => setTimeout(resolve, 400));
		const attempt = async (id: string, act: () => unknown) => {
			try { if ((await Promise.race([act(), late])) === true) console.log(id); } catch {}
		};
		Promise.all([${made
			.map((one) => `attempt('${one.id}', () => (${text(one)} as any)(${JSON.stringify(targetOf(one))}))`)
			.join(',\n')}]).then(() => console.log('done'));`;
	const files = { 'index.html': '<p>x</p>', 'main.ts': main };
	const compiled = await compileNative({ files, program: 'main.ts', checks: [], page: 'index.html' });
	if (compiled.kind !== 'bundle') throw new Error(JSON.stringify(compiled.diagnostics));
	await page.evaluate(([b, o]) => window.bench.start(b, o), [
		compiled.bundle,
		{ ...sketch, kind: 'page', input }
	] as const);
	const said = async () =>
		(await page.evaluate(() => window.bench.events)).flatMap((event) => {
			if (event.type === 'stopped') return ['done'];
			return event.type === 'console' ? event.entries.map(({ values }) => values[0]?.text ?? '') : [];
		});
	await expect.poll(said, { timeout: 15_000 }).toContain('done');
	return said();
}

interface Opened {
	context: BrowserContext;
	close(): Promise<void>;
}

/** A profile of its own on disk: a private window never looks a name up ahead of time. */
async function openChromium(type: BrowserType, launch: LaunchOptions, folder: string, log: string): Promise<Opened> {
	const context = await type.launchPersistentContext(join(folder, 'profile'), {
		...launch,
		args: [...(launch.args ?? []), `--host-resolver-rules=MAP ${LAN} 127.0.0.1`, `--log-net-log=${log}`]
	});
	return { context, close: () => context.close() };
}

/** Nothing is off that some reader's browser has on. */
const FIREFOX = {
	'network.dns.localDomains': LAN,
	'network.dns.disablePrefetch': false,
	'network.http.speculative-parallel-limit': 6,
	'browser.send_pings': true,
	'media.peerconnection.ice.loopback': true
};

async function openFirefox(type: BrowserType, launch: LaunchOptions, log: string): Promise<Opened> {
	const browser = await type.launch({
		...launch,
		firefoxUserPrefs: FIREFOX,
		env: { ...process.env, MOZ_LOG: 'timestamp,sync,nsHostResolver:5', MOZ_LOG_FILE: log } as Record<string, string>
	});
	withoutMediaFeatures(browser);
	return { context: await browser.newContext(), close: () => browser.close() };
}

async function openArena(type: BrowserType, launch: LaunchOptions): Promise<Arena & { close(): Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-attacks-'));
	const log = join(folder, 'names.log');
	const isFirefox = type.name() === 'firefox';
	const { context, close } = isFirefox
		? await openFirefox(type, launch, log)
		: await openChromium(type, launch, folder, log);
	const listener = await startListener();
	const names = () => readFile(isFirefox ? `${log}.moz_log` : log, 'utf8').catch(() => '');
	const arena = new Arena(context, listener, names);
	return Object.assign(arena, {
		close: async () => {
			await close();
			await listener.close();
			await rm(folder, { recursive: true, force: true });
		}
	});
}

// One after the other: names that are looked up go to one log.
test.describe.configure({ mode: 'default' });

for (const place of ['localhost', 'lan'] as const) {
	test(`what gets out of the frame on ${place}`, async ({ playwright, browserName }, info) => {
		test.setTimeout(480_000);
		const { launchOptions = {}, channel } = info.project.use;
		const type = playwright[browserName];
		const arena = await openArena(type, { ...launchOptions, ...(channel === undefined ? {} : { channel }) });
		const host = place === 'localhost' ? 'localhost' : LAN;
		const app = await startHost({ appOrigins: (port) => [`http://localhost:${port}`] });
		const next = await startHost({ appOrigins: () => [`http://${LAN}:${app.port}`] });
		const shell = place === 'localhost' ? `http://127.0.0.1:${app.port}` : `http://${LAN}:${next.port}`;
		const { context } = arena;
		const open = async (address: string) => {
			const page = await context.newPage();
			await page.goto(address);
			return page;
		};
		const openStage = async () => {
			const page = await open(app.app(host, shell));
			await page.evaluate(() => window.bench.stage.ready);
			return page;
		};
		try {
			if (place === 'localhost') {
				const control = await arena.leaks('control', 'document', async (attack, target) => {
					const page = await open(`http://localhost:${app.port}/bare`);
					const entered = await attackFromDocument(page.mainFrame(), attack, target);
					if (attack.sign !== 'entry') await page.waitForLoadState().catch(() => undefined);
					return entered;
				});
				const deaf = madeFrom('document')
					.map((attack) => label(attack, 'document'))
					.filter((name) => !control.includes(name));
				expect.soft(deaf, 'attacks that the control run could not make').toEqual(baseline[`${browserName}-deaf`] ?? []);
				for (const page of context.pages()) await page.close();
			}

			let page = await openStage();
			const fromWorker = await arena.leaks('worker', 'worker', (attack, target) =>
				attackFromWorker(page, attack, target)
			);
			const earlier = [page];
			const fromDocument = await arena.leaks('document', 'document', async (attack, target) => {
				// What one attack leaves behind must not stand in the next one's way.
				page = await openStage();
				earlier.push(page);
				if (earlier.length > 4) await earlier.shift()?.close();
				return attackFromDocument(await innerFrame(page), attack, target);
			});
			page = await openStage();
			const entered = new Set<string>();
			const targetOf = (attack: Attack) => arena.listener.target('page', attack.id);
			const alone = madeFrom('page').filter(({ leaves }) => leaves === true);
			const together = madeFrom('page').filter(({ leaves }) => leaves !== true);
			for (const made of [together, ...alone.map((one) => [one])])
				for (const id of await attackFromPage(page, made, targetOf)) entered.add(id);
			const fromPage = await arena.leaks('page', 'page', ({ id }) => Promise.resolve(entered.has(id)));
			const out = [...fromWorker, ...fromDocument, ...fromPage];
			const isClosed = browserName === 'chromium' && place === 'localhost';
			const known = isClosed ? [] : (baseline[`${browserName}-${place}`] ?? []);
			info.annotations.push({ type: 'leaks', description: out.join(', ') || 'none' });
			expect
				.soft(
					out.filter((leak) => !known.includes(leak)),
					'got out, and is not in baseline.json'
				)
				.toEqual([]);
			expect
				.soft(
					known.filter((leak) => !out.includes(leak)),
					'closed meanwhile: take it out of baseline.json'
				)
				.toEqual([]);
		} finally {
			await arena.close();
			await app.close();
			await next.close();
		}
	});
}

test('without its headers the same frame lets the same attacks out', async ({ playwright, browserName }, info) => {
	const { launchOptions = {}, channel } = info.project.use;
	const arena = await openArena(playwright[browserName], {
		...launchOptions,
		...(channel === undefined ? {} : { channel })
	});
	const bare = await startHost({
		appOrigins: (port) => [`http://localhost:${port}`],
		headers: () => ({ 'content-type': 'text/html' }),
		shell: (built, request, appOrigins) => {
			const answered = answer(built, request, appOrigins);
			const headers = { 'content-type': answered?.headers.get('content-type') ?? '' };
			return answered === undefined ? undefined : new Response(answered.body, { headers });
		}
	});
	try {
		const leaving = madeFrom('document').filter(({ id }) => ['navigate-self', 'meta-refresh', 'iframe'].includes(id));
		const attack = async (one: Attack, target: Target) => {
			const page = await arena.context.newPage();
			await page.goto(bare.app('localhost', `http://127.0.0.1:${bare.port}`));
			return attackFromDocument(await innerFrame(page), one, target);
		};
		const out = await arena.leaks('weak', 'document', attack, leaving);
		expect(out).toContain('navigate-self (document)');
		expect(out).toContain('meta-refresh (document)');
	} finally {
		await arena.close();
		await bare.close();
	}
});

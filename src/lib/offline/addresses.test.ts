import { expect, test } from 'vitest';
import {
	isLayoutDataRequest,
	pageDataCacheKey,
	isImmutablePath,
	isWorkbenchAddress,
	PLACEHOLDER_ID,
	pageCacheKey,
	pageUrlOfData,
	pageDataPartsAddress,
	idOfPage
} from './addresses.ts';

const toTestUrl = (path: string) => new URL(path, 'http://braise.test');
const PROJECT_ID = '1f0c3a52-8f1e-4f7a-9f57-0a2f6f6f2b11';

test.each([
	['/fr', '/fr'],
	['/en/challenges?piste=blue', '/en/challenges'],
	['/fr/challenges/horodateur', '/fr/challenges/horodateur'],
	['/fr/projects', '/fr/projects'],
	['/fr/projects/new?begin=page&x-sveltekit-invalidated=01', '/fr/projects/new?begin=page'],
	['/fr/projects/from/horodateur', '/fr/projects/from/horodateur'],
	[`/en/assignments/${PROJECT_ID}?code=CDF347`, `/en/assignments/${PLACEHOLDER_ID}`],
	[`/fr/projects/${PROJECT_ID}`, `/fr/projects/${PLACEHOLDER_ID}`]
])('the page %s is kept for offline use as %s', (path, key) => {
	expect(pageCacheKey(toTestUrl(path))).toBe(key);
});

test.each([
	'/',
	'/healthz',
	'/api/works',
	'/fr/me',
	'/fr/me/data',
	'/fr/classes',
	`/fr/shown/${'a'.repeat(48)}`,
	'/fr/people',
	'/fr/account',
	'/fr/join',
	'/fr/sign-in',
	'/fr/leave',
	'/fr/welcome/abc',
	'/fr/projects/anything',
	'/fr/assignments',
	'/fr/assignments/anything',
	`/fr/classes/${PROJECT_ID}/assignments/${PROJECT_ID}`,
	`/api/assignments/${PROJECT_ID}`,
	'/fr/challenges/horodateur/teacher',
	'/sandbox/shell',
	'/machine/events'
])('%s is never kept for offline use', (path) => {
	expect(pageCacheKey(toTestUrl(path))).toBeUndefined();
	expect(isImmutablePath(path)).toBe(false);
});

test('a page’s address leads to the address of its data, and back', () => {
	expect(pageDataCacheKey('/fr/projects/new?begin=page')).toBe('/fr/projects/new/__data.json?begin=page');
	expect(pageUrlOfData(toTestUrl('/fr/__data.json?x=1'))?.pathname).toBe('/fr');
	expect(pageUrlOfData(toTestUrl('/fr'))).toBeUndefined();
	expect(idOfPage(toTestUrl(`/en/projects/${PROJECT_ID}`))).toBe(PROJECT_ID);
	expect(pageDataPartsAddress('/fr/__data.json', '01')).toBe('/fr/__data.json?x-sveltekit-invalidated=01');
	expect(pageDataPartsAddress('/fr/__data.json?begin=page', '1')).toBe(
		'/fr/__data.json?begin=page&x-sveltekit-invalidated=1'
	);
});

test.each([
	['1', true],
	['100', true],
	['01', false],
	['11', false],
	['', false]
])('a request for the data parts "%s" is for the layout alone: %s', (parts, alone) => {
	expect(isLayoutDataRequest(toTestUrl(pageDataPartsAddress('/fr/__data.json', parts)))).toBe(alone);
});

test('addresses that contain a hash or a version are immutable', () => {
	expect(isImmutablePath('/_app/immutable/chunks/BKRfghMz.js')).toBe(true);
	expect(isImmutablePath('/challenges/horodateur/abc123/start.js')).toBe(true);
	expect(isImmutablePath('/libraries/p5-2.3.4.js')).toBe(true);
	expect(isImmutablePath('/_app/version.json')).toBe(false);
});

test('a page of a challenge, project or assignment is a workbench, the list of challenges is not', () => {
	expect(isWorkbenchAddress('/fr/challenges/horodateur')).toBe(true);
	expect(isWorkbenchAddress(`/fr/projects/${PROJECT_ID}`)).toBe(true);
	expect(isWorkbenchAddress(`/fr/assignments/${PROJECT_ID}`)).toBe(true);
	expect(isWorkbenchAddress('/fr/challenges')).toBe(false);
});

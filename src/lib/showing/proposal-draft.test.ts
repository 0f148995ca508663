import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ShownVersion } from '#lib/domain/shown-version.ts';
import {
	hasMisfit,
	loadProposalDraft,
	EMPTY_BEGUN_EXAMPLE,
	saveProposalDraft,
	type ProposalDraft
} from './proposal-draft.ts';

let storedValues = new Map<string, string>();

beforeEach(() => {
	storedValues = new Map();
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => storedValues.get(key) ?? null,
		setItem: (key: string, text: string) => storedValues.set(key, text),
		removeItem: (key: string) => storedValues.delete(key)
	});
});
afterEach(() => vi.unstubAllGlobals());

const LINK = 'a'.repeat(48);
const EMPTY = { values: {}, examples: [], remark: '' };
const DRAFT: ProposalDraft = {
	hash: 'old',
	proposal: {
		values: { loaves: 40 },
		examples: [{ function: 'bake', given: [3], returns: 4 }],
		remark: 'Le lundi, on cuit moins.'
	},
	begun: { function: 'bake', given: ['12'], returns: '' }
};

test('what was typed is there after a reload, for this problem alone', () => {
	saveProposalDraft(LINK, DRAFT);
	expect(loadProposalDraft(LINK)).toEqual(DRAFT);
	expect(loadProposalDraft('b'.repeat(48))).toBeUndefined();
});

test('nothing stays once it was sent or emptied; an example that was begun does', () => {
	saveProposalDraft(LINK, DRAFT);
	saveProposalDraft(LINK, { hash: 'old', proposal: EMPTY, begun: DRAFT.begun });
	expect(loadProposalDraft(LINK)?.begun).toEqual(DRAFT.begun);
	saveProposalDraft(LINK, { hash: 'old', proposal: EMPTY, begun: EMPTY_BEGUN_EXAMPLE });
	expect(storedValues.size).toBe(0);
});

test.each(['', '{', '[]', '{"hash":1}', '{"hash":"a","proposal":{"remark":1},"begun":{}}'])(
	'%j is no draft',
	(text) => {
		storedValues.set(`braise.proposal.${LINK}`, text);
		expect(loadProposalDraft(LINK)).toBeUndefined();
	}
);

test('what a new version does not have is noticed', () => {
	const dial = { id: 'loaves', min: 0, max: 50 };
	const bake = { name: 'bake', parameters: [{ name: 'days', kind: 'number' }] };
	const version = (dials: object[], functions: object[]) =>
		({ hand: dials, another: [], functions }) as unknown as ShownVersion;
	expect(hasMisfit(DRAFT.proposal, version([dial], [bake]))).toBe(false);
	expect(hasMisfit(DRAFT.proposal, version([{ ...dial, max: 30 }], [bake]))).toBe(true);
	expect(hasMisfit(DRAFT.proposal, version([dial], []))).toBe(true);
});

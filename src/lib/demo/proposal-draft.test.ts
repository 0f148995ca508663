import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ShownVersion } from '#lib/domain/demo.ts';
import {
	hasProposalMisfit,
	loadProposalDraft,
	EMPTY_EXAMPLE_DRAFT,
	saveProposalDraft,
	type ProposalDraft
} from './proposal-draft.ts';

let storedTabValues = new Map<string, string>();

beforeEach(() => {
	storedTabValues = new Map();
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => storedTabValues.get(key) ?? null,
		setItem: (key: string, text: string) => storedTabValues.set(key, text),
		removeItem: (key: string) => storedTabValues.delete(key)
	});
});
afterEach(() => vi.unstubAllGlobals());

const PRIVATE_LINK = 'a'.repeat(48);
const EMPTY_PROPOSAL = { values: {}, examples: [], remark: '' };
const PROPOSAL_DRAFT: ProposalDraft = {
	hash: 'old',
	proposal: {
		values: { loaves: 40 },
		examples: [{ function: 'bake', given: [3], returns: 4 }],
		remark: 'Le lundi, on cuit moins.'
	},
	begun: { function: 'bake', given: ['12'], returns: '' }
};

test('a saved proposal draft is loaded for its own private link, not for another', () => {
	saveProposalDraft(PRIVATE_LINK, PROPOSAL_DRAFT);
	expect(loadProposalDraft(PRIVATE_LINK)).toEqual(PROPOSAL_DRAFT);
	expect(loadProposalDraft('b'.repeat(48))).toBeUndefined();
});

test('an emptied draft is erased, unless an example has been begun', () => {
	saveProposalDraft(PRIVATE_LINK, PROPOSAL_DRAFT);
	saveProposalDraft(PRIVATE_LINK, { hash: 'old', proposal: EMPTY_PROPOSAL, begun: PROPOSAL_DRAFT.begun });
	expect(loadProposalDraft(PRIVATE_LINK)?.begun).toEqual(PROPOSAL_DRAFT.begun);
	saveProposalDraft(PRIVATE_LINK, { hash: 'old', proposal: EMPTY_PROPOSAL, begun: EMPTY_EXAMPLE_DRAFT });
	expect(storedTabValues.size).toBe(0);
});

test.each(['', '{', '[]', '{"hash":1}', '{"hash":"a","proposal":{"remark":1},"begun":{}}'])(
	'%j is not read as a draft',
	(text) => {
		storedTabValues.set(`braise.proposal.${PRIVATE_LINK}`, text);
		expect(loadProposalDraft(PRIVATE_LINK)).toBeUndefined();
	}
);

test('a proposal that does not fit the dials or functions of a new version is recognised', () => {
	const dial = { id: 'loaves', min: 0, max: 50 };
	const bakeFunction = { name: 'bake', parameters: [{ name: 'days', kind: 'number' }] };
	const createVersionWith = (dials: object[], functions: object[]) =>
		({ hand: dials, another: [], functions }) as unknown as ShownVersion;
	expect(hasProposalMisfit(PROPOSAL_DRAFT.proposal, createVersionWith([dial], [bakeFunction]))).toBe(false);
	expect(hasProposalMisfit(PROPOSAL_DRAFT.proposal, createVersionWith([{ ...dial, max: 30 }], [bakeFunction]))).toBe(
		true
	);
	expect(hasProposalMisfit(PROPOSAL_DRAFT.proposal, createVersionWith([dial], []))).toBe(true);
});

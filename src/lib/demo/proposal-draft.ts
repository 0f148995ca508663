/** Keeps an unsent proposal in this tab, so that it survives a reload that brings another version. */
import * as v from 'valibot';
import { tabValueStore } from '#lib/browser-values.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import {
	hasExampleFunction,
	isDialValueAllowed,
	LONGEST_PROPOSED_TEXT,
	parseStoredProposal,
	type Proposal,
	type ShownVersion
} from '#lib/domain/demo.ts';

export interface ExampleDraft {
	function: string;
	given: string[];
	returns: string;
}
export const EMPTY_EXAMPLE_DRAFT: ExampleDraft = { function: '', given: [], returns: '' };

export interface ProposalDraft {
	hash: string;
	proposal: Proposal;
	begun: ExampleDraft;
}

const PROPOSAL_KEY_PREFIX = 'braise.proposal.';
const MOST_TYPED_PARAMETERS = 50;

const typedTextSchema = v.pipe(v.string(), v.maxLength(LONGEST_PROPOSED_TEXT));
const proposalDraftSchema = v.object({
	hash: v.string(),
	proposal: v.unknown(),
	begun: v.object({
		function: v.string(),
		given: v.pipe(v.array(typedTextSchema), v.maxLength(MOST_TYPED_PARAMETERS)),
		returns: typedTextSchema
	})
});

export const isExampleBegun = ({ given, returns }: ExampleDraft): boolean =>
	[...given, returns].some((text) => text !== '');

const isProposalEmpty = ({ values, examples, remark }: Proposal): boolean =>
	Object.keys(values).length + examples.length === 0 && remark === '';

export function loadProposalDraft(link: string): ProposalDraft | undefined {
	const draft = parseWithSchema(proposalDraftSchema, tabValueStore.readJson(PROPOSAL_KEY_PREFIX + link));
	const proposal = parseStoredProposal(draft?.proposal);
	return draft && proposal && { ...draft, proposal };
}

export function saveProposalDraft(link: string, draft: ProposalDraft): void {
	if (isProposalEmpty(draft.proposal) && !isExampleBegun(draft.begun)) tabValueStore.remove(PROPOSAL_KEY_PREFIX + link);
	else tabValueStore.write(PROPOSAL_KEY_PREFIX + link, JSON.stringify(draft));
}

export const hasProposalMisfit = ({ values, examples }: Proposal, version: ShownVersion): boolean =>
	Object.entries(values).some(([id, value]) => !isDialValueAllowed(version, id, value)) ||
	examples.some((example) => !hasExampleFunction(version, example));

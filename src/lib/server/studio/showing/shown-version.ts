/** Gathers the texts, values and facts of a version that a teller's page shows. */
import { createHash } from 'node:crypto';
import type { Challenge, NumberSettingWithStart } from '#lib/domain/challenge.ts';
import { dialsOfChallenge, listChallengeFacts, findPlainFunctionSignatures } from '#lib/domain/challenge-facts.ts';
import { dialLabelAndUnit } from '#lib/domain/plain-words.ts';
import type { ShownDial, ShownVersion } from '#lib/domain/showing.ts';
import type { Files } from '#sandbox/contract.ts';

const FACT_ID_CHARACTERS = 16;

/** Builds the shown version. Of the solution, only names and kinds of values are shown. */
export function shownVersionOf(challenge: Challenge, solution: Files): ShownVersion {
	const language = challenge.languages[0] ?? 'fr';
	const text = challenge.text[language];
	const { steps, decision } = challenge;
	const dials = dialsOfChallenge(challenge);
	const toShownDial = (setting: NumberSettingWithStart): ShownDial => ({
		...setting,
		...dialLabelAndUnit(setting.id, text.values[setting.id])
	});
	const functionSignatures = findPlainFunctionSignatures(solution['main.ts'] ?? '');
	const functionNames = functionSignatures.map(({ name }) => name);
	const firstStep = steps.find((step) => step.kind === 'discover' && step.hand) ?? steps[0];
	return {
		language,
		title: text.title,
		version: challenge.version,
		labels: text.labels,
		situation: firstStep?.situation ?? '',
		hand: dials.hand.map(toShownDial),
		options: decision.options.map((id) => ({ id, title: text.options[id]?.title ?? id })),
		another: dials.another.map(toShownDial),
		decideSituation: steps.find(({ kind }) => kind === 'decide')?.situation ?? '',
		figures: text.figures,
		functions: functionSignatures,
		facts: listChallengeFacts(challenge, language, functionNames).map((fact) => ({ ...fact, id: createFactId(fact) }))
	};
}

const createFactId = ({ group, text }: { group: string; text: string }): string =>
	createHash('sha256').update(`${group}\n${text}`).digest('hex').slice(0, FACT_ID_CHARACTERS);

import { createHash } from 'node:crypto';
import type { Challenge, NumberSettingWithStart } from '#lib/domain/challenge.ts';
import { dialsOfChallenge, listChallengeFacts, findPlainFunctionSignatures } from '#lib/domain/challenge-facts.ts';
import { dialLabelAndUnit } from '#lib/domain/plain-words.ts';
import type { ShownDial, ShownVersion } from '#lib/domain/demo.ts';
import type { Files } from '#sandbox/contract.ts';
import { isPrivateChallengePath } from '#lib/domain/challenge-folder.ts';
import { toComparableText } from '#lib/domain/parse.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';

const NAME_AND_VERSION_LINES_PATTERN = /^(?:partner|reviewer|version):.*\n?/gm;
/**
 * Removes names and version number from challenge.yaml, because adding the contributor's name after an approval must not end the
 * approval. Also trims the end, which changes when a name is written.
 */
const removeNamesAndVersion = (manifest: string): string =>
	manifest.replace(NAME_AND_VERSION_LINES_PATTERN, '').trimEnd();

/** Hashes a folder without lesson plan, mutants, held-back checks, version number and names. */
export function hashShownParts(files: Files): string {
	const shownFiles = Object.entries(files).filter(
		([path]) => !isPrivateChallengePath(path) || path.startsWith('private/solution/')
	);
	const comparedFiles = shownFiles.map(([path, text]) => [
		path,
		path === CHALLENGE_MANIFEST_FILE ? removeNamesAndVersion(text) : text
	]);
	return createHash('sha256')
		.update(toComparableText(Object.fromEntries(comparedFiles)))
		.digest('hex');
}

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
